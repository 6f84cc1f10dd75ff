"""State anew what a timetable comes to, after its meetings or its event have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from speeddate import rules
from speeddate.domain.event import Event
from speeddate.domain.schedule import Reading, Schedule, Unplaced, Value
from speeddate.rules.seated import seated
from speeddate.services.plans.checking import measure
from speeddate.services.plans.reading import missed


def restated(event: Event, schedule: Schedule) -> Schedule:
    """State what a timetable of known people comes to; what was proven best of it stays known."""
    options = seated(event, schedule.meetings)
    everything = frozenset(range(len(event.hopes)))
    given_up = missed(list(rules.limits(event, options)), frozenset(range(len(options))), everything)
    goals = tuple(_readings(schedule.goals, measure(event, options, given_up)))
    return replace(
        schedule,
        status="optimal" if all(goal.proven for goal in goals) else "feasible",
        goals=goals,
        unmet=tuple(event.hopes[hope] for hope in sorted(given_up)),
        unplaced=tuple(_left_out(event, schedule)),
    )


def _readings(before: Iterable[Reading], values: Mapping[str, Value]) -> Iterator[Reading]:
    """Read the goals again: one is proven best while all before it are, since its bound was found for those."""
    best = True
    for each in (each for each in before if each.key in values):
        best = best and values[each.key] == each.bound
        yield Reading(each.key, values[each.key], each.bound, best)


def _left_out(event: Event, schedule: Schedule) -> Iterator[Unplaced]:
    """Yield who lacks meetings; why, where that is known already."""
    had = Counter(each.candidate for each in schedule.meetings)
    known = {each.candidate: each for each in schedule.unplaced}
    for candidate in event.candidates:
        if had[candidate.id] < candidate.least_meetings:
            yield known.get(candidate.id, Unplaced(candidate.id))
