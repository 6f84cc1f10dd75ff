"""Messages that wait to be sent: written in the same step as what they tell of, sent after it, and then forgotten."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from speeddate.store.base import ID, Base, Moment, new_id, now


class MessageRow(Base):
    """A message that waits: it goes out when it is due, and the row goes with it, since its text may hold a link.

    One that hands a guest a link is not sent once that link opens no more.
    """

    __tablename__ = "message"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    to: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    due_at: Mapped[datetime] = mapped_column(Moment, default=now, index=True)
    tries: Mapped[int] = mapped_column(default=0)
    guest_id: Mapped[str | None] = mapped_column(ForeignKey("guest.id", ondelete="CASCADE"), index=True)
