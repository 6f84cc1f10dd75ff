"""Reach all goals: first who meets whom, then when; small events exactly, large ones as far as is honest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from speeddate.domain.goal import Stage
from speeddate.solver.board import Board
from speeddate.solver.climb import Climb, Clock, Search, Step, Watch, ascend, climb
from speeddate.solver.narrow import Narrow
from speeddate.solver.roster import Evening, rostered

LARGE = 12_000  # options: above, goals about time are searched among the meetings that were chosen


def reach(evening: Evening, stages: Sequence[Stage], *, clock: Clock, watch: Watch | None = None) -> Climb:
    """Climb all stages; `chosen` is None when no timetable is possible (`ended`), or none was found in time."""
    top, taken = rostered(evening, stages, clock, watch)
    if top.chosen is None:
        if top.ended and not top.steps:
            return top
        return climb(_board(evening), stages, clock=clock, watch=watch)
    later = stages[taken:]
    if len(evening.options) > LARGE:
        return _among(evening, top, stages[:taken], later, clock=clock, watch=watch)
    search = Search(_board(evening), clock)
    search.from_here(top, stages[:taken])
    rest = ascend(search, later, top, watch)
    return replace(rest, steps=(*top.steps, *rest.steps))


def _among(
    evening: Evening, top: Climb, held: Sequence[Stage], later: Sequence[Stage], *, clock: Clock, watch: Watch | None
) -> Climb:
    """Search on among the meetings that were chosen: what is found there is true, but proven only where it is nothing."""
    assert top.chosen is not None
    matches = np.unique(evening.options.match[list(top.chosen)])
    narrow = Narrow(evening.options, np.flatnonzero(np.isin(evening.options.match, matches)).astype(np.int32))
    fewer = Evening(narrow.options, [narrow.limit(limit) for limit in evening.limits], evening.hopes)
    search = Search(_board(fewer), clock)
    begin = replace(top, chosen=frozenset(narrow.of(np.array(sorted(top.chosen))).tolist()))
    search.from_here(begin, map(narrow.stage, held))
    rest = ascend(search, [narrow.stage(stage) for stage in later], begin, watch)
    assert rest.chosen is not None
    return replace(
        rest, chosen=narrow.back(sorted(rest.chosen)), steps=(*top.steps, *map(_honest, rest.steps)), ended=False
    )


def _honest(step: Step) -> Step:
    """A search among some timetables proves a value only when none could be better."""
    perfect = step.stage.direction == "least" and step.value == 0
    return step if perfect else replace(step, bound=None, proven=False)


def _board(evening: Evening) -> Board:
    return Board(evening.options, evening.limits, evening.hopes)
