"""Versions of a plan that were published: numbered, never changed, each with a hash of what it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from speeddate.store.base import ID, Base, Moment, now
from speeddate.store.seal import SealBrokenError, seal_of


class PublishedRow(Base):
    """A version, by its number at the event; `draft` is where it came from, and `body` is sealed."""

    __tablename__ = "published"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    draft: Mapped[int]
    made_by: Mapped[str] = mapped_column(String(ID))
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    body: Mapped[bytes] = mapped_column(LargeBinary)


def versions_of(session: Session, event: str) -> Sequence[PublishedRow]:
    """List the versions of an event, the latest first."""
    mine = select(PublishedRow).where(PublishedRow.event_id == event).order_by(PublishedRow.number.desc())
    return session.scalars(mine).all()


def latest_version(session: Session, event: str) -> PublishedRow | None:
    """Find the version that holds."""
    mine = select(PublishedRow).where(PublishedRow.event_id == event).order_by(PublishedRow.number.desc())
    return session.scalars(mine.limit(1)).first()


def add_version(session: Session, event: str, number: int, who: str, draft: int, content: dict[str, Any]) -> None:  # noqa: PLR0913, PLR0917
    """Keep a version for good."""
    body = seal_of(session).close(content)
    row = PublishedRow(event_id=event, number=number, draft=draft, made_by=who, hash=hash_of(content), body=body)
    session.add(row)
    session.flush()


def version_content(session: Session, row: PublishedRow) -> dict[str, Any]:
    """Read what a version holds. Raises SealBrokenError where that is not what was published."""
    content = seal_of(session).open(row.body)
    if hash_of(content) != row.hash:
        raise SealBrokenError
    return content


def hash_of(content: dict[str, Any]) -> bytes:
    """Hash what a version holds."""
    return sha256(json.dumps(content, sort_keys=True).encode()).digest()
