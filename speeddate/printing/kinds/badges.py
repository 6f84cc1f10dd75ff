"""Badges to cut apart: staff, employers and candidates, and nothing tells which is which but what they want told."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.printing import person
from speeddate.printing.blocks import Cards, Heading, Line, plain, strong
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice

Card = tuple[Line, ...]


def badges(event: Event, schedule: Schedule, voice: Voice) -> Page:
    """Make a badge for everybody; of candidates the first name or, where they go by number, nothing."""
    cards = (*_staff(event, voice), *_employers(event), *_candidates(event, schedule))
    return Page((Heading(voice.say("badge.title"), 1), *voice.told(voice.quietly("badge.rule")), Cards(cards)))


def _staff(event: Event, voice: Voice) -> Iterator[Card]:
    names = [event.directions.greeter, *(counsellor.name for counsellor in event.counsellors)]
    for name in dict.fromkeys(filter(None, names)):
        yield strong(name), voice.quietly("badge.host")


def _employers(event: Event) -> Iterator[Card]:
    for employer in event.employers:
        yield strong(employer.interviewer), plain(employer.name)


def _candidates(event: Event, schedule: Schedule) -> Iterator[Card]:
    coming = {meeting.candidate for meeting in schedule.meetings}
    for candidate in event.candidates:
        if candidate.id in coming:
            yield (strong(person.first_name(candidate)) if person.by_name(candidate) else (),)
