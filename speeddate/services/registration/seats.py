"""Say who prepares candidates at an event: its counsellors, and which users they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from speeddate.services.events import found
from speeddate.services.parts import Content, added, alone
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.store.database import writing
from speeddate.store.events import EventRow, SeatRow, parts_of
from speeddate.store.journal import note
from speeddate.store.offices import UserRow

LIST: Final = "counsellors"


class Seat(NamedTuple):
    """A counsellor of an event, and the user they are, if anybody has said so."""

    ref: str
    name: str
    user: str


def seats(session: Session, who: Visitor, event: EventRow) -> list[Seat]:
    """List the counsellors of an event."""
    who.ask("seat counsellors")
    rows = session.scalars(select(SeatRow).where(SeatRow.event_id == event.id))
    taken = {row.ref: row.user_id for row in rows}
    known = parts_of(session, event, LIST)
    return [Seat(each["id"], each.get("name", "") or each["id"], taken.get(each["id"], "")) for each in known]


def colleagues(session: Session, who: Visitor) -> dict[str, str]:
    """Name the counsellors of somebody's office, by their ids."""
    who.ask("seat counsellors")
    users = session.scalars(select(UserRow).where(UserRow.office_id == who.office, ~UserRow.closed))
    return {user.id: user.name or user.email for user in users if "counsellor" in user.roles}


def seat(session: Session, who: Visitor, event: str, users: Mapping[str, str]) -> None:
    """Say which users the counsellors of an event are, by their ids there; no user means nobody yet."""
    with writing(session):
        row = found(session, who, event)
        alone(session, row)
        known = {each.ref for each in seats(session, who, row)}
        if not known >= users.keys() or not {"", *colleagues(session, who)} >= set(users.values()):
            raise RefusedError(event)
        session.execute(delete(SeatRow).where(SeatRow.event_id == row.id, SeatRow.ref.in_(users)))
        session.add_all(SeatRow(event_id=row.id, ref=ref, user_id=user) for ref, user in users.items() if user)
        note(session, who.id, "counsellors seated", event)


def add(session: Session, who: Visitor, event: str, content: Content) -> str:
    """Let somebody more prepare candidates, and give their id at the event."""
    who.ask("seat counsellors")
    with writing(session):
        ref = added(session, found(session, who, event), LIST, "V", content)
        note(session, who.id, "counsellor added", f"{event} {ref}")
    return ref
