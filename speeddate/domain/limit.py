"""A limit: what a promise demands, as pure data that solver, checker and explainer all read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from speeddate.domain.change import Fix
from speeddate.domain.clock import Ints
from speeddate.domain.text import Text

Numbers = frozenset[int]
NEVER = -1


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Limit:
    """Between `least` and `most` of these options happen: in all or, given `busy`, at any one moment.

    Columns stand beside `of`: `busy` holds from and to in minutes (an option may stand there twice, busy twice, but
    counts once at a time), `takes` how much each counts (else 1), `excuse` the number of the hope whose giving up
    lets that row go uncounted (`NEVER` for none). With `where`, nothing is asked but where one of those options
    happens, and `excuse` stands beside them. `because` names nobody and no need; `about` says whom it concerns, for
    eyes that may know; `fixes` what an organiser could change to lift it.
    """

    rule: str
    of: Ints
    most: int
    because: Text
    least: int = 0
    about: tuple[str, ...] = ()
    where: Ints | None = None
    busy: tuple[Ints, Ints] | None = None
    takes: Ints | None = None
    excuse: Ints | None = None
    fixes: tuple[Fix, ...] = ()

    def moments(self) -> Iterator[Ints]:
        """Yield the places in `of` that are busy together: for limits in all one group, else each largest group."""
        if self.busy is None:
            yield np.arange(len(self.of), dtype=np.int32)
            return
        begins, ends = self.busy
        ticks = np.unique(begins[begins < ends])
        for tick, following in zip(ticks, [*ticks[1:], 1 << 30], strict=False):
            now = np.flatnonzero((begins <= tick) & (tick < ends)).astype(np.int32)
            if ends[now].min() <= following:
                yield now

    def demanded(self) -> Limit:
        """Leave out the rows that a hope could excuse: what is left is a must."""
        if self.excuse is None:
            return self
        must = np.flatnonzero(self.excuse == NEVER)
        if self.where is not None:
            return replace(self, where=self.where[must], excuse=None)
        busy = None if self.busy is None else (self.busy[0][must], self.busy[1][must])
        takes = None if self.takes is None else self.takes[must]
        return replace(self, of=self.of[must], busy=busy, takes=takes, excuse=None)

    def weight(self, place: int) -> int:
        """How much the option at this place of `of` counts."""
        return 1 if self.takes is None else int(self.takes[place])

    def everywhere(self) -> Limit:
        """Ask the same whatever happens."""
        return replace(self, where=None, excuse=None)

    def kept_by(self, chosen: Numbers, given_up: Numbers = frozenset()) -> bool:
        """Tell whether it holds when these options happen and these hopes are given up."""
        if self.where is not None:
            asked = self._happening(self.where, np.arange(len(self.where), dtype=np.int32), chosen, given_up)
            return next(asked, None) is None or self.everywhere().kept_by(chosen)
        return next(self.breaches(chosen, given_up), None) is None

    def breaches(self, chosen: Numbers, given_up: Numbers = frozenset()) -> Iterator[Numbers]:
        """Yield, for each moment at which too many or too few of these options happen, those that do."""
        for now in self.moments():
            if not self.least <= self._count(now, chosen, given_up) <= self.most:
                yield chosen.intersection(self.of[now].tolist())

    def _count(self, now: Ints, chosen: Numbers, given_up: Numbers) -> int:
        counted: dict[int, int] = defaultdict(int)
        for place, option in self._happening(self.of, now, chosen, given_up):
            counted[option] = max(counted[option], self.weight(place))
        return sum(counted.values())

    def _happening(self, column: Ints, places: Ints, chosen: Numbers, given_up: Numbers) -> Iterator[tuple[int, int]]:
        """Yield each place whose option in a column happens, with that, if no hope that was given up excuses it."""
        for place, option in zip(places.tolist(), column[places].tolist(), strict=True):
            if option in chosen and (self.excuse is None or int(self.excuse[place]) not in given_up):
                yield place, option


def never_both(ones: Ints, others: Ints, *, of_others: int) -> tuple[Ints, Ints, int]:
    """Shape the columns `of`, `takes` and `most` of: if any of these happens, none of those does.

    At most one of `ones` and at most `of_others` of `others` can happen anyway.
    """
    takes = np.concatenate([np.full(len(ones), of_others), np.ones(len(others))]).astype(np.int32)
    return np.concatenate([ones, others]), takes, of_others
