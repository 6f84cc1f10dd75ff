"""When a counsellor has to be where: what the needs of the meetings ask of them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from speeddate.domain.catalogue import Need
from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.rules.person_present import span_of, wanted

Task = Literal["door", "in_room", "opens", "before", "after"]
TASKS: dict[str, Task] = {"during": "in_room", "first_min": "opens", "before_min": "before", "after_min": "after"}


class Duty(NamedTuple):
    """From when to when somebody or something is wanted, in minutes of the day, at which meeting and by which need."""

    start: int
    end: int
    meeting: Meeting
    need: Need


def of_counsellor(event: Event, schedule: Schedule, counsellor: str) -> list[Duty]:
    """List when a counsellor is wanted; at the door only once, however many meetings follow."""
    found: list[Duty] = []
    first = {meeting.candidate: meeting for meeting in sorted(schedule.meetings, reverse=True)}
    for meeting in sorted(schedule.meetings):
        candidate = event.candidate[meeting.candidate]
        if candidate.counsellor == counsellor:
            for need in wanted(candidate):
                again = task(need) == "door" and meeting != first[candidate.id]
                if need.key not in schedule.missed_by(candidate.id) and not again:
                    found.append(Duty(*span_of(event, need).of(meeting.start, meeting.end), meeting, need))
    return sorted(found, key=lambda duty: duty[:2])


def task(need: Need) -> Task:
    """Find what a need asks of the counsellor."""
    if need.word("at") == "arrival":
        return "door"
    return next(task for param, task in TASKS.items() if param in need.params)
