"""Read what a climb reached: its meetings, what they miss, and how far each goal is proven."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from speeddate.domain.event import Event, Hope
from speeddate.domain.goal import Reached, Stage, Total
from speeddate.domain.limit import Limit, Numbers
from speeddate.domain.option import Options
from speeddate.domain.schedule import Meeting, Reading, Value
from speeddate.rules.person_present import company
from speeddate.rules.shared_resource import kind_of
from speeddate.solver.climb import Climb, Found, Step


def meetings_of(event: Event, found: Found) -> tuple[tuple[Meeting, ...], tuple[Hope, ...]]:
    """Write the chosen options as meetings, and name the hopes that they miss."""
    given_up = missed(found.limits, found.chosen, found.given_up)
    unmet = tuple(event.hopes[hope] for hope in sorted(given_up))
    return tuple(sorted(_meeting(event, found.options, option, unmet) for option in found.chosen)), unmet


def missed(limits: Iterable[Limit], chosen: Numbers, given_up: Numbers) -> Numbers:
    """Find what meetings miss: take back, one by one, what need not be given up for them."""
    concerns: dict[int, list[Limit]] = {hope: [] for hope in given_up}
    for limit in limits:
        for hope in () if limit.excuse is None else np.unique(limit.excuse).tolist():
            concerns.get(hope, []).append(limit)
    for hope in sorted(given_up):
        without = given_up - {hope}
        if all(limit.kept_by(chosen, without) for limit in concerns[hope]):
            given_up = without
    return given_up


def _meeting(event: Event, options: Options, option: int, unmet: Sequence[Hope]) -> Meeting:
    match = options.at(option)
    candidate = event.candidate[match.candidate]
    missed = {hope.need for hope in unmet if hope.candidate == candidate.id}
    unused = {kind_of(need) for need in candidate.asks("resource") if need.key in missed}
    crew = options.crews[int(options.crew[option])]
    return Meeting(
        start=int(options.start[option]),
        end=int(options.end[option]),
        station=match.station,
        candidate=candidate.id,
        employer=match.employer,
        people=company(candidate, missed),
        resources=tuple(resource for resource in crew if event.resource[resource].kind not in unused),
    )


def readings(event: Event, options: Options, climbed: Climb, meetings: int) -> tuple[Reading, ...]:
    """Say of each goal how far it is proven; its value is for the checker to measure."""
    by_goal: dict[str, list[Step]] = {}
    for step in climbed.steps:
        by_goal.setdefault(step.stage.key, []).append(step)
    by_goal.pop("ties", None)
    return tuple(
        Reading(key, 0, _bound(event, options, steps, meetings), all(step.proven for step in steps))
        for key, steps in _with_empty(event, by_goal).items()
    )


def _with_empty(event: Event, by_goal: dict[str, list[Step]]) -> dict[str, list[Step]]:
    """Give goals without any stage their place too: wishes when nobody has a list."""
    return {key: by_goal.get(key, []) for key in dict.fromkeys((*event.goals, *by_goal))}


def _bound(event: Event, options: Options, steps: list[Step], meetings: int) -> Value:
    bounds = tuple(_best(event, options, step) for step in steps)
    if not steps or steps[0].stage.key == "wishes":
        levels = bounds[::-1]
        return (meetings - sum(levels), *levels)
    return bounds[0] if len(bounds) == 1 else bounds


def _best(event: Event, options: Options, step: Step) -> int:
    """The bound of a stage; of one that was never begun, a bound that needs no search."""
    if step.bound is not None:
        return step.bound
    return 0 if step.stage.direction == "least" else _ceiling(event, options, step.stage)


def _ceiling(event: Event, options: Options, stage: Stage) -> int:
    match stage.measure:
        case Reached(groups):
            return len(groups)
        case Total(weights):
            best = {name: int(weights[mine].max()) for name, mine in options.of_candidate.items()}
            return sum(event.candidate[name].most_meetings * weight for name, weight in best.items())
        case _:
            return max((employer.max_meetings for employer in event.employers), default=0)
