"""What has to be where, and when: what needs ask of resources, who rests between, and who is wanted twice at once."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.catalogue import Need
from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.rules.duties import Duty
from speeddate.rules.shared_resource import kind_of, spans_of


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
    missed = schedule.missed_by(candidate.id)
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
