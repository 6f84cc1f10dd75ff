"""Read a board as rows of whole numbers: what a linear program needs, and the checking of what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model as cp

from speeddate.solver.board import Board
from speeddate.solver.measures import Expression

Long = NDArray[np.int64]
FAR = 1 << 40  # further than any row can come


@dataclass(frozen=True, eq=False)
class Rows:
    """Row i: `least[i]` ≤ the sum of `weight` × its columns ≤ `most[i]`; column j lies between `low[j]` and `high[j]`.

    `row`, `column` and `weight` stand beside one another, one for each place where the rows are not zero.
    """

    row: Long
    column: Long
    weight: Long
    least: Long
    most: Long
    low: Long
    high: Long

    def cheapest(self, cost: Long) -> int:
        """The least that a cost could come to if no row were there."""
        return int(np.minimum(cost * self.low, cost * self.high).sum())

    def and_one(self, weights: Long, most: int) -> Rows:
        """Add a row: these weights come to no more than this."""
        columns = np.flatnonzero(weights)
        return replace(
            self,
            row=np.append(self.row, np.full(len(columns), len(self.most))),
            column=np.append(self.column, columns),
            weight=np.append(self.weight, weights[columns]),
            least=np.append(self.least, self.cheapest(weights)),
            most=np.append(self.most, most),
        )


Line = tuple[list[int], list[int], int, int]


def rows(board: Board) -> Rows:
    """Gather the rows of a board: at most one of some, clauses, implications, and sums that always hold."""
    domains = [list(variable.domain) for variable in board.model.proto.variables]
    low, high = (np.array([domain[end] for domain in domains], dtype=np.int64) for end in (0, -1))
    lines = [_positive(*line) for line in _lines(board.model.proto.constraints)]
    numbers = np.repeat(np.arange(len(lines)), [len(line[0]) for line in lines])
    columns = np.fromiter((column for line in lines for column in line[0]), dtype=np.int64)
    weights = np.fromiter((weight for line in lines for weight in line[1]), dtype=np.int64)
    places, into = np.unique(numbers * len(low) + columns, return_inverse=True)
    weight = np.zeros(len(places), dtype=np.int64)
    np.add.at(weight, into.ravel(), weights)
    row, column = np.divmod(places, len(low))
    least, most = (np.fromiter((line[end] for line in lines), dtype=np.int64) for end in (2, 3))
    at = (weight * low[column], weight * high[column])
    reach = [np.zeros(len(lines), dtype=np.int64) for _ in range(2)]
    for total, extreme in zip(reach, (np.minimum(*at), np.maximum(*at)), strict=True):
        np.add.at(total, row, extreme)
    return Rows(row, column, weight, np.maximum(least, reach[0]), np.minimum(most, reach[1]), low, high)


def _lines(constraints: Iterable[Any]) -> Iterator[Line]:
    """Yield what each constraint says, in literals; sums that do not always hold are left out."""
    for constraint in constraints:
        always = not constraint.enforcement_literal
        if constraint.has_at_most_one() and always:
            literals = list(constraint.at_most_one.literals)
            yield literals, [1] * len(literals), -FAR, 1
        elif constraint.has_bool_or():
            literals = [*constraint.bool_or.literals, *(-1 - when for when in constraint.enforcement_literal)]
            yield literals, [1] * len(literals), 1, FAR
        elif constraint.has_bool_and():
            (when,) = constraint.enforcement_literal
            yield from (([then, -1 - when], [1, 1], 1, FAR) for then in constraint.bool_and.literals)
        elif constraint.has_linear() and always:
            domain = list(constraint.linear.domain)
            weights = list(constraint.linear.coeffs)
            yield list(constraint.linear.vars), weights, max(-FAR, domain[0]), min(FAR, domain[-1])


def _positive(literals: list[int], weights: list[int], least: int, most: int) -> Line:
    """Write a line in columns: a literal below zero is one less its column."""
    turned = sum(weight for literal, weight in zip(literals, weights, strict=True) if literal < 0)
    signs = [-weight if literal < 0 else weight for literal, weight in zip(literals, weights, strict=True)]
    columns = [-1 - literal if literal < 0 else literal for literal in literals]
    return columns, signs, least - turned, most - turned


def costs(expression: Expression, columns: int) -> Long:
    """Spread an expression over all columns; what it adds to every plan alike is left out."""
    spread = np.zeros(columns, dtype=np.int64)
    flat = cp.FlatIntExpr(expression)
    for variable, weight in zip(flat.vars, flat.coeffs, strict=True):
        spread[variable.index] += weight
    return spread
