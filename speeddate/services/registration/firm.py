"""What an employer sees who has come by their own link: their evening, and what they say of themselves."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.services import events
from speeddate.services.access import guests
from speeddate.services.parts import Kept, kept, replace
from speeddate.services.permissions import Guest, RefusedError
from speeddate.services.registration.employers import LIST
from speeddate.services.setup.frame import Due, deadlines
from speeddate.store.database import writing
from speeddate.store.events import EventRow, PartRow, part_row
from speeddate.store.guests import GuestRow
from speeddate.store.journal import note
from speeddate.store.offices import OfficeRow, UserRow


class Host(NamedTuple):
    """An office that has invited somebody, and who there, as long as they work there."""

    office: str
    name: str = ""
    email: str = ""


def evening(session: Session, who: Guest) -> Event:
    """Open the event they are invited to: its day, place and rounds are theirs to know, and no more of it."""
    return events.opened(session, place(session, who))


def until(session: Session, who: Guest) -> datetime:
    """Tell until when their link works, in the time of the event."""
    return guests.until(session, place(session, who), LIST)


def due(session: Session, who: Guest) -> Due:
    """Tell by when they have written about themselves."""
    return deadlines(session, place(session, who))["employers_by"]


def host(session: Session, who: Guest) -> Host:
    """Tell who has invited them: whom they can ask."""
    office = session.get_one(OfficeRow, place(session, who).office_id).name
    user = session.get(UserRow, session.get_one(GuestRow, who.id).inviter)
    if user is None or user.closed:
        return Host(office)
    return Host(office, user.name, user.email)


def opened(session: Session, who: Guest) -> Kept:
    """Open what they say of themselves."""
    return kept(session, own(session, who))


def change(session: Session, who: Guest, new: Kept) -> None:
    """Change what they say of themselves; raises ChangedError, where somebody else was first, and BadInput."""
    with writing(session):
        replace(session, place(session, who), own(session, who), new)
        note(session, who.id, "employer changed", " ".join(who.where))


def place(session: Session, who: Guest) -> EventRow:
    """Find the event they are invited to."""
    who.ask(LIST, who.where)
    return session.get_one(EventRow, who.where.event)


def own(session: Session, who: Guest) -> PartRow:
    """Find their own part of the event. Raises RefusedError."""
    row = part_row(session, place(session, who), LIST, who.where.ref)
    if row is None:
        raise RefusedError(who.where.ref)
    return row
