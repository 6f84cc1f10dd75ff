"""Guests: candidates and employers who come to one event by a link of their own. Only the hash of its key is kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from speeddate.store.base import ID, Base, Moment, new_id, now
from speeddate.store.events import LONGEST_REF, EventRow


class GuestRow(Base):
    """A guest of one part of one event, with the link they have now and a code, sealed, that opens what is private."""

    __tablename__ = "guest"
    __table_args__ = (UniqueConstraint("event_id", "list", "ref"),)

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    list: Mapped[str] = mapped_column(String(12))
    ref: Mapped[str] = mapped_column(String(LONGEST_REF))
    key: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    code: Mapped[bytes] = mapped_column(LargeBinary)
    tries: Mapped[int] = mapped_column(default=0)
    tried_at: Mapped[datetime | None] = mapped_column(Moment)
    closed: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    inviter: Mapped[str] = mapped_column(String(ID), default="", server_default="")

    event: Mapped[EventRow] = relationship(viewonly=True)


class StayRow(Base):
    """The session of a guest, and whether they have given the code."""

    __tablename__ = "stay"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    key: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    guest_id: Mapped[str] = mapped_column(ForeignKey("guest.id", ondelete="CASCADE"), index=True)
    began_at: Mapped[datetime] = mapped_column(Moment, default=now)
    knows_code: Mapped[bool] = mapped_column(default=False)
