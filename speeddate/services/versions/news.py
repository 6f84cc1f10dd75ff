"""What is new to each in the version that holds: what is different from the version before, of what is theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from sqlalchemy.orm import Session

from speeddate.domain.schedule import Schedule
from speeddate.domain.text import Text
from speeddate.services.permissions import Visitor
from speeddate.services.versions.changes import Comparison, compare
from speeddate.services.versions.changes_told import Told, to_candidate, to_counsellor, to_employer
from speeddate.services.versions.published import Version, held, schedule_before
from speeddate.store.events import EventRow, seats_of

TELL: Final[Mapping[str, Callable[[Comparison, str], tuple[Told, ...]]]] = {
    "employer": to_employer,
    "counsellor": to_counsellor,
    "candidate": to_candidate,
}


def told(session: Session, event: EventRow, version: Version, role: str, ref: str) -> tuple[Text, ...]:
    """Tell a reader who may see what is theirs what is different in it; nothing of a first version, or to others."""
    before = schedule_before(session, event, version) if role in TELL else None
    if before is None:
        return ()
    return tuple(each.text for each in TELL[role](compare(version.event, before, version.schedule), ref))


class Ahead(NamedTuple):
    """When candidates meet somebody in the plan of an event to come, and whether it was changed for their counsellor.

    `hours` holds the start and end of each meeting, in minutes of the day, by candidate.
    """

    hours: Mapping[str, tuple[tuple[int, int], ...]]
    changed: bool


def ahead_for(session: Session, who: Visitor, every: Iterable[EventRow], today: dt.date) -> dict[str, Ahead]:
    """Tell a counsellor of the events to come that have a plan, by their ids."""
    who.ask("see needs")
    planned = {event.id: _ahead(session, who, event) for event in every if event.date >= today}
    return {event: ahead for event, ahead in planned.items() if ahead}


def _ahead(session: Session, who: Visitor, event: EventRow) -> Ahead | None:
    version = held(session, event)
    if version is None:
        return None
    seats = seats_of(session, event, who.id)
    changed = any(told(session, event, version, "counsellor", ref) for ref in seats)
    own = [each.id for each in version.event.candidates if each.counsellor in seats]
    return Ahead({ref: hours(version.schedule, ref) for ref in own}, changed)


def hours(schedule: Schedule, candidate: str) -> tuple[tuple[int, int], ...]:
    """Tell from when to when a candidate meets somebody, in minutes of the day."""
    return tuple(sorted((each.start, each.end) for each in schedule.meetings if each.candidate == candidate))
