"""Reach all goals: first who meets whom, then when. Small events exactly, large ones as far as time allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from speeddate.domain.goal import Stage, Ties
from speeddate.solver.ascent import climb
from speeddate.solver.board import Evening
from speeddate.solver.climb import Climb, Step, Watch
from speeddate.solver.clock import Clock
from speeddate.solver.roster import Roster, rostered
from speeddate.solver.search import Search, ascend
from speeddate.solver.telling import tell

LARGE = 12_000  # options: above, times are searched for among the meetings that one pass has chosen
WHO = 240.0  # seconds for who meets whom at a large event, where nobody says how many
WHEN = 60.0  # seconds for their times


def reach(evening: Evening, stages: Sequence[Stage], *, clock: Clock, watch: Watch | None = None) -> Climb:
    """Climb all stages; `chosen` is None when no timetable is possible (`ended`), or none was found in time."""
    large = len(evening.options) > LARGE
    share = clock.shared(2)
    roster = rostered(evening, stages, clock=share.limited(WHO) if large else share, watch=watch and _timeless(watch))
    if roster.climbed.chosen is None and roster.climbed.ended:
        return roster.climbed
    found = _among(evening, stages, roster, clock, watch) if large and roster.among is not None else None
    return found or _whole(evening, stages, roster, clock, watch)


def _whole(evening: Evening, stages: Sequence[Stage], roster: Roster, clock: Clock, watch: Watch | None) -> Climb:
    """Search among all meetings, from the timetable of the roster where there is one."""
    search, begun = Search(evening.board(), clock), roster.timetable
    if begun is None:
        return ascend(search, stages, search.first(), watch)
    search.from_here(begun, roster.stages)
    _tell(watch, search, begun)
    rest = ascend(search, stages[len(roster.stages) :], begun, watch)
    return replace(rest, steps=(*begun.steps, *rest.steps))


def _among(
    evening: Evening, stages: Sequence[Stage], roster: Roster, clock: Clock, watch: Watch | None
) -> Climb | None:
    """Search among the meetings that were chosen: what is found is true, and proven where nothing could be better."""
    narrow, watch = roster.among, watch and _unbounded(watch)
    assert narrow is not None
    fewer = Evening(narrow.options, [narrow.limit(limit) for limit in evening.limits], evening.hopes)
    here = [stage for stage in map(narrow.stage, stages) if not isinstance(stage.measure, Ties)]  # none is proven best
    reached = _begun(fewer, here[: len(roster.stages)], roster, clock.shared(2).limited(WHO / 2), watch)
    clock, board = clock.limited(WHEN), fewer.board()
    if roster.timetable is not None:
        board.settle(reached.given_up)
    search, steps = Search(board, clock, proving=False), [*reached.steps]
    search.from_here(reached, here[: len(steps)])
    _tell(watch, search, reached)
    for stage in here[len(steps) :] if reached.chosen is not None else ():
        search.clock = clock.shared(len(here) - len(steps))
        step, reached = search.best(stage, replace(reached, ended=True), watch)
        steps.append(step)
    bounds = [step.bound for step in roster.climbed.steps]
    honest = _honest((replace(step, stage=stage) for step, stage in zip(steps, stages, strict=False)), bounds)
    found = replace(reached, chosen=narrow.back(reached.chosen or ()), steps=tuple(honest), ended=False)
    return found if reached.chosen is not None else None


def _begun(fewer: Evening, stages: Sequence[Stage], roster: Roster, clock: Clock, watch: Watch | None) -> Climb:
    """Begin with the timetable that keeps all that the roster promised; where there is none, with as much as can be."""
    if roster.timetable is not None and roster.among is not None:
        return replace(roster.timetable, chosen=roster.among.into(roster.timetable.chosen or ()))
    reached = climb(fewer, stages, clock=clock, watch=watch)
    return reached if reached.chosen is not None else Search(fewer.board(), clock).first()


def _tell(watch: Watch | None, search: Search, begun: Climb) -> None:
    """Tell of the timetable that a search begins with, where there is one."""
    for step in begun.steps[-1:] if begun.chosen is not None else ():
        tell(watch, step, search.board, begun)


def _timeless(watch: Watch) -> Watch:
    """Tell of no timetables, while it is only known who meets whom."""
    return lambda step: watch(replace(step, found=None))


def _unbounded(watch: Watch) -> Watch:
    """Tell of values only: what bounds a search among some timetables bounds no others."""
    return lambda step: watch(replace(step, bound=None, proven=False))


def _honest(steps: Iterable[Step], bounds: Sequence[int | None]) -> Iterator[Step]:
    """Yield steps that claim no more than is proven over all timetables: bounds hold until one is not reached."""
    best: list[int | None] = [*bounds]
    for place, step in enumerate(steps):
        bound = best[place] if place < len(best) else None
        if bound is None and step.stage.direction == "least":
            bound = 0
        proven = bound is not None and step.value == bound
        yield replace(step, bound=bound, proven=proven)
        if not proven:
            best = []
