"""Ask when those meet who were chosen to: a time for every meeting, or the limits that forbid it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ortools.sat.python import cp_model as cp

from speeddate.domain.goal import Stage
from speeddate.solver.board import Board, Evening, Literal
from speeddate.solver.climb import Climb
from speeddate.solver.clock import Clock
from speeddate.solver.fold import timed
from speeddate.solver.narrow import Narrow
from speeddate.solver.search import FOUND, Search


class Table:
    """The question when those meet who were chosen to, with all that a climb over folded options reached.

    `among` are the options of the chosen matches, `opened` the limits whose times that climb knew.
    """

    def __init__(
        self, evening: Evening, stages: Sequence[Stage], climbed: Climb, among: Narrow, opened: Collection[int]
    ) -> None:
        self.stages, self.climbed, self.among = stages, climbed, among
        self.board = Board(among.options, (), evening.hopes)
        self.holds: dict[int, Literal] = {}
        for number, limit in enumerate(evening.limits):
            if timed(limit) and number not in opened:
                self.holds[number] = self.board.model.new_bool_var("")
            self.board.hold(among.limit(limit), when=self.holds.get(number))
        for group in among.options.of_match:
            if len(group):
                self.board.model.add_exactly_one(self.board.columns(group))

    def seated(self, clock: Clock) -> tuple[Climb | None, set[int]]:
        """Find a time for every meeting; where there is none, groups of limits that forbid it, each without the others.

        First no hope may be given up that the climb did not give up: that is quickly told, and so is what forbids it.
        What that climb knew cannot be all that does.
        """
        search, clash = Search(self.board, clock), set[int]()
        status, core = self._asked(search, clash)
        while core:
            clash |= core
            status, core = self._asked(search, clash)
        if status in FOUND and not clash and self._as_good(found := self._found(search)):
            return found, set()
        search.hold(map(self.among.stage, self.stages), self.climbed.steps)
        if search.decide(self.holds.values(), patient=not clash) in FOUND:
            return self._found(search), set()
        return None, clash

    def _found(self, search: Search) -> Climb:
        return search.stands(ended=True, steps=self.climbed.steps, narrow=self.among)

    def _as_good(self, found: Climb) -> bool:
        """Tell whether a timetable is all that the climb reached; nearly always, who meets whom decides that."""
        options, chosen = self.among.whole, found.chosen or frozenset()
        values = (stage.measure.of(options, chosen, found.given_up) for stage in self.stages)
        signs = (stage.sign for stage in self.stages)
        steps = zip(signs, values, self.climbed.steps, strict=True)
        return all(sign * value >= sign * (step.value or 0) for sign, value, step in steps)

    def _asked(self, search: Search, clash: Collection[int]) -> tuple[cp.CpSolverStatus, set[int]]:
        """Ask with the hopes that the climb keeps, and without some limits; returns also which others clash."""
        hopes = enumerate(self.board.gives_up)
        kept: list[cp.LiteralT] = [~given_up for hope, given_up in hopes if hope not in self.climbed.given_up]
        holds = {number: held for number, held in self.holds.items() if number not in clash}
        status = search.decide([*kept, *holds.values()], patient=not clash)
        refuted = search.refuted() if status == cp.INFEASIBLE else ()
        return status, {number for number, held in holds.items() if held.index in refuted}
