"""Tell on the way: each better value that a search finds, as soon as it is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from ortools.sat.python import cp_model as cp

from speeddate.domain.goal import Stage
from speeddate.solver.board import Board, Literal
from speeddate.solver.climb import Climb, Found, Step, Watch


class Telling(cp.CpSolverSolutionCallback):
    """Tells whoever watches of each better value on the way."""

    def __init__(self, board: Board, stage: Stage, began: float, watch: Watch) -> None:
        super().__init__()
        self.board, self.stage, self.began, self.watch = board, stage, began, watch

    def on_solution_callback(self) -> None:
        """Pass on a better value, and the bound so far."""
        value, bound = round(self.objective_value), round(self.best_objective_bound)
        found = found_on(self.board, self.boolean_value)
        self.watch(Step(self.stage, value, bound, proven=False, seconds=perf_counter() - self.began, found=found))


def tell(watch: Watch | None, step: Step, board: Board, reached: Climb) -> None:
    """Tell whoever watches of a step, and of the timetable that was reached with it on a board."""
    if watch:
        found = Found(board.options, board.limits, reached.chosen or frozenset(), reached.given_up)
        watch(replace(step, found=found))


def found_on(board: Board, true: Callable[[Literal], bool]) -> Found:
    """Read a timetable off a board."""
    chosen, given_up = (
        frozenset(number for number, column in enumerate(columns) if true(column))
        for columns in (board.happens, board.gives_up)
    )
    return Found(board.options, board.limits, chosen, given_up)
