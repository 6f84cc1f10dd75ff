"""One solver over one board: each goal is proven, then held, before the next is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from time import perf_counter
from typing import Any

from ortools.sat.python import cp_model as cp

from speeddate.domain.goal import Stage
from speeddate.solver.board import Board
from speeddate.solver.climb import Climb, Step, Watch
from speeddate.solver.clock import SHORTEST, Clock
from speeddate.solver.measures import Expression, measured
from speeddate.solver.narrow import Narrow
from speeddate.solver.rows import Long
from speeddate.solver.telling import Telling, found_on, tell

FOUND = (cp.OPTIMAL, cp.FEASIBLE)
STRATEGIES = ("max_lp", "core")  # of the two workers; two that share two cores prove faster than eight do
SOON = 10_000  # conflicts: a second at a large event


class Search:
    """One solver over one board, and the time that is left; `proving`, or only after something better."""

    def __init__(self, board: Board, clock: Clock, *, proving: bool = True) -> None:
        self.board, self.clock, self.proving = board, clock, proving
        self.solver = cp.CpSolver()
        self.solver.parameters.cp_model_probing_level = 0  # costs more than it gives, measured at 24 × 6
        self.solver.parameters.symmetry_level = 0
        self.solver.parameters.catch_sigint_signal = False
        if proving:
            self.solver.parameters.linearization_level = 2
            self.solver.parameters.subsolvers.extend(STRATEGIES)
        else:
            self.solver.parameters.max_presolve_iterations = 1
            self.solver.parameters.cp_model_use_sat_presolve = False
        self._expressions: dict[Stage, Expression] = {}

    def expression(self, stage: Stage) -> Expression:
        """What a stage measures, in the columns of the board."""
        if stage not in self._expressions:
            self._expressions[stage] = measured(self.board, stage.measure)
        return self._expressions[stage]

    def first(self) -> Climb:
        """Find any timetable at all."""
        status = self.solve()
        if status in FOUND:
            return self._stands(ended=True)
        return Climb(None, frozenset(), (), ended=status == cp.INFEASIBLE)

    def another(self) -> Climb:
        """Find a timetable as if none had been found before: likely another one."""
        self.board.model.clear_hints()  # type: ignore[no-untyped-call]
        self.solver.parameters.random_seed += 1
        return self.first()

    def best(self, stage: Stage, reached: Climb, watch: Watch | None) -> tuple[Step, Climb]:
        """Reach one stage, hold what was reached, and start the next search from there."""
        began, expression = perf_counter(), self.expression(stage)
        if self._perfect(stage, reached):
            self.keep(stage, 0)
            step = Step(stage, 0, 0, proven=True, seconds=perf_counter() - began)
            tell(watch, step, self.board, reached)
            return step, reached
        (self.board.model.maximize if stage.direction == "most" else self.board.model.minimize)(expression)
        if not self.proving:
            self._hint_all()
        status = self.solve(Telling(self.board, stage, began, watch) if watch else None)
        seconds = perf_counter() - began
        if status not in FOUND:
            return Step(stage, None, None, proven=False, seconds=seconds), replace(reached, ended=False)
        proven, value = bool(status == cp.OPTIMAL), self.solver.value(expression)
        self.keep(stage, value)
        bound = value if proven else int(self.solver.best_objective_bound)
        step, reached = Step(stage, value, bound, proven=proven, seconds=seconds), self._stands(ended=proven)
        tell(watch, step, self.board, reached)
        return step, reached

    def _perfect(self, stage: Stage, reached: Climb) -> bool:
        """Tell whether what is to be least is nothing already."""
        assert reached.chosen is not None
        value = stage.measure.of(self.board.options, reached.chosen, reached.given_up)
        return stage.direction == "least" and value == 0

    def decide(self, supposed: Iterable[cp.LiteralT], *, patient: bool) -> Any:
        """Tell whether there is a plan in which all that is supposed is true.

        Clauses alone say soonest that there is none, and why; all workers together say soonest that there is one.
        Who is `patient` asks them too.
        """
        supposed = list(supposed)
        self.board.model.clear_assumptions()
        sure = self.board.model.clone()
        self.board.model.add_assumptions(supposed)
        status = self._solve_by(_clauses(max_number_of_conflicts=SOON, cp_model_presolve=False))
        if patient and status == cp.UNKNOWN:
            sure.add_bool_and(supposed)
            status = self.solve(model=sure)
            return self._solve_by(_clauses()) if status == cp.INFEASIBLE else status  # only clauses say why
        return status

    def _solve_by(self, parameters: Any) -> Any:
        """Solve with one worker that goes by other parameters than usual."""
        usual, self.solver.parameters = self.solver.parameters, parameters
        status = self.solve(workers=1)
        self.solver.parameters = usual
        return status

    def refuted(self) -> set[int]:
        """Look up the columns that were supposed and cannot all be true, once a decision was that there is no plan."""
        return set(self.solver.sufficient_assumptions_for_infeasibility())

    def solve(self, telling: Any = None, *, workers: int = 0, model: cp.CpModel | None = None) -> Any:
        """Solve the board as it stands, or a model of its columns that says more; returns the solver's status."""
        left = self.clock.left
        self.solver.parameters.num_workers = workers or self.clock.workers
        if left is not None:
            self.solver.parameters.max_time_in_seconds = max(SHORTEST, left)
        asked = model or self.board.model
        return self.clock.run(lambda: self.solver.solve(asked, telling), halt=self.solver.stop_search)

    def hold(self, stages: Iterable[Stage], steps: Sequence[Step]) -> None:
        """Hold what a climb over other columns reached."""
        for stage, step in zip(stages, steps, strict=False):
            if step.value is not None:
                self.keep(stage, step.value)

    def keep(self, stage: Stage, value: int) -> None:
        """Hold that a stage comes to at least as good a value."""
        expression = self.expression(stage)
        self.board.model.add(expression >= value if stage.direction == "most" else expression <= value)

    def fix(self, columns: Long, values: Long) -> None:
        """Let columns of the board be what they can only be; `values` has one for every column."""
        model = self.board.model
        for number in columns.tolist():
            value = int(values[number])
            model.add_linear_constraint(model.get_int_var_from_proto_index(number), value, value)

    def from_here(self, reached: Climb, held: Iterable[Stage]) -> None:
        """Hold what was proven, and start the next search from where it stands."""
        self.hold(held, reached.steps)
        self._hint(reached)

    def stands(self, *, ended: bool, steps: Sequence[Step] = (), narrow: Narrow | None = None) -> Climb:
        """Read what the solver found; where its board is a narrow one, in the numbers of the whole."""
        found = found_on(self.board, self.solver.boolean_value)
        chosen = narrow.back(found.chosen) if narrow else found.chosen
        return Climb(chosen, found.given_up, tuple(steps), ended)

    def _stands(self, *, ended: bool) -> Climb:
        reached = self.stands(ended=ended)
        self._hint(reached)
        return reached

    def _hint_all(self) -> None:
        """Work out the columns that follow from where the next search starts: else that takes half of its time."""
        if self._solve_by(_clauses(fix_variables_to_their_hinted_value=True)) in FOUND:
            model, values = self.board.model, self.solver.response_proto.solution
            model.clear_hints()  # type: ignore[no-untyped-call]
            for number, value in enumerate(values):
                model.add_hint(model.get_int_var_from_proto_index(number), value)

    def _hint(self, reached: Climb) -> None:
        self.board.model.clear_hints()  # type: ignore[no-untyped-call]
        for columns, true in ((self.board.happens, reached.chosen), (self.board.gives_up, reached.given_up)):
            for number, column in enumerate(columns):
                self.board.model.add_hint(column, number in (true or ()))


def ascend(search: Search, stages: Sequence[Stage], reached: Climb, watch: Watch | None) -> Climb:
    """Go on from a timetable that is there, one search after another."""
    steps: list[Step] = []
    for stage in stages if reached.chosen is not None else ():
        if reached.ended:
            step, reached = search.best(stage, reached, watch)
            steps.append(step)
        else:
            steps.append(Step(stage, None, None, proven=False, seconds=0.0))
    return replace(reached, steps=tuple(steps))


def _clauses(**special: int) -> Any:
    """Set a solver to go by clauses alone, with no linear program beside them."""
    parameters = cp.CpSolver().parameters
    parameters.catch_sigint_signal = False
    parameters.linearization_level = 0
    parameters.cp_model_probing_level = 0
    for name, value in special.items():
        setattr(parameters, name, value)
    return parameters
