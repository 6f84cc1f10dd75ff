"""Draw timetables for an event: some that keep what it promises, and others with something changed."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting, Schedule
from tests.properties.naive import broken, kind

Meetings = tuple[Meeting, ...]


def timetable(event: Event, meetings: Meetings) -> Schedule:
    """Write meetings as a timetable that grants nobody what would only help."""
    return Schedule(
        event=event.id,
        version=1,
        made_at="2027-02-01T12:00:00+01:00",
        status="feasible",
        seconds=0.0,
        solver="",
        seed=1,
        goals=(),
        meetings=meetings,
        unmet=event.hopes,
    )


def timetables(lots: Random, event: Event, *beginnings: Meetings) -> Iterator[Schedule]:
    """Yield timetables that were given or grew without breaking anything, and some with changes upon changes."""
    tables = [*beginnings, grown(lots, event)]
    near = [near_miss(lots, event, tables[0]) for _ in range(3)]
    for _ in range(3):
        tables.append(changed(lots, event, lots.choice(tables)))
    return (timetable(event, meetings) for meetings in (*tables, *near))


def near_miss(lots: Random, event: Event, meetings: Meetings) -> Meetings:
    """Change a timetable a dozen times over; take a change that breaks as few kinds of promise as any does."""
    tries: dict[tuple[str, ...], Meetings] = {}
    for _ in range(12):
        other = changed(lots, event, meetings)
        tries[tuple(sorted(broken(event, timetable(event, other))))] = other
    fewest = min((len(names) for names in tries if names), default=0)
    return tries[lots.choice(sorted(names for names in tries if len(names) == fewest))]


def grown(lots: Random, event: Event) -> Meetings:
    """Add meetings at random as long as no promise is newly broken."""
    meetings: Meetings = ()
    spoiled = broken(event, timetable(event, meetings))
    for _ in range(20):
        more = (*meetings, likely(lots, event))
        if broken(event, timetable(event, more)) <= spoiled:
            meetings = more
    return meetings


def likely(lots: Random, event: Event) -> Meeting:
    """Draw a meeting that may well be right by itself."""
    candidate, employer = lots.choice(event.candidates), lots.choice(event.employers)
    round_ = lots.choice(event.rounds)
    start = round_.start + lots.choice([0, 0, *event.late_start_minutes])
    helped = lots.random() < 0.3
    extra = sum(need.number("extra_min") for need in candidate.needs if need.must or helped)
    return Meeting(
        start=start,
        end=start + round_.end - round_.start + extra,
        station=lots.choice([*event.station] if event.stays(candidate) else employer.stations),
        candidate=candidate.id,
        employer=employer.id,
        people=_people(candidate),
        resources=_crew(lots, event, candidate),
    )


def _people(candidate: Candidate) -> tuple[str, ...]:
    return (candidate.counsellor,) if candidate.counsellor else ()


def _crew(lots: Random, event: Event, candidate: Candidate) -> tuple[str, ...]:
    crew: list[str] = []
    for need in candidate.asks("resource"):
        able = [resource.id for resource in event.resources if resource.kind == kind(need)]
        crew += lots.sample(able, min(len(able), need.number("count") or 1))
    return tuple(crew)


def changed(lots: Random, event: Event, meetings: Meetings) -> Meetings:
    """Add, take out or change one meeting."""
    if not meetings or lots.random() < 0.3:
        return (*meetings, likely(lots, event))
    victim = lots.choice(meetings)
    rest = tuple(meeting for meeting in meetings if meeting is not victim)
    return rest if lots.random() < 0.1 else (*rest, _moved(lots, event, victim))


def _moved(lots: Random, event: Event, meeting: Meeting) -> Meeting:
    minutes = lots.choice([-45, -40, -10, -5, 4, 5, 10, 20, 40, 45, 50])
    longer = lots.choice([-10, 5, 10, 15])
    candidate = lots.choice(event.candidates)
    return lots.choice(
        [
            replace(meeting, start=meeting.start + minutes, end=meeting.end + minutes),
            replace(meeting, start=meeting.start + minutes, end=meeting.end + minutes),
            replace(meeting, station=lots.choice(event.stations).id),
            replace(meeting, resources=()),
            replace(meeting, resources=_crew(lots, event, event.candidate[meeting.candidate])),
            replace(meeting, end=meeting.end + longer),
            replace(meeting, employer=lots.choice(event.employers).id),
            replace(
                meeting, candidate=candidate.id, people=_people(candidate), resources=_crew(lots, event, candidate)
            ),
        ]
    )
