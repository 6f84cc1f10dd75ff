"""Check any timetable, by the rules and goals alone: the solver has no say here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from speeddate import goals, rules
from speeddate.domain.event import Event
from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.goal import Stage
from speeddate.domain.limit import Limit, Numbers
from speeddate.domain.option import Options
from speeddate.domain.schedule import Meeting, Reason, Schedule, Value, figure
from speeddate.domain.text import same
from speeddate.domain.words import texts
from speeddate.goals import SENTENCES
from speeddate.goals.wishes import counts
from speeddate.rules.person_present import ALONE, company
from speeddate.rules.seated import seated

TEXTS: Final = texts("plans.csv")


@dataclass(frozen=True, slots=True)
class Report:
    """What is broken in a timetable, and what each goal comes to."""

    broken: tuple[Reason, ...]
    values: dict[str, Value]


def check(event: Event, schedule: Schedule, *, earlier: Iterable[Meeting] | None = None) -> Report:
    """Check every limit and every goal, the stated figures too. Raises BadInput for people the event does not know."""
    known(event, schedule)
    given_up = frozenset(event.hope[hope] for hope in schedule.unmet)
    values = measure(event, seated(event, schedule.meetings), given_up, earlier=earlier)
    return Report((*broken(event, schedule), *_misstated(schedule, values)), values)


def broken(event: Event, schedule: Schedule) -> Iterator[Reason]:
    """Yield every promise that a timetable of known people breaks, with whom it concerns."""
    options = seated(event, schedule.meetings)
    chosen = frozenset(range(len(options)))
    given_up = frozenset(event.hope[hope] for hope in schedule.unmet)
    for limit in rules.limits(event, options, asked=frozenset(options.of_candidate)):
        if not limit.kept_by(chosen, given_up):
            yield Reason(limit.rule, limit.because, _concerned(event, options, limit, given_up))
    yield from _alone(event, schedule)


def _concerned(event: Event, options: Options, limit: Limit, given_up: Numbers) -> tuple[str, ...]:
    """Name whom a broken limit is about; where that is no candidate, also those whose meetings break it."""
    if any(name in event.candidate for name in limit.about):
        return limit.about
    breaches = limit.breaches(frozenset(range(len(options))), given_up)
    people = {options.at(option).candidate for breach in breaches for option in breach}
    return (*limit.about, *sorted(people))


def _alone(event: Event, schedule: Schedule) -> Iterator[Reason]:
    """Yield each meeting in which somebody lacks the person who has to be with them."""
    for meeting in schedule.meetings:
        if not set(company(event.candidate[meeting.candidate], _unmet(schedule, meeting))) <= set(meeting.people):
            yield Reason("person_present", ALONE, (meeting.candidate,))


def _misstated(schedule: Schedule, values: Mapping[str, Value]) -> Iterator[Reason]:
    """Yield each figure in the file that is not what the timetable comes to."""
    for reading in schedule.goals:
        if reading.key in values and reading.value != (value := values[reading.key]):
            goal = SENTENCES.get(reading.key, same(reading.key))
            yield Reason("goal", TEXTS["check.stated"].filled(goal=goal, value=figure(value)))


def _unmet(schedule: Schedule, meeting: Meeting) -> set[str]:
    return {hope.need for hope in schedule.unmet if hope.candidate == meeting.candidate}


def measure(
    event: Event, options: Options, given_up: Numbers, *, earlier: Iterable[Meeting] | None = None
) -> dict[str, Value]:
    """Measure every goal of the event over meetings that all happen."""
    chosen = frozenset(range(len(options)))
    met = frozenset(hope for hope in given_up if event.hopes[hope].candidate in options.of_candidate)
    values: dict[str, Value] = {}
    for key, stages in _by_goal(goals.stages(event, options, earlier=earlier)):
        figures = tuple(stage.measure.of(options, chosen, met) for stage in stages)
        values[key] = figures[0] if len(figures) == 1 else figures
    if "wishes" in event.goals:
        values["wishes"] = counts(event, options, chosen)
    if "balance" in event.goals:
        values["balance"] = min((len(options.of_employer.get(host, ())) for host in _hosts(event)), default=0)
    return values


def _hosts(event: Event) -> frozenset[str]:
    """Find the employers that could meet anybody: mostly a few candidates show that they all could."""
    found: frozenset[str] = frozenset()
    for candidate in event.candidate:
        found |= rules.options(event, among=frozenset({candidate})).of_employer.keys()
        if len(found) == len(event.employers):
            return found
    return frozenset(rules.options(event).of_employer)


def _by_goal(stages: Iterable[Stage]) -> Iterator[tuple[str, list[Stage]]]:
    gathered: dict[str, list[Stage]] = {}
    for stage in stages:
        gathered.setdefault(stage.key, []).append(stage)
    return iter(gathered.items())


def known(event: Event, schedule: Schedule) -> None:
    """Refuse a timetable with somebody or something that the event does not know; raises BadInput."""
    names = {
        name
        for meeting in schedule.meetings
        for name, known in (
            (meeting.candidate, event.candidate),
            (meeting.employer, event.employer),
            (meeting.station, event.station),
            *((resource, event.resource) for resource in meeting.resources),
            *((person, event.counsellor) for person in meeting.people),
        )
        if name not in known
    } | {hope.candidate for hope in schedule.unmet if hope not in event.hope}
    if names:
        unknown = TEXTS["check.unknown"]
        raise BadInput(*(Fault(unknown.filled(name=same(name)), sheet="meetings") for name in sorted(names)))


def with_values(schedule: Schedule, values: dict[str, Value]) -> Schedule:
    """State a timetable's figures as the checker measured them."""
    return replace(schedule, goals=tuple(replace(reading, value=values[reading.key]) for reading in schedule.goals))
