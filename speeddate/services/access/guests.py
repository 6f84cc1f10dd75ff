"""Invite candidates and employers by links of their own, know them while they are here, and shut them out again."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal, cast
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, delete, select
from sqlalchemy.orm import Session

from speeddate.domain.clock import at
from speeddate.services.permissions import Guest, Where
from speeddate.store.base import now, plain
from speeddate.store.database import writing
from speeddate.store.doors import hashed
from speeddate.store.events import EventRow, PartRow
from speeddate.store.guests import GuestRow, StayRow
from speeddate.store.journal import note
from speeddate.store.mail import MessageRow
from speeddate.store.progress import ProgressRow
from speeddate.store.seal import seal_of

Kind = Literal["candidates", "employers"]
Heard = Literal["opened", "wrong", "waiting"]
KEY: Final = 16
LASTS: Final[Mapping[str, timedelta]] = {"candidates": timedelta(days=30), "employers": timedelta(days=1)}
STAY: Final = timedelta(hours=12)
MOST_TRIES: Final = 5
REST: Final = timedelta(minutes=15)
IS_CANDIDATE: Final = GuestRow.list == "candidates"
HERE: Final = (
    select(
        StayRow.knows_code,
        *(GuestRow.id, GuestRow.event_id, GuestRow.list, GuestRow.ref),
        EventRow.frame,
        PartRow.body,
        ProgressRow.body.label("left"),
    )
    .join(GuestRow, GuestRow.id == StayRow.guest_id)
    .join(EventRow, EventRow.id == GuestRow.event_id)
    .outerjoin(PartRow, and_(*(getattr(PartRow, key) == getattr(GuestRow, key) for key in ("event_id", "list", "ref"))))
    .outerjoin(
        ProgressRow,
        and_(*(getattr(ProgressRow, key) == getattr(GuestRow, key) for key in ("event_id", "ref")), IS_CANDIDATE),
    )
    .where(~GuestRow.closed, StayRow.key == bindparam("key"), StayRow.began_at > bindparam("since"))
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is handed to a guest: the key of their link, which nobody can read here again, and a code."""

    key: str
    code: str


def invite(session: Session, inviter: str, list_: Kind, where: Where) -> Invitation:
    """Make a new link for a guest, inside a change that somebody is allowed; the link they had opens no more."""
    new = Invitation(secrets.token_urlsafe(KEY), f"{secrets.randbelow(10**6):06d}")
    row = _of(session, list_, where) or GuestRow(event_id=where.event, list=list_, ref=where.ref)
    row.key, row.code = hashed(new.key), seal_of(session).close({"code": new.code})
    row.closed, row.tries, row.tried_at, row.made_at, row.inviter = False, 0, None, now(), inviter
    session.add(row)
    session.flush()
    _end(session, row)
    note(session, inviter, "guest invited", " ".join(where))
    return new


def post(session: Session, list_: Kind, where: Where, letter: MessageRow) -> None:
    """Send a guest the link they have now, inside a change that somebody is allowed."""
    guest = _of(session, list_, where)
    letter.guest_id = guest.id if guest else None
    session.add(letter)


def shut(session: Session, list_: Kind, where: Where) -> None:
    """Let a guest's link open no more, and end their sessions, inside a change that somebody is allowed."""
    if row := _of(session, list_, where):
        row.closed = True
        _end(session, row)


def forget(session: Session, list_: Kind, where: Where) -> None:
    """Delete that somebody ever was a guest, inside a change that somebody is allowed."""
    session.execute(
        delete(GuestRow).where(GuestRow.event_id == where.event, GuestRow.list == list_, GuestRow.ref == where.ref)
    )


def invited(session: Session, list_: Kind, event: str) -> frozenset[str]:
    """Find who of an event has a link that opens."""
    rows = session.scalars(select(GuestRow).where(GuestRow.event_id == event, GuestRow.list == list_))
    return frozenset(row.ref for row in rows if _good(session, row))


def opens(session: Session, key: str) -> bool:
    """Tell whether a guest's link would open."""
    return _by_key(session, key) is not None


def enter(session: Session, key: str) -> str | None:
    """Exchange a guest's link for a session, and give the key of that; None where the link no longer opens."""
    with writing(session):
        row = _by_key(session, key, held=True)
        if row is None:
            return None
        stay = secrets.token_urlsafe(KEY)
        session.add(StayRow(key=hashed(stay), guest_id=row.id))
        note(session, row.id, "guest came", f"{row.event_id} {row.ref}")
    return stay


def guest(session: Session, key: str) -> Guest | None:
    """Find which guest is here; None when their time is over, or nobody by this key."""
    row = plain(session, HERE, {"key": hashed(key), "since": now() - STAY}).first()
    if row is None or now() >= _until(session, row.frame, row.list):
        return None
    language = _known(session, row.body, row.left).get("language")
    return Guest(row.id, row.list, Where(row.event_id, row.ref), language, row.knows_code)


def _known(session: Session, body: bytes | None, left: bytes | None) -> dict[str, Any]:
    """Read who a guest is: from the event or, when they have withdrawn from it, from what was kept of them."""
    if body:
        return seal_of(session).open(body)
    return (seal_of(session).open(left).get("away") if left else None) or {}


def give_code(session: Session, key: str, code: str) -> Heard:
    """Open what is private to a guest who knows their code, gaps or not; after some wrong ones any code must wait."""
    with writing(session):
        stay = session.scalars(select(StayRow).where(StayRow.key == hashed(key))).first()
        if stay is None:  # their link was renewed or shut a moment ago
            return "wrong"
        row = session.scalars(select(GuestRow).where(GuestRow.id == stay.guest_id).with_for_update()).one()
        rested = row.tried_at is None or row.tried_at < now() - REST
        tries = 0 if rested else row.tries
        typed = "".join(filter(str.isalnum, code))
        right = hmac.compare_digest(seal_of(session).open(row.code)["code"].encode(), typed.encode())
        if opened := right and tries < MOST_TRIES:
            stay.knows_code, row.tries, row.tried_at = True, 0, None
        elif tries < MOST_TRIES:
            row.tries, row.tried_at = tries + 1, now()
        note(session, row.id, "code given" if opened else "code refused")
        return "opened" if opened else "wrong" if row.tries < MOST_TRIES else "waiting"


def leave(session: Session, key: str, who: Guest) -> None:
    """End a guest's session for good."""
    with writing(session):
        session.execute(delete(StayRow).where(StayRow.key == hashed(key)))
        note(session, who.id, "guest left")


def _end(session: Session, row: GuestRow) -> None:
    """End a guest's sessions, and send them no link that opens nothing."""
    for table in (StayRow, MessageRow):
        session.execute(delete(table).where(table.guest_id == row.id))


def _of(session: Session, list_: Kind, where: Where) -> GuestRow | None:
    theirs = (GuestRow.event_id == where.event, GuestRow.list == list_, GuestRow.ref == where.ref)
    return session.scalars(select(GuestRow).where(*theirs)).first()


def _by_key(session: Session, key: str, *, held: bool = False) -> GuestRow | None:
    """Find a guest by the key of their link, and hold them against whoever makes a new one."""
    theirs = select(GuestRow).where(GuestRow.key == hashed(key))
    row = session.scalars(theirs.with_for_update() if held else theirs).first()
    return row if row and _good(session, row) else None


def _good(session: Session, row: GuestRow) -> bool:
    """Tell whether a link has been left open, and has not outlived its event."""
    return not row.closed and now() < until(session, row.event, cast("Kind", row.list))


def until(session: Session, event: EventRow, list_: Kind) -> datetime:
    """Tell until when the links of an event work, in its own time zone: as many hours after its end as there are."""
    return _until(session, event.frame, list_)


def _until(session: Session, sealed: bytes, list_: Kind) -> datetime:
    frame = seal_of(session).open(sealed)
    ends = at(frame.get("latest_end") or max(each["end"] for each in frame["rounds"]))
    local = datetime.fromisoformat(frame["date"]) + timedelta(minutes=ends)
    zone = ZoneInfo(frame.get("timezone", "Europe/Oslo"))
    return (local.replace(tzinfo=zone).astimezone(UTC) + LASTS[list_]).astimezone(zone)
