"""All that is kept about a candidate, for the candidate: nothing that names them is left out."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.services.permissions import Where
from speeddate.services.registration.consents import receipts
from speeddate.services.registration.own import Actor, private_own
from speeddate.services.registration.seen import seen
from speeddate.services.versions.published import held
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.guests import GuestRow
from speeddate.store.journal import note


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
