"""Keep of an earlier timetable what the event still has room for, and say what cannot be kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from speeddate.domain.clock import spoken
from speeddate.domain.event import Event
from speeddate.domain.fault import Fault
from speeddate.domain.people import Pin
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.domain.text import Text, listed
from speeddate.domain.words import texts

TEXTS: Final = texts("plans.csv")


def still_here(event: Event, earlier: Schedule) -> tuple[Meeting, ...]:
    """Find the earlier meetings of those who are candidates still: nothing changes for anybody else."""
    return tuple(meeting for meeting in earlier.meetings if meeting.candidate in event.candidate)


def present(event: Event, schedule: Schedule) -> Schedule:
    """Leave out the meetings of whoever is no longer part of the event, and what is no longer there to come along."""
    meetings = (meeting for meeting in schedule.meetings if not _gone(event, meeting))
    return replace(
        schedule,
        meetings=tuple(_with_company(event, meeting) for meeting in meetings),
        unplaced=tuple(person for person in schedule.unplaced if person.candidate in event.candidate),
        unmet=tuple(hope for hope in schedule.unmet if hope in event.hope),
    )


def _with_company(event: Event, meeting: Meeting) -> Meeting:
    people = tuple(person for person in meeting.people if person in event.counsellor)
    return replace(
        meeting, people=people, resources=tuple(each for each in meeting.resources if each in event.resource)
    )


def frozen(event: Event, earlier: Schedule) -> Event:
    """Pin the earlier meetings of those who want no changes without being told first, as far as they can still be."""
    fixed = {c.id for c in event.candidates if any(need.word("pin") for need in c.needs if need.must)}
    pins = tuple(
        _pin(event, meeting)
        for meeting in earlier.meetings
        if meeting.candidate in fixed and meeting.employer in event.employer
    )
    return replace(event, pins=(*event.pins, *(pin for pin in pins if pin not in event.pins)))


def _pin(event: Event, meeting: Meeting) -> Pin:
    """Pin who, when and where; anywhere, when the place is gone."""
    place = meeting.station if meeting.station in event.station else None
    return Pin(candidate=meeting.candidate, employer=meeting.employer, start=meeting.start, station=place)


def unkept(event: Event, earlier: Schedule, file: str) -> Iterator[Fault]:
    """Say of each who or what is gone from the event which earlier meetings cannot be kept."""
    missing: dict[tuple[Text, str], list[Meeting]] = defaultdict(list)
    for meeting in earlier.meetings:
        for gone in _gone(event, meeting):
            missing[gone].append(meeting)
    for (part, name), meetings in missing.items():
        said = listed(map(_said, meetings))
        yield Fault(TEXTS["earlier.gone"].filled(part=part, name=name, meetings=said), file=file)


def _gone(event: Event, meeting: Meeting) -> list[tuple[Text, str]]:
    """Name who or what of a meeting is gone: the first of them says it all."""
    parts = (
        (TEXTS["earlier.candidate"], meeting.candidate, event.candidate),
        (TEXTS["earlier.employer"], meeting.employer, event.employer),
        (TEXTS["earlier.station"], meeting.station, event.station),
    )
    return [(part, name) for part, name, known in parts if name not in known][:1]


def _said(meeting: Meeting) -> Text:
    return TEXTS["earlier.meeting"].filled(
        candidate=meeting.candidate, employer=meeting.employer, start=spoken(meeting.start)
    )
