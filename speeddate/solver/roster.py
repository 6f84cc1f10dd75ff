"""Find who meets whom before when: the goals that need no clock, over folded options.

A fold may promise what the clock cannot keep. Then the limits behind the clash are opened, and the search goes on with
their times in it; in the end, all could be open, and the fold is the whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from ortools.sat.python import cp_model as cp

from speeddate.domain.clock import Ints
from speeddate.domain.goal import Stage
from speeddate.domain.limit import Limit, Numbers
from speeddate.domain.option import Options
from speeddate.solver.board import Board
from speeddate.solver.climb import FOUND, Climb, Clock, Search, Watch, climb
from speeddate.solver.fold import Fold, fold, folded, folded_stage, timed
from speeddate.solver.narrow import Narrow


@dataclass(frozen=True, eq=False)
class Evening:
    """All that a search is about: options, limits over them, and how many hopes there are."""

    options: Options
    limits: Sequence[Limit]
    hopes: int


def rostered(evening: Evening, stages: Sequence[Stage], clock: Clock, watch: Watch | None) -> tuple[Climb, int]:
    """Climb the first stages, those that need no clock; returns the climb and how many stages it took.

    Where time ends first, or nothing fits, `chosen` is None.
    """
    opened: set[int] = set()
    while True:
        at = fold(evening.options, evening.limits, opened)
        first = list(_first(stages, at))
        board = Board(at.options, _folded(evening, at, opened), evening.hopes)
        climbed = climb(board, first, clock=clock, watch=watch)
        if climbed.chosen is None or not climbed.ended:
            return replace(climbed, chosen=None), len(first)
        kept = np.flatnonzero(np.isin(at.of_option, list(climbed.chosen))).astype(np.int32)
        table = Table(evening, at, Narrow(evening.options, kept), climbed)
        seated = table.seated(clock)
        if seated is not None:
            return replace(climbed, chosen=seated), len(first)
        behind = table.behind(clock, opened)
        if not behind:
            return replace(climbed, chosen=None, ended=False), len(first)
        opened |= behind


def _first(stages: Sequence[Stage], at: Fold) -> Iterator[Stage]:
    for stage in stages:
        less = folded_stage(stage, at)
        if less is None:
            return
        yield less


def _folded(evening: Evening, at: Fold, opened: Collection[int]) -> Iterator[Limit]:
    for number, limit in enumerate(evening.limits):
        yield from folded(limit, at, opened=number in opened)


@dataclass(frozen=True, eq=False)
class Table:
    """The question when those meet who were chosen to: a few options for each meeting."""

    evening: Evening
    at: Fold
    narrow: Narrow
    climbed: Climb

    def seated(self, clock: Clock) -> Numbers | None:
        """Find a time for every meeting; None when there is none."""
        board = self._board(self.evening.limits)
        return self._solved(board, clock)

    def behind(self, clock: Clock, opened: Collection[int]) -> set[int]:
        """Find the fewest limits that have to give way for all meetings to find a time."""
        clocked = [n for n, limit in enumerate(self.evening.limits) if timed(limit) and n not in opened]
        apart = set(clocked)
        board = self._board([limit for n, limit in enumerate(self.evening.limits) if n not in apart])
        holds = {number: board.model.new_bool_var("") for number in clocked}
        for number, held in holds.items():
            board.hold(self.narrow.limit(self.evening.limits[number]), when=held)
        board.model.maximize(cp.LinearExpr.sum(list(holds.values())))
        search = Search(board, clock)
        if search.solve() not in FOUND:
            return set()
        return {number for number, held in holds.items() if not search.solver.boolean_value(held)}

    def _board(self, limits: Sequence[Limit]) -> Board:
        board = Board(self.narrow.options, map(self.narrow.limit, limits), self.evening.hopes)
        for hope, column in enumerate(board.gives_up):
            if hope not in self.climbed.given_up:
                board.model.add(column == 0)
        for group in self._alike():
            board.model.add_exactly_one(board.columns(group))
        return board

    def _alike(self) -> list[Ints]:
        folds = self.at.of_option[self.narrow.kept]
        return [np.flatnonzero(folds == one).astype(np.int32) for one in np.unique(folds)]

    def _solved(self, board: Board, clock: Clock) -> Numbers | None:
        search = Search(board, clock)
        if search.solve() not in FOUND:
            return None
        chosen = [n for n, column in enumerate(board.happens) if search.solver.boolean_value(column)]
        return self.narrow.back(chosen)
