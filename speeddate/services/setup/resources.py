"""What and whom candidates share at an event: interpreters, quiet places, guides, things that are lent."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from speeddate.services.events import found
from speeddate.services.parts import Content, Kept, added, alone, kept, replace, sound
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.store.database import writing
from speeddate.store.events import EventRow, PartRow, part_row, parts_of
from speeddate.store.journal import note

LIST: Final = "resources"


def listed(session: Session, who: Visitor, event: EventRow) -> list[Content]:
    """List what candidates share."""
    who.ask("change frames")
    return parts_of(session, event, LIST)


def opened(session: Session, who: Visitor, event: EventRow, ref: str) -> Kept:
    """Open one of them. Raises RefusedError."""
    who.ask("change frames")
    return kept(session, _row(session, event, ref))


def add(session: Session, who: Visitor, event: str, content: Content) -> str:
    """Add one, and give its id. Raises BadInput."""
    who.ask("change frames")
    with writing(session):
        ref = added(session, found(session, who, event), LIST, "T", content)
        note(session, who.id, "resource added", f"{event} {ref}")
    return ref


def change(session: Session, who: Visitor, where: Where, new: Kept) -> None:
    """Change one; raises ChangedError, where somebody else was first, and BadInput."""
    who.ask("change frames")
    with writing(session):
        event = found(session, who, where.event)
        replace(session, event, _row(session, event, where.ref), new)
        note(session, who.id, "resource changed", " ".join(where))


def remove(session: Session, who: Visitor, where: Where) -> None:
    """Remove one; nothing else in an event names it."""
    who.ask("change frames")
    with writing(session):
        event = found(session, who, where.event)
        alone(session, event)
        session.delete(_row(session, event, where.ref))
        session.flush()
        sound(session, event)
        note(session, who.id, "resource removed", " ".join(where))


def _row(session: Session, event: EventRow, ref: str) -> PartRow:
    row = part_row(session, event, LIST, ref)
    if row is None:
        raise RefusedError(ref)
    return row
