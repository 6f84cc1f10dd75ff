"""Find who meets whom before when: the goals that need no clock, over folded options.

A fold may promise what the clock cannot keep. Then the limits behind the clash are opened, and the search goes on with
their times in it; in the end, all could be open, and the fold is the whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
from ortools.sat.python import cp_model as cp

from speeddate.domain.clock import Ints
from speeddate.domain.goal import Stage
from speeddate.domain.limit import Limit
from speeddate.solver.ascent import climb
from speeddate.solver.board import Board, Evening
from speeddate.solver.climb import Climb, Watch
from speeddate.solver.clock import Clock
from speeddate.solver.fold import fold, folded, folded_stage, timed
from speeddate.solver.narrow import Narrow
from speeddate.solver.search import FOUND, Search


@dataclass(frozen=True, eq=False)
class Roster:
    """Who meets whom: a climb over folded options, the stages it took, and the options of those who were chosen.

    `timetable` is a climb over the whole evening that keeps all that was promised; None when the clock forbids it.
    """

    climbed: Climb
    stages: Sequence[Stage]
    among: Narrow | None = None
    timetable: Climb | None = None


def rostered(evening: Evening, stages: Sequence[Stage], *, clock: Clock, watch: Watch | None = None) -> Roster:
    """Climb the stages that need no clock, as often as it takes to find a timetable; when time is out, the last one."""
    opened: set[int] = set()
    before: Roster | None = None
    while True:
        roster = _pass(evening, stages, opened, clock, watch)
        if roster.among is None:
            return roster if before is None or roster.climbed.ended else before
        behind = set() if roster.timetable else _Table(evening, roster, roster.among).behind(clock, opened)
        if not behind:
            return roster
        opened |= _kin(evening.limits, behind)
        before = roster


def _pass(
    evening: Evening, stages: Sequence[Stage], opened: Collection[int], clock: Clock, watch: Watch | None
) -> Roster:
    at = fold(evening.options, evening.limits, opened)
    first = [less for less in takewhile(bool, (folded_stage(stage, at) for stage in stages)) if less]
    limits = [less for n, limit in enumerate(evening.limits) for less in folded(limit, at, opened=n in opened)]
    climbed = climb(Evening(at.options, limits, evening.hopes), first, clock=clock, watch=watch)
    roster = Roster(climbed, stages[: len(first)])
    if climbed.chosen is None or not climbed.ended:
        return roster
    matches = np.unique(at.options.match[list(climbed.chosen)])
    among = Narrow(evening.options, np.flatnonzero(np.isin(evening.options.match, matches)).astype(np.int32))
    return Roster(climbed, roster.stages, among, _Table(evening, roster, among).seated(clock))


def _kin(limits: Sequence[Limit], some: Collection[int]) -> set[int]:
    """Find all limits about the same as some: what one person asks of the clock is best asked in one go."""
    same = {limits[number].about for number in some}
    return {*some, *(number for number, limit in enumerate(limits) if limit.about in same and timed(limit))}


@dataclass(frozen=True, eq=False)
class _Table:
    """The question when those meet who were chosen to, with all that was promised."""

    evening: Evening
    roster: Roster
    among: Narrow

    def seated(self, clock: Clock) -> Climb | None:
        """Find a time for every meeting; None when there is none."""
        search = self._search(self.evening.limits, clock)
        if search.decide() not in FOUND:
            return None
        return search.stands(ended=True, steps=self.roster.climbed.steps, narrow=self.among)

    def behind(self, clock: Clock, opened: Collection[int]) -> set[int]:
        """Find the fewest limits that have to give way for all meetings to find a time."""
        clocked = [n for n, limit in enumerate(self.evening.limits) if timed(limit) and n not in opened]
        apart = set(clocked)
        search = self._search([limit for n, limit in enumerate(self.evening.limits) if n not in apart], clock)
        model = search.board.model
        holds = {number: model.new_bool_var("") for number in clocked}
        for number, held in holds.items():
            search.board.hold(self.among.limit(self.evening.limits[number]), when=held)
        model.maximize(cp.LinearExpr.sum(list(holds.values())))
        if search.solve() not in FOUND:
            return set()
        return {number for number, held in holds.items() if not search.solver.boolean_value(held)}

    def _search(self, limits: Sequence[Limit], clock: Clock) -> Search:
        board = Board(self.among.options, map(self.among.limit, limits), self.evening.hopes)
        search = Search(board, clock)
        search.hold(map(self.among.stage, self.roster.stages), self.roster.climbed.steps)
        for group in self._meetings():
            board.model.add_exactly_one(board.columns(group))
        return search

    def _meetings(self) -> Iterator[Ints]:
        """Yield the options of each chosen match."""
        return (group for group in self.among.options.of_match if len(group))
