"""Find who meets whom before when: the goals that need no clock, over folded options.

A fold may promise what the clock cannot keep. Then the limits behind the clash are opened, and the search goes on with
their times in it; in the end, all could be open, and the fold is the whole.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np

from speeddate.domain.clock import Ints
from speeddate.domain.goal import Stage
from speeddate.solver.ascent import climbs
from speeddate.solver.board import Evening
from speeddate.solver.climb import Climb, Watch
from speeddate.solver.clock import Clock
from speeddate.solver.fold import fold, folded, folded_stage, timed
from speeddate.solver.narrow import Narrow
from speeddate.solver.pairs import pairs
from speeddate.solver.quiet import quiet
from speeddate.solver.table import Table

PATIENCE = 40.0  # seconds for the times of one roster, before others that are as good are asked about


@dataclass(frozen=True, eq=False)
class Roster:
    """Who meets whom: a climb over folded options, the stages it took, and the options of those who were chosen.

    `timetable` is a climb over the whole evening that keeps all that was promised; None when the clock forbids it.
    `clash` holds the limits that do, as far as they were found: of each group of them, one has to give way.
    """

    climbed: Climb
    stages: Sequence[Stage]
    among: Narrow | None = None
    timetable: Climb | None = None
    clash: Collection[int] = ()


def rostered(evening: Evening, stages: Sequence[Stage], *, clock: Clock, watch: Watch | None = None) -> Roster:
    """Climb the stages that need no clock, as often as it takes to find a timetable; when time is out, the last one."""
    at = fold(evening.options, evening.limits, ())
    opened = {number for number, limit in enumerate(evening.limits) if timed(limit) and at.knows(limit.of)}
    before: Roster | None = None
    while True:
        roster = _pass(evening, stages, opened, clock, watch)
        if roster.among is None:
            return roster if before is None or roster.climbed.ended else before
        if not roster.clash:
            return roster
        opened |= set(roster.clash)
        before = roster


def _pass(
    evening: Evening, stages: Sequence[Stage], opened: Collection[int], clock: Clock, watch: Watch | None
) -> Roster:
    at = fold(evening.options, evening.limits, opened)
    first = [stage for stage in takewhile(bool, (folded_stage(stage, at) for stage in stages)) if stage]
    limits = [some for n, limit in enumerate(evening.limits) for some in folded(limit, at, opened=n in opened)]
    less = Evening(at.options, [*limits, *quiet(evening, at)], evening.hopes, list(pairs(evening, at)))
    patience = PATIENCE
    for climbed in climbs(less, first, clock=clock, watch=watch):
        roster, tried = Roster(climbed, stages[: len(first)]), clock.within(patience)
        if climbed.chosen is not None and climbed.ended:
            matches = np.unique(at.options.match[list(climbed.chosen)])
            roster = _seated(evening, roster, matches, opened, tried)
        if roster.timetable is not None or roster.clash or tried.left or clock.left == 0.0:
            break
        patience *= 2
    return roster


def _seated(evening: Evening, roster: Roster, matches: Ints, opened: Collection[int], clock: Clock) -> Roster:
    among = Narrow(evening.options, np.flatnonzero(np.isin(evening.options.match, matches)).astype(np.int32))
    timetable, clash = Table(evening, roster.stages, roster.climbed, among, opened).seated(clock)
    return replace(roster, among=among, timetable=timetable, clash=clash)
