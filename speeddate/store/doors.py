"""The doors: links that open once, and the sessions they are exchanged for. Only the hashes of their keys are kept."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from speeddate.store.base import ID, Base, Moment, new_id, now
from speeddate.store.offices import UserRow


def hashed(key: str) -> bytes:
    """Hash a key: enough to know it again, too little to use it."""
    return sha256(key.encode()).digest()


class LinkRow(Base):
    """A link that was sent to somebody: it opens once, until it expires."""

    __tablename__ = "link"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    key: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class VisitRow(Base):
    """A session: somebody is signed in until they leave, do nothing for a while, or the day is over."""

    __tablename__ = "visit"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    key: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    began_at: Mapped[datetime] = mapped_column(Moment, default=now)
    seen_at: Mapped[datetime] = mapped_column(Moment, default=now)

    user: Mapped[UserRow] = relationship()
