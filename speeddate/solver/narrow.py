"""Look at some of the options only: the same limits and goals, over fewer columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import assert_never

import numpy as np

from speeddate.domain.clock import Ints
from speeddate.domain.goal import Changed, Fewest, GivenUp, Measure, Reached, Stage, Ties, Total, Waits
from speeddate.domain.limit import Limit, Numbers
from speeddate.domain.option import Options

OUTSIDE = -1


@dataclass(frozen=True, eq=False)
class Narrow:
    """Some options of a whole: `kept` are their numbers there."""

    whole: Options
    kept: Ints

    @cached_property
    def options(self) -> Options:
        """The options that are kept."""
        at, whole = self.kept, self.whole
        times = (whole.start[at], whole.end[at], whole.late[at], whole.extra[at])
        return Options(whole.matches, whole.crews, whole.match[at], whole.crew[at], *times)

    @cached_property
    def number(self) -> Ints:
        """The new number of each option of the whole; `OUTSIDE` where it is not kept."""
        numbers = np.full(len(self.whole), OUTSIDE, dtype=np.int32)
        numbers[self.kept] = np.arange(len(self.kept))
        return numbers

    def of(self, group: Ints) -> Ints:
        """Number a group anew."""
        numbers = self.number[group]
        there: Ints = numbers[numbers != OUTSIDE]
        return there

    def into(self, chosen: Iterable[int]) -> Numbers:
        """Number options of the whole as they are numbered here."""
        return frozenset(self.of(np.array(sorted(chosen), dtype=np.int32)).tolist())

    def back(self, chosen: Iterable[int]) -> Numbers:
        """Number options as the whole does."""
        return frozenset(self.kept[list(chosen)].tolist())

    def limit(self, limit: Limit) -> Limit:
        """Narrow a limit."""
        there = self._there(limit.of)
        busy = None if limit.busy is None else (limit.busy[0][there], limit.busy[1][there])
        takes = None if limit.takes is None else limit.takes[there]
        where = None if limit.where is None else self.of(limit.where)
        asking = there if limit.where is None else self._there(limit.where)
        excuse = None if limit.excuse is None else limit.excuse[asking]
        return replace(limit, of=self.of(limit.of), where=where, busy=busy, takes=takes, excuse=excuse)

    def _there(self, group: Ints) -> Ints:
        """Find the places of those in a group that are kept."""
        places: Ints = np.flatnonzero(self.number[group] != OUTSIDE).astype(np.int32)
        return places

    def stage(self, stage: Stage) -> Stage:
        """Narrow a stage."""
        return replace(stage, measure=self._measure(stage.measure))

    def _measure(self, measure: Measure) -> Measure:  # noqa: PLR0911  # one return per measure
        match measure:
            case Total(weights):
                return Total(weights[self.kept])
            case Ties(weights, hopes):
                return Ties(weights[self.kept], hopes)
            case Reached(groups):
                return Reached(tuple((self.of(group), reach) for group, reach in groups))
            case Fewest(groups):
                return Fewest(self._groups(groups))
            case Waits(groups):
                return Waits(self._groups(groups))
            case Changed(groups):
                return Changed(tuple((self.of(group), self._groups(before)) for group, before in groups))
            case GivenUp():
                return measure
            case _:
                assert_never(measure)

    def _groups(self, groups: Sequence[Ints]) -> tuple[Ints, ...]:
        return tuple(map(self.of, groups))
