"""Reach the goals one after another: each is proven, then held, before the next is touched."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any

from ortools.sat.python import cp_model as cp

from speeddate.domain.goal import Stage
from speeddate.domain.limit import Numbers
from speeddate.solver.board import Board
from speeddate.solver.measures import measured

FOUND = (cp.OPTIMAL, cp.FEASIBLE)


@dataclass(frozen=True, slots=True)
class Step:
    """How far one stage came: what it reached, the best it could still be, and whether that is proven."""

    stage: Stage
    value: int | None
    bound: int | None
    proven: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Climb:
    """A whole climb: what happens, what is given up, every step, and whether it ended by itself.

    `chosen` is None when there is no timetable: none is possible (`ended`), or none was found in time.
    """

    chosen: Numbers | None
    given_up: Numbers
    steps: tuple[Step, ...]
    ended: bool


Watch = Callable[[Step], None]


def climb(
    board: Board, stages: Iterable[Stage], *, seconds: float | None = None, watch: Watch | None = None, workers: int = 0
) -> Climb:
    """Climb as far as time allows; `seconds` is for all stages together. Ctrl-C ends it like time does."""
    search = Search(board, seconds, workers)
    reached = search.first()
    steps: list[Step] = []
    for stage in stages if reached.chosen is not None else ():
        if not reached.ended:
            steps.append(Step(stage, None, None, proven=False, seconds=0.0))
            continue
        step, reached = search.best(stage, reached, watch)
        steps.append(step)
    return replace(reached, steps=tuple(steps))


class Search:
    """One solver over one board, and the time that is left."""

    def __init__(self, board: Board, seconds: float | None, workers: int) -> None:
        self.board = board
        self.until = None if seconds is None else perf_counter() + seconds
        self.solver = cp.CpSolver()
        self.solver.parameters.num_workers = workers or max(1, min(8, os.cpu_count() or 1))
        self.solver.parameters.linearization_level = 2
        self.solver.parameters.symmetry_level = 1

    def first(self) -> Climb:
        """Find any timetable at all."""
        status = self._solve(None)
        if status in FOUND:
            return self._stands(ended=True)
        return Climb(None, frozenset(), (), ended=status == cp.INFEASIBLE)

    def best(self, stage: Stage, reached: Climb, watch: Watch | None) -> tuple[Step, Climb]:
        """Reach one goal, hold what was reached, and start the next search from there."""
        began = perf_counter()
        expression = measured(self.board, stage.measure)
        model = self.board.model
        (model.maximize if stage.direction == "most" else model.minimize)(expression)
        status = self._solve(_Telling(stage, began, watch) if watch else None)
        taken = perf_counter() - began
        if status not in FOUND:
            return Step(stage, None, None, proven=False, seconds=taken), replace(reached, ended=False)
        value, bound = round(self.solver.objective_value), round(self.solver.best_objective_bound)
        model.add(expression >= value if stage.direction == "most" else expression <= value)
        step = Step(stage, value, bound, proven=status == cp.OPTIMAL, seconds=taken)
        if watch:
            watch(step)
        return step, self._stands(ended=step.proven)

    def _solve(self, telling: Any) -> Any:
        if self.until is not None:
            self.solver.parameters.max_time_in_seconds = max(0.01, self.until - perf_counter())
        return self.solver.solve(self.board.model, telling)

    def _stands(self, *, ended: bool) -> Climb:
        board, solver = self.board, self.solver
        board.model.clear_hints()  # type: ignore[no-untyped-call]
        for column in (*board.happens, *board.gives_up):
            board.model.add_hint(column, solver.boolean_value(column))
        chosen = frozenset(n for n, column in enumerate(board.happens) if solver.boolean_value(column))
        given_up = frozenset(n for n, column in enumerate(board.gives_up) if solver.boolean_value(column))
        return Climb(chosen, given_up, (), ended)


class _Telling(cp.CpSolverSolutionCallback):
    """Tells whoever watches of each better value on the way."""

    def __init__(self, stage: Stage, began: float, watch: Watch) -> None:
        super().__init__()
        self.stage, self.began, self.watch = stage, began, watch

    def on_solution_callback(self) -> None:
        """Pass on a better value, and the bound so far."""
        value, bound = round(self.objective_value), round(self.best_objective_bound)
        self.watch(Step(self.stage, value, bound, proven=False, seconds=perf_counter() - self.began))
