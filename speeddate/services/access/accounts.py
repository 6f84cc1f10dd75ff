"""Let staff choose a password and connect an app, or take both away: their other sessions end, and they are told."""

from __future__ import annotations

import secrets
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

import pyotp
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from speeddate.domain.words import texts
from speeddate.services.access.passwords import hashed_password, hashed_spare, step_of
from speeddate.services.permissions import Visitor
from speeddate.store.database import writing
from speeddate.store.doors import VisitRow, hashed
from speeddate.store.journal import note
from speeddate.store.mail import MessageRow
from speeddate.store.offices import UserRow
from speeddate.store.passwords import PasswordRow, SpareRow
from speeddate.store.seal import SealBrokenError, seal_of

TEXTS: Final = texts("letters.csv")
SPARE: Final = 10
BYTES: Final = 10
GROUP: Final = 4
APP: Final = "Jobbspeeddating"


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody has set up: since when, and how many spare codes are left."""

    since: datetime
    spare: int


class Offer(NamedTuple):
    """A secret for an app: for whom, as text, as an address to scan, and sealed, to come back with the form."""

    email: str
    secret: str
    address: str
    sealed: str


class Chosen(NamedTuple):
    """What somebody has chosen: a password, and a code that shows that their app holds the secret."""

    password: str
    sealed: str
    code: str


def kept(session: Session, who: Visitor) -> Kept | None:
    """Find what somebody has set up."""
    row = session.get(PasswordRow, who.id)
    spare = select(func.count()).select_from(SpareRow).where(SpareRow.user_id == who.id)
    return Kept(row.made_at, session.scalars(spare).one()) if row else None


def offer(session: Session, who: Visitor, sealed: str = "") -> Offer:
    """Offer the secret that was sealed for somebody before, or a new one; nothing is kept until they confirm it."""
    secret = _opened(session, who, sealed) or pyotp.random_base32()
    email = session.get_one(UserRow, who.id).email
    address = pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=APP)
    return Offer(email, secret, address, seal_of(session).close({"user": who.id, "secret": secret}).decode())


def choose(session: Session, who: Visitor, chosen: Chosen, visit: str) -> list[str]:
    """Keep a password and a secret, and give spare codes, which nobody can read again; none where the code is wrong."""
    secret = _opened(session, who, chosen.sealed)
    step = step_of(secret, chosen.code) if secret else None
    if step is None:
        return []
    sealed, password = seal_of(session).close({"secret": secret}), hashed_password(chosen.password)
    codes = [_spare() for _ in range(SPARE)]
    with writing(session):
        _forget(session, who, visit)
        session.add(PasswordRow(user_id=who.id, password=password, secret=sealed, last_step=step))
        session.add_all(SpareRow(user_id=who.id, key=hashed_spare(code)) for code in codes)
        note(session, who.id, "password chosen")
    return codes


def remove(session: Session, who: Visitor, visit: str) -> None:
    """Take away password, app and spare codes: links by mail are left."""
    with writing(session):
        _forget(session, who, visit)
        note(session, who.id, "password removed")


def _forget(session: Session, who: Visitor, visit: str) -> None:
    """Forget what was set up, end the sessions elsewhere, and tell about it."""
    session.execute(delete(PasswordRow).where(PasswordRow.user_id == who.id))
    session.execute(delete(SpareRow).where(SpareRow.user_id == who.id))
    session.execute(delete(VisitRow).where(VisitRow.user_id == who.id, VisitRow.key != hashed(visit)))
    user = session.get_one(UserRow, who.id)
    subject, text = (TEXTS[key][user.language] for key in ("changed.subject", "changed"))
    session.add(MessageRow(to=user.email, subject=subject, text=text))
    session.flush()


def _opened(session: Session, who: Visitor, sealed: str) -> str:
    try:
        record = seal_of(session).open(sealed.encode())
    except SealBrokenError:
        return ""
    return str(record["secret"]) if record.get("user") == who.id else ""


def _spare() -> str:
    """Make a spare code that can be read aloud and typed."""
    code = b32encode(secrets.token_bytes(BYTES)).decode().lower()
    return "-".join(code[n : n + GROUP] for n in range(0, len(code), GROUP))
