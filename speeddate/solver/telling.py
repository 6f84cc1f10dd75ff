"""Tell on the way: each better value that a search finds, as soon as it is found."""

from __future__ import annotations

from time import perf_counter

from ortools.sat.python import cp_model as cp

from speeddate.domain.goal import Stage
from speeddate.solver.climb import Step, Watch


class Telling(cp.CpSolverSolutionCallback):
    """Tells whoever watches of each better value on the way."""

    def __init__(self, stage: Stage, began: float, watch: Watch) -> None:
        super().__init__()
        self.stage, self.began, self.watch = stage, began, watch

    def on_solution_callback(self) -> None:
        """Pass on a better value, and the bound so far."""
        value, bound = round(self.objective_value), round(self.best_objective_bound)
        self.watch(Step(self.stage, value, bound, proven=False, seconds=perf_counter() - self.began))
