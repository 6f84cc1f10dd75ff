"""Ask whether everybody can have the meetings that they are to have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from ortools.sat.python import cp_model as cp

from speeddate.domain.clock import Ints
from speeddate.domain.limit import Limit
from speeddate.domain.option import EMPTY, Options
from speeddate.solver.board import Board

SECONDS = 5.0


class Sought(NamedTuple):
    """Meetings that are counted: a candidate's, with anybody or with one employer."""

    candidate: str
    employer: str | None = None


Wanted = Mapping[Sought, int]
"""How many meetings there are to be of each that is sought."""


def blocked(options: Options, limits: Iterable[Limit], wanted: Wanted) -> bool:
    """Tell whether these limits leave somebody without the meetings they are to have."""
    board = Board(options, limits, hopes=0)
    want(board, wanted)
    return bool(impatient().solve(board.model) == cp.INFEASIBLE)


def want(board: Board, wanted: Wanted) -> None:
    """Let a board hold as many meetings of each that is sought."""
    for sought, least in wanted.items():
        mine = board.columns(_of(board.options, sought))
        board.model.add(cp.LinearExpr.sum(mine) >= least)


def _of(options: Options, sought: Sought) -> Ints:
    mine = options.of_candidate.get(sought.candidate, EMPTY)
    return np.compress([sought.employer in {None, options.at(option).employer} for option in mine.tolist()], mine)


def impatient() -> cp.CpSolver:
    """Make a solver that answers soon; when it does not, nothing is known."""
    solver = cp.CpSolver()
    solver.parameters.catch_sigint_signal = False
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = SECONDS
    return solver
