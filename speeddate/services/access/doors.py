"""Let people in by links that open once, know them while they are here, and let them out."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from speeddate.domain.words import texts
from speeddate.services.access.limits import ASKED, LINKS, Refusal
from speeddate.services.permissions import Visitor
from speeddate.store.attempts import attempt, forgive
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.doors import LinkRow, VisitRow, hashed
from speeddate.store.journal import note
from speeddate.store.mail import MessageRow
from speeddate.store.offices import UserRow

TEXTS: Final = texts("letters.csv")
KEY: Final = 16
LINK_LASTS: Final = timedelta(minutes=30)
IDLE: Final = timedelta(minutes=30)
LONGEST: Final = timedelta(hours=12)
SEEN_EVERY: Final = timedelta(minutes=1)
MOST_LINKS: Final = 5
LATELY: Final = timedelta(minutes=15)
HERE: Final = (
    select(VisitRow.began_at, VisitRow.seen_at, UserRow)
    .join(VisitRow.user)
    .where(VisitRow.key == bindparam("key"), ~UserRow.closed)
)


def send_link(session: Session, email: str, doorstep: str, whence: str) -> bool:
    """Send a link to whoever works here and has this address; nobody is told more than whether they ask too often."""
    with writing(session):
        if attempt(session, (ASKED, whence)) is None:
            return False
        known = select(UserRow).where(UserRow.email == email.strip().lower(), ~UserRow.closed)
        user = session.scalars(known).first()
        if user and _lately(session, user) < MOST_LINKS:
            minutes = LINK_LASTS // timedelta(minutes=1)
            link = f"{doorstep}{new_link(session, user)}"
            subject, text = TEXTS["link.subject"], TEXTS["link"].filled(minutes=minutes, link=link)
            session.add(MessageRow(to=user.email, subject=subject[user.language], text=text[user.language]))
            note(session, user.id, "link sent")
    return True


def new_link(session: Session, user: UserRow) -> str:
    """Make a link that opens once, and give its key: nobody can read it here again."""
    key = secrets.token_urlsafe(KEY)
    session.add(LinkRow(key=hashed(key), user_id=user.id, expires_at=now() + LINK_LASTS))
    return key


def opens(session: Session, key: str) -> bool:
    """Tell whether a link would open; asking does not use it up, since scanners of mail ask too."""
    return session.scalars(select(LinkRow.id).where(*_good(key))).first() is not None


def enter(session: Session, key: str, whence: str) -> str | Refusal:
    """Exchange a link for a session, and give the key of that; refused where the link no longer opens."""
    used = update(LinkRow).where(*_good(key)).values(used_at=now()).returning(LinkRow.user_id)
    with writing(session):
        attempts = attempt(session, (LINKS, whence))
        if attempts is None:
            return Refusal.TOO_MANY
        user = session.scalars(used).first()
        if user is None:
            return Refusal.WRONG
        forgive(session, attempts)
        return begun(session, user, "signed in")


def enter_as(session: Session, email: str) -> str | Refusal:
    """Let in whoever an organisation's own sign-in has found to be the owner of this address, if they work here."""
    known = select(UserRow.id).where(UserRow.email == email.strip().lower(), ~UserRow.closed)
    with writing(session):
        user = session.scalars(known).first()
        return begun(session, user, "signed in by provider") if user else Refusal.WRONG


def begun(session: Session, user: str, how: str) -> str:
    """Begin a session for somebody who has shown who they are, and give its key; inside `writing`."""
    visit = secrets.token_urlsafe(KEY)
    session.add(VisitRow(key=hashed(visit), user_id=user))
    note(session, user, how)
    return visit


def visitor(session: Session, key: str) -> Visitor | None:
    """Find who is signed in, and remember that they were here; None when their time is over."""
    visit = session.execute(HERE, {"key": hashed(key)}).first()
    if visit is None or now() - visit.began_at > LONGEST or now() - visit.seen_at > IDLE:
        return None
    who = Visitor.of(visit.UserRow)
    if now() - visit.seen_at > SEEN_EVERY:
        with writing(session):
            session.execute(update(VisitRow).where(VisitRow.key == hashed(key)).values(seen_at=now()))
    return who


def leave(session: Session, key: str, who: Visitor) -> None:
    """End a session for good."""
    with writing(session):
        session.execute(delete(VisitRow).where(VisitRow.key == hashed(key)))
        note(session, who.id, "signed out")


def _lately(session: Session, user: UserRow) -> int:
    """Count the links that were made for somebody lately: nobody's mailbox is filled by others."""
    made_after = now() - LATELY + LINK_LASTS
    made = select(func.count()).where(LinkRow.user_id == user.id, LinkRow.expires_at > made_after)
    return session.scalars(made).one()


def _good(key: str) -> tuple[Any, ...]:
    return LinkRow.key == hashed(key), LinkRow.used_at.is_(None), LinkRow.expires_at > now()
