"""Who and what has to be where, and when: what the needs of the meetings ask of counsellors and resources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from speeddate.domain.catalogue import Need
from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.printing.agreed import unmet
from speeddate.rules.person_present import span_of, wanted
from speeddate.rules.shared_resource import kind_of, spans_of


class Duty(NamedTuple):
    """From when to when somebody or something is wanted, in minutes of the day, at which meeting and by which need."""

    start: int
    end: int
    meeting: Meeting
    need: Need


def of_counsellor(event: Event, schedule: Schedule, counsellor: str) -> list[Duty]:
    """List when a counsellor is wanted; at the door only once, however many meetings follow."""
    found: list[Duty] = []
    for meeting in sorted(schedule.meetings):
        candidate = event.candidate[meeting.candidate]
        if candidate.counsellor == counsellor:
            for need in wanted(candidate):
                again = need.word("at") == "arrival" and any(d.meeting.candidate == candidate.id for d in found)
                if need.key not in unmet(schedule, candidate.id) and not again:
                    found.append(Duty(*span_of(event, need).of(meeting.start, meeting.end), meeting, need))
    return sorted(found, key=lambda duty: duty[:2])


def of_resource(event: Event, schedule: Schedule, resource: str) -> list[Duty]:
    """List when a resource is wanted, with the minutes before and after."""
    found = (
        Duty(*span.of(meeting.start, meeting.end), meeting, need)
        for meeting in schedule.meetings
        if resource in meeting.resources
        for need in _needs(event, schedule, meeting, resource)
        for span in spans_of(need)
    )
    return sorted(found, key=lambda duty: duty[:2])


def _needs(event: Event, schedule: Schedule, meeting: Meeting, resource: str) -> Iterator[Need]:
    candidate = event.candidate[meeting.candidate]
    missed = unmet(schedule, candidate.id)
    return (
        need
        for need in candidate.asks("resource")
        if need.key not in missed and kind_of(need) == event.resource[resource].kind
    )


def rest(duties: list[Duty], number: int) -> int:
    """Count the minutes between a duty and the next, if it is enough to rest; 0 where it is not, or nothing follows."""
    needed = duties[number].need.number("rest_min")
    free = duties[number + 1].start - duties[number].end if number + 1 < len(duties) else 0
    return free if needed and free >= needed else 0


def clashes(duties: list[Duty]) -> list[int]:
    """Find the minutes at which somebody is wanted in two meetings at once."""
    return sorted(
        {
            later.start
            for n, later in enumerate(duties)
            for earlier in duties[:n]
            if later.start < earlier.end and later.meeting != earlier.meeting
        }
    )
