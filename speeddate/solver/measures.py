"""Write what a goal measures in the columns of a board; tight only on the side that the goal pulls from."""

from __future__ import annotations

from typing import Any, assert_never

import numpy as np
from ortools.sat.python import cp_model as cp

from speeddate.domain.clock import Ints
from speeddate.domain.goal import Changed, Fewest, GivenUp, Measure, Reached, Ties, Total, Waits
from speeddate.solver.board import Board, Literal

Expression = Any


def measured(board: Board, measure: Measure) -> Expression:  # noqa: PLR0911  # one return per measure
    """Express a measure."""
    match measure:
        case Total(weights):
            return _weighed(board.happens, weights)
        case Ties(weights, hopes):
            return _weighed(board.happens, weights) + _weighed(board.gives_up, hopes)
        case Reached(groups):
            return cp.LinearExpr.sum([_reached(board, group, reach) for group, reach in groups])
        case Fewest(groups):
            return _fewest(board, groups)
        case GivenUp(owners):
            return _worst(board, owners)
        case Changed(groups):
            return cp.LinearExpr.sum([_changed(board, group, before) for group, before in groups])
        case Waits(groups):
            return cp.LinearExpr.sum([_waited(board, group) for group in groups])
        case _:
            assert_never(measure)


def _weighed(columns: list[Literal], weights: Ints) -> Expression:
    heavy = np.flatnonzero(weights).tolist()
    return cp.LinearExpr.weighted_sum([columns[n] for n in heavy], weights[heavy].tolist())


def _reached(board: Board, group: Ints, reach: int) -> Expression:
    flag = board.model.new_bool_var("")
    board.model.add(cp.LinearExpr.sum(board.columns(group)) >= reach * flag)
    return flag


def _fewest(board: Board, groups: tuple[Ints, ...]) -> Expression:
    fewest = board.model.new_int_var(0, max((len(group) for group in groups), default=0), "")
    for group in groups:
        board.model.add(fewest <= cp.LinearExpr.sum(board.columns(group)))
    return fewest


def _worst(board: Board, owners: tuple[tuple[int, ...], ...]) -> Expression:
    tallies = [cp.LinearExpr.sum([board.gives_up[hope] for hope in hopes]) for hopes in owners]
    if len(tallies) == 1:
        return tallies[0]
    worst = board.model.new_int_var(0, max((len(hopes) for hopes in owners), default=0), "")
    for tally in tallies:
        board.model.add(worst >= tally)
    return worst


def _changed(board: Board, group: Ints, before: tuple[Ints, ...]) -> Expression:
    changed = board.model.new_bool_var("")
    kept = {option for alike in before for option in alike.tolist()}
    for option in group.tolist():
        if option not in kept:
            board.model.add_implication(board.happens[option], changed)
    for alike in before:
        board.model.add_bool_or([*board.columns(alike), changed])
    return changed


def _waited(board: Board, group: Ints) -> Expression:
    """Minutes with something before them and something after them, and nothing on.

    `begun` and `more` are ladders over the minutes that matter: something started by then, something ends after it.
    """
    model, options = board.model, board.options
    starts, ends = options.start[group], options.end[group]
    ticks = np.unique(np.concatenate([starts, ends]))
    begun, more = ([model.new_bool_var("") for _ in ticks] for _ in range(2))
    for earlier in range(len(ticks) - 1):
        model.add_implication(begun[earlier], begun[earlier + 1])
        model.add_implication(more[earlier + 1], more[earlier])
    places = zip(np.searchsorted(ticks, starts).tolist(), (np.searchsorted(ticks, ends) - 1).tolist(), strict=True)
    for column, (first, last) in zip(board.columns(group), places, strict=True):
        model.add_implication(column, begun[first])
        model.add_implication(column, more[last])
    idle = [
        _idle(board, begun[n], more[n], board.columns(group[(starts <= tick) & (tick < ends)]))
        for n, tick in enumerate(ticks[:-1])
    ]
    return cp.LinearExpr.weighted_sum(idle, np.diff(ticks).tolist())


def _idle(board: Board, begun: Literal, more: Literal, now: list[Literal]) -> Literal:
    idle = board.model.new_bool_var("")
    board.model.add_bool_or([~begun, ~more, idle, *now])
    return idle
