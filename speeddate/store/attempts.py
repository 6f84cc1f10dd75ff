"""Attempts at the doors, kept where every process and every restart sees them: hashes alone, and not for long."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import LargeBinary, String, delete, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from speeddate.store.base import ID, Base, Moment, new_id, now


class AttemptRow(Base):
    """One attempt, by a hash of what it counts against."""

    __tablename__ = "attempt"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    against: Mapped[bytes] = mapped_column(LargeBinary(32), index=True)
    until: Mapped[datetime] = mapped_column(Moment, index=True)


class Limit(NamedTuple):
    """How many attempts there may be at a door within a time."""

    door: str
    most: int
    within: timedelta


def attempt(session: Session, *counted: tuple[Limit, str]) -> list[str] | None:
    """Count an attempt against each of these, and give its ids; count nothing and give None where one is full.

    It is counted before anybody knows how it ends, so that many at once are no way around it; inside `writing`.
    """
    if session.get_bind().dialect.name == "postgresql":  # SQLite lets one write at a time anyway
        session.execute(text("LOCK TABLE attempt IN SHARE ROW EXCLUSIVE MODE"))
    session.execute(delete(AttemptRow).where(AttemptRow.until < now()))
    if any(_made(session, limit, whose) >= limit.most for limit, whose in counted):
        return None
    rows = [AttemptRow(against=_hash(limit, whose), until=now() + limit.within) for limit, whose in counted]
    session.add_all(rows)
    session.flush()
    return [row.id for row in rows]


def forgive(session: Session, attempts: list[str]) -> None:
    """Forget an attempt that ended well."""
    session.execute(delete(AttemptRow).where(AttemptRow.id.in_(attempts)))


def _made(session: Session, limit: Limit, whose: str) -> int:
    made = select(func.count()).select_from(AttemptRow).where(AttemptRow.against == _hash(limit, whose))
    return session.scalars(made).one()


def _hash(limit: Limit, whose: str) -> bytes:
    return sha256(f"{limit.door}\x1f{whose}".encode()).digest()
