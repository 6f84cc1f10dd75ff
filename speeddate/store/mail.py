"""Messages that wait to be sent: written in the same step as what they tell of, and sent after it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from speeddate.store.base import ID, Base, Moment, new_id, now


class MessageRow(Base):
    """A message: whom it went to and its text are forgotten once it is sent, since it may hold a link."""

    __tablename__ = "message"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    to: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    tried_at: Mapped[datetime | None] = mapped_column(Moment)
    tries: Mapped[int] = mapped_column(default=0)
