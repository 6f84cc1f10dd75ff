"""Who has seen or changed what is known of a candidate: read off the journal, for the candidate."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from speeddate.services.permissions import Where
from speeddate.services.registration.own import Actor, found_own
from speeddate.store.events import EventRow, part_row
from speeddate.store.guests import GuestRow
from speeddate.store.journal import EntryRow
from speeddate.store.offices import UserRow
from speeddate.store.seal import seal_of


class Sight(NamedTuple):
    """Somebody did something with what is known of a candidate: who, what and when."""

    at: datetime
    who: str
    what: str


def seen(session: Session, who: Actor, where: Where) -> list[Sight]:
    """List who has seen or changed what is known of a candidate, the latest first. Raises RefusedError."""
    event = found_own(session, who, where).event
    taken = and_(EntryRow.about == where.event, EntryRow.what == "event exported")
    own = select(GuestRow.id).where(GuestRow.event_id == where.event, GuestRow.list == "candidates")
    entries = select(EntryRow).where(or_(EntryRow.about == " ".join(where), taken), EntryRow.who.not_in(own))
    rows = session.scalars(entries.order_by(EntryRow.number.desc())).all()
    names = {row.who: _name(session, event, row.who) for row in rows}
    return [Sight(row.at, names[row.who], row.what) for row in rows]


def _name(session: Session, event: EventRow, who: str) -> str:
    """Name a user or an employer; nothing for whoever is no longer here."""
    if user := session.get(UserRow, who):
        return user.name or user.email
    if (guest := session.get(GuestRow, who)) and (row := part_row(session, event, guest.list, guest.ref)):
        return str(seal_of(session).open(row.body).get("name", ""))
    return ""
