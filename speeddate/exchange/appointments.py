"""Where one employer or one counsellor has to be by a published plan, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from speeddate.domain.event import Event
from speeddate.domain.people import Counsellor, Employer
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.rules.duties import Task, of_counsellor, task

Kind = Literal["meeting", "before", "after", "door"]
KINDS: Final[dict[Task, Kind]] = {
    "in_room": "meeting", "opens": "meeting", "before": "before", "after": "after", "door": "door",
}  # fmt: skip


class Edition(NamedTuple):
    """A published plan, and the event as it was known when it was published."""

    event: Event
    schedule: Schedule


class Key(NamedTuple):
    """What an appointment is, whichever edition it stands in: whom it is about, and what is done."""

    candidate: str
    employer: str
    kind: Kind


class Appointment(NamedTuple):
    """From when to when somebody has to be at a station, in minutes of the day."""

    start: int
    end: int
    station: str


def appointments(edition: Edition, whose: Employer | Counsellor) -> dict[Key, Appointment]:
    """List the appointments of one employer or counsellor; two of one kind at a meeting are one that holds both."""
    found: dict[Key, Appointment] = {}
    for key, (start, end, station) in (_duties if isinstance(whose, Counsellor) else _meetings)(edition, whose.id):
        same = found.get(key, Appointment(start, end, station))
        found[key] = Appointment(min(start, same.start), max(end, same.end), station)
    return found


def _meetings(edition: Edition, employer: str) -> Iterator[tuple[Key, Appointment]]:
    for meeting in edition.schedule.meetings:
        if meeting.employer == employer:
            yield Key(meeting.candidate, employer, "meeting"), _all_of(meeting)


def _duties(edition: Edition, counsellor: str) -> Iterator[tuple[Key, Appointment]]:
    """Yield what needs ask of a counsellor, and the meetings that name them though no need is known to ask."""
    event, schedule = edition
    known = tuple(meeting for meeting in schedule.meetings if meeting.candidate in event.candidate)
    asked = set()
    for start, end, meeting, need in of_counsellor(event, replace(schedule, meetings=known), counsellor):
        kind = KINDS[task(need)]
        asked |= {meeting} if kind == "meeting" else set()
        employer = "" if kind == "door" else meeting.employer
        yield Key(meeting.candidate, employer, kind), Appointment(start, end, meeting.station)
    for meeting in schedule.meetings:
        if counsellor in meeting.people and meeting not in asked:
            yield Key(meeting.candidate, meeting.employer, "meeting"), _all_of(meeting)


def _all_of(meeting: Meeting) -> Appointment:
    return Appointment(meeting.start, meeting.end, meeting.station)
