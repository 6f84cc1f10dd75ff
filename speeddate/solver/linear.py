"""Let go of whole numbers: what parts of meetings cannot beat, whole meetings cannot either.

A linear program is solved in floating point, but nothing is believed because it says so: its prices are rounded, and
what they prove is added up again in whole numbers. A wrong price makes a bound weaker, never false.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

import numpy as np
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.util.python.solve_interrupter import SolveInterrupter

from speeddate.solver.clock import SHORTEST, Clock
from speeddate.solver.rows import Long, Rows

FINE = 10**9  # parts of one that prices are rounded to
CLOSE = FINE // 1000  # a bound this close to a whole number decides which columns can still move
ALMOST = 1e-7


@dataclass(frozen=True, eq=False)
class Prices:
    """What a cost comes to at least, in parts of `FINE`, and how much dearer it gets as a column or row moves off."""

    cost: Long
    floor: int
    of_column: Long
    of_row: Long

    @property
    def bound(self) -> int:
        """The least that whole numbers can come to."""
        return -(-self.floor // FINE)

    @property
    def tight(self) -> bool:
        """Whether there is nothing between the prices and whole numbers."""
        return self.bound * FINE - self.floor <= CLOSE


class Linear:
    """The linear program of some rows: prices one cost after another, each among what kept the ones before.

    The rows are its own from then on: what cannot move any more is written into them.
    """

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.model = _model(rows)
        self.columns = list(self.model.variables())
        self.lines = list(self.model.linear_constraints())
        self.at: np.ndarray | None = None
        self.held = 0  # rows that had to be added, because prices fell short of whole numbers

    @cached_property
    def solver(self) -> mathopt.IncrementalSolver:
        """The solver, which keeps where it stands from one cost to the next."""
        return mathopt.IncrementalSolver(self.model, mathopt.SolverType.GLOP)

    @property
    def whole(self) -> bool:
        """Whether the last plan that was found has no parts of meetings in it."""
        return self.at is not None and bool(np.abs(self.at - np.rint(self.at)).max(initial=0) < ALMOST)

    def price(self, cost: Long, clock: Clock) -> Prices | None:
        """Find the prices that prove most; None when time is out, or when nothing keeps all that is held."""
        if (self.rows.least > self.rows.most).any():
            return None
        if self.at is not None and cost @ self.at <= self.rows.cheapest(cost) + ALMOST:
            return self.checked(cost, np.zeros(len(self.lines)))
        self.model.minimize(self._sum(cost))
        limit = None if clock.left is None else timedelta(seconds=max(SHORTEST, clock.left))
        wish, interrupter = mathopt.SolveParameters(time_limit=limit), SolveInterrupter()
        found = clock.run(lambda: self.solver.solve(params=wish, interrupter=interrupter), halt=interrupter.interrupt)
        if found.termination.reason != mathopt.TerminationReason.OPTIMAL:
            return None
        values, prices = found.variable_values(), found.dual_values()
        self.at = np.array([values[column] for column in self.columns])
        return self.checked(cost, np.array([prices[line] for line in self.lines]))

    def checked(self, cost: Long, prices: np.ndarray) -> Prices:
        """Add up in whole numbers what prices prove: the rows at their prices, and what is left of the cost."""
        rows, of_row = self.rows, np.rint(prices * FINE).astype(np.int64)
        of_column = cost * FINE
        np.subtract.at(of_column, rows.column, rows.weight * of_row[rows.row])
        floor = np.where(of_row > 0, of_row * rows.least, of_row * rows.most).sum() + rows.cheapest(of_column)
        return Prices(cost, int(floor), of_column, of_row)

    def settle(self, prices: Prices, value: int) -> Long:
        """Keep to plans that cost no more than this; returns the columns that cannot move any more."""
        room, rows = value * FINE - prices.floor, self.rows
        columns = _dear(prices.of_column, room, rows.low, rows.high)
        lines = _dear(prices.of_row, room, rows.least, rows.most)
        for number in columns.tolist():
            self.columns[number].lower_bound = self.columns[number].upper_bound = float(rows.low[number])
        for number in lines.tolist():
            self.lines[number].lower_bound = self.lines[number].upper_bound = float(rows.least[number])
        if room > CLOSE:
            self._hold(prices.cost, value)
        return columns

    def _hold(self, cost: Long, value: int) -> None:
        self.rows = self.rows.and_one(cost, value)
        self.held += 1
        self.lines.append(self.model.add_linear_constraint(ub=float(value), expr=self._sum(cost)))

    def _sum(self, cost: Long) -> mathopt.LinearSum:
        return mathopt.LinearSum([float(cost[n]) * self.columns[n] for n in np.flatnonzero(cost).tolist()])


def _dear(prices: Long, room: int, low: Long, high: Long) -> Long:
    """Find what cannot leave its cheaper end without costing more than there is room for, and let it stay there."""
    stay: Long = np.flatnonzero((np.abs(prices) > room) & (low < high))
    low[stay] = high[stay] = np.where(prices[stay] > 0, low[stay], high[stay])
    return stay


def _model(rows: Rows) -> mathopt.Model:
    """Write rows as a linear program, all columns free to be parts."""
    model = model_pb2.ModelProto()
    model.variables.ids.extend(range(len(rows.low)))
    model.variables.lower_bounds.extend(rows.low.astype(float))
    model.variables.upper_bounds.extend(rows.high.astype(float))
    model.variables.integers.extend([False] * len(rows.low))
    model.linear_constraints.ids.extend(range(len(rows.least)))
    model.linear_constraints.lower_bounds.extend(rows.least.astype(float))
    model.linear_constraints.upper_bounds.extend(rows.most.astype(float))
    model.linear_constraint_matrix.row_ids.extend(rows.row)
    model.linear_constraint_matrix.column_ids.extend(rows.column)
    model.linear_constraint_matrix.coefficients.extend(rows.weight.astype(float))
    return mathopt.Model.from_model_proto(model)
