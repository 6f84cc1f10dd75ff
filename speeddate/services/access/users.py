"""Look after those who work here: who they are, what their roles are, and whether they may come in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from speeddate.domain.text import Language
from speeddate.domain.words import texts
from speeddate.services.access.offices import office_named
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.store.database import writing
from speeddate.store.doors import LinkRow, VisitRow
from speeddate.store.journal import note
from speeddate.store.mail import MessageRow
from speeddate.store.offices import OfficeRow, Role, UserRow
from speeddate.store.passwords import PasswordRow, SpareRow

TEXTS: Final = texts("letters.csv")


class LastError(Exception):
    """Raised when nobody would be left who can let others in."""


class OwnRolesError(Exception):
    """Raised when somebody would give themselves a role that they did not have."""


class TakenError(Exception):
    """Raised when somebody has this address already."""


class About(NamedTuple):
    """What an administrator says of somebody."""

    name: str
    roles: tuple[Role, ...]
    language: Language


def users(session: Session, who: Visitor) -> Sequence[UserRow]:
    """List all users, office by office."""
    who.ask("look after users")
    known = select(UserRow).join(OfficeRow).options(joinedload(UserRow.office))
    return session.scalars(known.order_by(OfficeRow.name, UserRow.closed, UserRow.name, UserRow.email)).all()


def offices(session: Session, who: Visitor) -> Sequence[str]:
    """List the names of all offices."""
    who.ask("look after users")
    return session.scalars(select(OfficeRow.name).order_by(OfficeRow.name)).all()


def found(session: Session, who: Visitor, user: str, *, held: bool = False) -> UserRow:
    """Find a user, and hold them against others who would change them. Raises RefusedError."""
    who.ask("look after users")
    row = session.get(UserRow, user, populate_existing=True, with_for_update=held or None)
    if row is None:
        raise RefusedError(user)
    return row


def add(session: Session, who: Visitor, where: tuple[str, str], about: About, door: str) -> None:
    """Let somebody in, by their address and at an office, and tell them where the door is; raises TakenError."""
    who.ask("look after users")
    email, office = where[0].strip().lower(), where[1]
    with writing(session):
        if session.scalars(select(UserRow.id).where(UserRow.email == email)).first():
            raise TakenError
        place = office_named(session, office)
        row = UserRow(office_id=place.id, email=email, **_written(about))
        session.add(row)
        session.flush()
        text = TEXTS["access"].filled(door=door)[about.language]
        session.add(MessageRow(to=email, subject=TEXTS["access.subject"][about.language], text=text))
        note(session, who.id, "user added", row.id)


def change(session: Session, who: Visitor, user: str, about: About, version: int) -> None:
    """Change what is said of somebody; raises ChangedError, LastError and OwnRolesError."""
    with writing(session):
        row = found(session, who, user, held=True)
        if row.version != version:
            raise ChangedError(
                Kept({"name": row.name, "roles": list(row.roles), "language": row.language}, row.version)
            )
        if row.id == who.id and not set(about.roles) <= set(row.roles):
            raise OwnRolesError
        if "administrator" not in about.roles:
            _keep_one(session, row)
        for name, value in _written(about).items():
            setattr(row, name, value)
        note(session, who.id, "user changed", user)


def close(session: Session, who: Visitor, user: str) -> None:
    """Close the door to somebody: they are out at once, and what they came in by is forgotten; raises LastError."""
    with writing(session):
        row = found(session, who, user, held=True)
        _keep_one(session, row)
        row.closed = True
        for keys in (VisitRow, LinkRow, PasswordRow, SpareRow):
            session.execute(delete(keys).where(keys.user_id == user))
        note(session, who.id, "user closed", user)


def reopen(session: Session, who: Visitor, user: str) -> None:
    """Let somebody in again; they come by a link."""
    with writing(session):
        found(session, who, user, held=True).closed = False
        note(session, who.id, "user reopened", user)


def _written(about: About) -> dict[str, Any]:
    return {"name": about.name, "roles": sorted(about.roles), "language": about.language}


def _keep_one(session: Session, row: UserRow) -> None:
    """Pass if somebody else who is let in is an administrator. Whoever asks this at the same time waits."""
    others = select(UserRow).where(~UserRow.closed).order_by(UserRow.id).with_for_update()
    rest = session.scalars(others.execution_options(populate_existing=True)).all()
    if row.closed or "administrator" not in row.roles:
        return
    if not any("administrator" in other.roles for other in rest if other.id != row.id):
        raise LastError
