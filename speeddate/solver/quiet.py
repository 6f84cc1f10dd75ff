"""Say what few at a time mean for a whole evening: those few, and as many as fit around them.

A fold hears nothing of limits that ask only where something happens. So it can promise somebody the first round and no
crowd there, though every station needs its first round for all the meetings that it is promised.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from speeddate.domain.clock import Ints
from speeddate.domain.limit import NEVER, Limit
from speeddate.domain.option import EMPTY
from speeddate.solver.board import Evening
from speeddate.solver.fold import Fold
from speeddate.solver.parts import follow


def quiet(evening: Evening, at: Fold) -> Iterator[Limit]:
    """Yield, for folded options that can only be where few others are, how many happen in all once they do."""
    asking: dict[int, list[tuple[Limit, Ints]]] = defaultdict(list)
    for limit in evening.limits:
        if limit.where is not None:
            hopes = np.full(len(limit.where), NEVER) if limit.excuse is None else limit.excuse
            for hope in np.unique(hopes).tolist():
                asking[hope].append((limit, limit.where[hopes == hope]))
    house = _House(evening)
    here = at.any(house.options)
    for hope, asked in asking.items():
        most = np.zeros(len(at.options), dtype=np.int32)
        for limit, where in sorted(asked, key=lambda one: len(one[0].of)):
            folds = at.any(where)
            if most[folds].min() < house.room:
                most[folds] = np.maximum(most[folds], house.around(limit.of) + limit.most)
        never_elsewhere = at.together(np.concatenate([where for _, where in asked]))
        for few in np.unique(most[never_elsewhere]).tolist():
            if few < house.room:
                where = never_elsewhere[most[never_elsewhere] == few]
                excuse = np.full(len(where), hope, dtype=np.int32)
                yield replace(asked[0][0], of=here, most=few, where=where, excuse=excuse)


class _House:
    """The stations of an evening, with one meeting at a time in each, and how many meetings they have `room` for."""

    def __init__(self, evening: Evening) -> None:
        groups = {group.tobytes() for group in evening.options.of_station.values()}
        one = (limit for limit in evening.limits if limit.busy is not None and limit.most == 1)
        self.stations = [limit for limit in one if limit.excuse is None and limit.of.tobytes() in groups]
        self.size, self.options = len(evening.options), np.concatenate([EMPTY, *(s.of for s in self.stations)])
        self._around: dict[bytes, int] = {}
        self.room = self.around(EMPTY)

    def around(self, these: Ints) -> int:
        """Count how many meetings there is room for when none of these happens."""
        key = these.tobytes()
        if key not in self._around:
            away = np.ones(self.size, dtype=bool)
            away[these] = False
            self._around[key] = sum(_room(station, away[station.of]) for station in self.stations)
        return self._around[key]


def _room(station: Limit, there: np.ndarray) -> int:
    begins, ends = station.busy or (EMPTY, EMPTY)
    return follow(begins[there], ends[there])
