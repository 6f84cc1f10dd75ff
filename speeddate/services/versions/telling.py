"""Tell those whom a plan concerns: counsellors who can sign in by letter; who the others are, the organiser reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.domain.people import Resource
from speeddate.domain.schedule import Schedule
from speeddate.printing import thing
from speeddate.printing.kinds.resource import MEETS_PEOPLE
from speeddate.services.versions.changes import Comparison
from speeddate.services.versions.concerned import Concerned, concerned
from speeddate.store.events import EventRow, SeatRow
from speeddate.store.offices import UserRow

NOBODY: Final[frozenset[str]] = frozenset()


class Telling(NamedTuple):
    """The users who get a letter, and the ids of all others who have to be told."""

    users: Sequence[UserRow]
    others: tuple[str, ...]


def telling(session: Session, row: EventRow, event: Event, after: Schedule, changes: Comparison | None) -> Telling:
    """Find whom a plan concerns: of the first version all who have a part in it, and then those for whom it changes.

    Counsellors tell their candidates.
    """
    whom = concerned(changes) if changes else _all(event, after)
    seated = select(SeatRow.ref, UserRow).join(UserRow, UserRow.id == SeatRow.user_id).order_by(UserRow.id)
    mine = seated.where(SeatRow.event_id == row.id, SeatRow.ref.in_(whom.counsellors), UserRow.closed.is_(False))
    users = dict(session.execute(mine).all())
    lists = (
        (event.employers, whom.employers),
        (event.counsellors, whom.counsellors - users.keys()),
        ((each for each in event.resources if is_somebody(each)), whom.resources),
    )
    others = tuple(each.id for everybody, theirs in lists for each in everybody if each.id in theirs)
    return Telling(list(dict.fromkeys(users.values())), others)


def is_somebody(shared: Resource) -> bool:
    """Tell whether what people share is a person: an interpreter, or who meets or guides people."""
    return thing.interprets(shared) or thing.kind(shared) in MEETS_PEOPLE


def _all(event: Event, schedule: Schedule) -> Concerned:
    return Concerned(
        candidates=NOBODY,
        employers=frozenset(meeting.employer for meeting in schedule.meetings),
        counsellors=frozenset(each.counsellor for each in event.candidates if each.counsellor),
        resources=frozenset(thing for meeting in schedule.meetings for thing in meeting.resources),
    )
