"""The board: a column for every option and every hope, and rows for the limits over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model as cp

from speeddate.domain.clock import Ints
from speeddate.domain.limit import NEVER, Limit, Numbers
from speeddate.domain.option import Options

Literal = cp.IntVar
Term = tuple[Literal, int]


@dataclass(frozen=True, eq=False)
class Apart:
    """At most one of these options happens, unless one of some hopes is given up: then `could` of them."""

    of: Ints
    unless: tuple[int, ...]
    could: int


class Board:
    """A CP-SAT model of an event: `happens` by option, `gives_up` by hope."""

    def __init__(self, options: Options, limits: Iterable[Limit], hopes: int) -> None:
        self.options, self.limits = options, tuple(limits)
        self.model = cp.CpModel()
        self.happens: list[Literal] = [self.model.new_bool_var("") for _ in range(len(options))]
        self.gives_up: list[Literal] = [self.model.new_bool_var("") for _ in range(hopes)]
        self._counted: dict[tuple[int, frozenset[int]], Literal] = {}
        self._kept: dict[tuple[int | bytes, ...], Literal] = {}
        for limit in self.limits:
            self.hold(limit)

    def columns(self, of: Ints) -> list[Literal]:
        """Look up the columns of some options."""
        return [self.happens[option] for option in of.tolist()]

    def hold(self, limit: Limit, when: Literal | None = None) -> None:
        """Let a limit hold, always or only when a literal is true."""
        unless = [] if when is None else [~when]
        if limit.where is not None:
            self._forbid(limit.where, limit.excuse, [self._keeps(limit.everywhere()), *unless])
            return
        if limit.most == 0 and limit.excuse is not None and limit.busy is None:
            self._forbid(limit.of, limit.excuse, unless)
            return
        for now in limit.moments():
            row = self._row(limit, list(self._terms(limit, now)))
            if row is not None and when is not None:
                row.only_enforce_if(when)

    def part(self, apart: Apart) -> None:
        """Let at most one of some options happen."""
        columns, more = self.columns(apart.of), [self.gives_up[hope] for hope in apart.unless]
        if more:
            self.model.add(cp.LinearExpr.sum(columns) <= 1 + (apart.could - 1) * cp.LinearExpr.sum(more))
        else:
            self.model.add_at_most_one(columns)

    def settle(self, given_up: Numbers) -> None:
        """Let every match happen once, and just these hopes be given up: when, and with whom beside them, is open."""
        for group in self.options.of_match:
            if len(group):
                self.model.add_exactly_one(self.columns(group))
        for hope, column in enumerate(self.gives_up):
            self.model.add(column == (hope in given_up))

    def _row(self, limit: Limit, terms: list[Term]) -> cp.Constraint | None:
        if not limit.least and sum(weight for _, weight in terms) <= limit.most:
            return None
        columns, weights = [column for column, _ in terms], [weight for _, weight in terms]
        if limit.most == 1 and not limit.least and max(weights) == 1:
            return self.model.add_at_most_one(columns)
        return self.model.add_linear_constraint(cp.LinearExpr.weighted_sum(columns, weights), limit.least, limit.most)

    def _forbid(self, of: Ints, excuse: Ints | None, unless: Sequence[cp.LiteralT]) -> None:
        """None of these happens unless its hope is given up, or something else holds: an implication for each."""
        excuses = [NEVER] * len(of) if excuse is None else excuse.tolist()
        for option, hope in zip(of.tolist(), excuses, strict=True):
            self.model.add_bool_or([~self.happens[option], *([] if hope == NEVER else [self.gives_up[hope]]), *unless])

    def _keeps(self, limit: Limit) -> Literal:
        """The literal that has a limit hold: one for all who ask the same."""
        columns = (limit.of, limit.takes, *(limit.busy or ()))
        key = (limit.least, limit.most, *(b"" if column is None else column.tobytes() for column in columns))
        if key not in self._kept:
            self._kept[key] = self.model.new_bool_var("")
            self.hold(limit, when=self._kept[key])
        return self._kept[key]

    def _terms(self, limit: Limit, now: Ints) -> Iterator[Term]:
        """Yield each option that counts at a moment, once: its literal, and how much it counts."""
        hopes: dict[int, set[int]] = {}
        weights: dict[int, int] = {}
        excuses = np.full(len(now), NEVER) if limit.excuse is None else limit.excuse[now]
        for place, option, hope in zip(now.tolist(), limit.of[now].tolist(), excuses.tolist(), strict=True):
            hopes.setdefault(option, set()).add(hope)
            weights[option] = max(weights.get(option, 0), limit.weight(place))
        for option, excused_by in hopes.items():
            yield self._counts(option, frozenset(excused_by)), weights[option]

    def _counts(self, option: int, excused_by: frozenset[int]) -> Literal:
        """The literal of an option that happens and is not excused: its own column where a hope could excuse it."""
        if NEVER in excused_by:
            return self.happens[option]
        key = (option, excused_by)
        if key not in self._counted:
            self._counted[key] = counts = self.model.new_bool_var("")
            for hope in excused_by:
                self.model.add_bool_or([~self.happens[option], self.gives_up[hope], counts])
        return self._counted[key]


@dataclass(frozen=True, eq=False)
class Evening:
    """All that a search is about: options, limits over them, how many hopes there are, and what is known besides."""

    options: Options
    limits: Sequence[Limit]
    hopes: int
    apart: Sequence[Apart] = ()

    def board(self) -> Board:
        """Lay out a board of its own."""
        board = Board(self.options, self.limits, self.hopes)
        for apart in self.apart:
            board.part(apart)
        return board
