"""Which employers a candidate has been shown to, and when: told by the journal, for the candidate to see."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.services.employers import LIST
from speeddate.store.events import EventRow, parts_of
from speeddate.store.journal import EntryRow


class Seen(NamedTuple):
    """An employer who has seen what a candidate can and wants, and when they last did."""

    employer: str
    at: datetime


def seen_by(session: Session, event: EventRow, candidate: str) -> list[Seen]:
    """List the employers who have seen a candidate, also those whose links are shut, the latest first."""
    names = {each["id"]: each.get("name", "") or each["id"] for each in parts_of(session, event, LIST)}
    came = select(EntryRow).where(EntryRow.what == "guest came", EntryRow.about.startswith(f"{event.id} "))
    refs = {entry.who: entry.about.partition(" ")[2] for entry in session.scalars(came)}
    shown = select(EntryRow).where(EntryRow.what == "shown to employer", EntryRow.about == f"{event.id} {candidate}")
    last = {refs.get(entry.who, ""): entry.at for entry in session.scalars(shown.order_by(EntryRow.number))}
    seen = [Seen(names.get(ref, ref), at) for ref, at in last.items()]
    return sorted(seen, key=lambda each: each.at, reverse=True)
