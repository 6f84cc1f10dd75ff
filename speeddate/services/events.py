"""Keep events, and give them back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.exchange import content_of as written
from speeddate.exchange import packed, picture_files, read_event_content, write_event_json
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.store.database import writing
from speeddate.store.events import EventRow, content_of, keep, pictures_of
from speeddate.store.journal import note


def events(session: Session, who: Visitor) -> Sequence[EventRow]:
    """List the events of somebody's office, the latest first."""
    who.ask("see events")
    mine = select(EventRow).where(EventRow.office_id == who.office)
    return session.scalars(mine.order_by(EventRow.date.desc(), EventRow.made_at.desc())).all()


def found(session: Session, who: Visitor, event: str) -> EventRow:
    """Find an event of somebody's office. Raises RefusedError."""
    who.ask("see events")
    row = session.get(EventRow, event)
    if row is None or row.office_id != who.office:
        raise RefusedError(event)
    return row


def opened(session: Session, row: EventRow) -> Event:
    """Open an event that has been found."""
    return read_event_content(content_of(session, row), pictures_of(session, row))


def add(session: Session, who: Visitor, event: Event) -> str:
    """Keep a new event, and give its id."""
    who.ask("make events")
    with writing(session):
        row = keep(session, who.office, written(event), picture_files(event))
        note(session, who.id, "event made", row.id)
        return row.id


def exported(session: Session, who: Visitor, event: str) -> tuple[str, bytes]:
    """Write an event as a file with a name, and all that it holds about people: that somebody took it is noted.

    With pictures it is packed together with these.
    """
    who.ask("export events")
    with writing(session):
        whole = opened(session, found(session, who, event))
        note(session, who.id, "event exported", event)
    content, pictures = write_event_json(whole), picture_files(whole)
    return ("event.zip", packed(content, pictures)) if pictures else ("event.json", content)


def delete(session: Session, who: Visitor, event: str) -> None:
    """Delete an event and everything in it."""
    who.ask("delete events")
    with writing(session):
        session.delete(found(session, who, event))
        note(session, who.id, "event deleted", event)
