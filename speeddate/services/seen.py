"""Who has seen or changed what is known of a candidate: read off the journal, for the candidate."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from speeddate.services.consents import receipts
from speeddate.services.own import Actor, found_own, private_own
from speeddate.services.permissions import Where
from speeddate.services.publishing import held
from speeddate.store.database import writing
from speeddate.store.events import EventRow, part_row
from speeddate.store.guests import GuestRow
from speeddate.store.journal import EntryRow, note
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


def everything(session: Session, who: Actor, where: Where) -> dict[str, Any]:
    """Gather all that is kept about a candidate, also after they have withdrawn, and who has seen it.

    Raises as `unlocked` does.
    """
    with writing(session):
        mine = private_own(session, who, where)
        note(session, who.id, "needs read", " ".join(where))
    return {
        "candidate": mine.content,
        "progress": mine.progress.record,
        "link": _link(session, where),
        "meetings": _meetings(session, mine.event, where.ref),
        "answers": receipts(session, mine.event, where.ref),
        "seen": [sight._asdict() for sight in seen(session, who, where)],
    }


def _meetings(session: Session, event: EventRow, ref: str) -> list[dict[str, Any]]:
    """Tell of the meetings that are published."""
    version = held(session, event)
    theirs = version.schedule.meetings if version else ()
    return [asdict(meeting) for meeting in theirs if meeting.candidate == ref]


def _link(session: Session, where: Where) -> dict[str, Any] | None:
    """Tell of a candidate's own link what is kept of it, but for its key and code; None where they have none."""
    mine = (GuestRow.event_id == where.event, GuestRow.list == "candidates", GuestRow.ref == where.ref)
    row = session.scalars(select(GuestRow).where(*mine)).first()
    if row is None:
        return None
    return {"made": row.made_at, "open": not row.closed, "wrong_codes": row.tries, "last_wrong": row.tried_at}


def _name(session: Session, event: EventRow, who: str) -> str:
    """Name a user or an employer; nothing for whoever is no longer here."""
    if user := session.get(UserRow, who):
        return user.name or user.email
    if (guest := session.get(GuestRow, who)) and (row := part_row(session, event, guest.list, guest.ref)):
        return str(seal_of(session).open(row.body).get("name", ""))
    return ""
