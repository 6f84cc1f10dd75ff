"""Offices and those who work there."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.services.access.doors import new_link
from speeddate.services.permissions import Visitor
from speeddate.store.database import writing
from speeddate.store.journal import note
from speeddate.store.offices import OfficeRow, Role, UserRow

SYSTEM = "system"


def enrol(session: Session, *, office: str, email: str, name: str, roles: Collection[Role]) -> str:
    """Let somebody work at an office, or change their roles there, and give the key of a link that signs them in."""
    with writing(session):
        place = office_named(session, office)
        address = email.strip().lower()
        user = session.scalars(select(UserRow).where(UserRow.email == address)).first() or UserRow(email=address)
        user.office_id, user.name, user.roles, user.closed = place.id, name, sorted(roles), False
        session.add(user)
        session.flush()
        note(session, SYSTEM, "user enrolled", user.id)
        return new_link(session, user)


def office_named(session: Session, name: str) -> OfficeRow:
    """Find the office of this name, or make one; inside `writing`."""
    place = session.scalars(select(OfficeRow).where(OfficeRow.name == name)).first() or OfficeRow(name=name)
    session.add(place)
    session.flush()
    return place


def organiser_of(session: Session, office: str) -> Visitor:
    """Find an organiser of an office, to act for. Raises LookupError."""
    users = session.scalars(select(UserRow).join(OfficeRow).where(OfficeRow.name == office, ~UserRow.closed))
    for user in users:
        if "organiser" in user.roles:
            return Visitor.of(user)
    raise LookupError(office)


def visitor_of(session: Session, email: str) -> Visitor:
    """Find who has this address, to act for. Raises NoResultFound."""
    return Visitor.of(session.scalars(select(UserRow).where(UserRow.email == email)).one())


def user_id(session: Session, email: str) -> str:
    """Find who has this address. Raises NoResultFound."""
    return session.scalars(select(UserRow.id).where(UserRow.email == email)).one()
