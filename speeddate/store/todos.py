"""What has been done of an event's checklist, by whom and when, and whose each thing is."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from speeddate.store.base import Base, Moment


class TodoRow(Base):
    """One thing to do, once somebody has done it, answered it or taken it on; it holds nothing about candidates."""

    __tablename__ = "todo"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(String(30), primary_key=True)
    answer: Mapped[str] = mapped_column(String(10), default="")
    done_by: Mapped[str | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"), index=True)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    owner: Mapped[str | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"), index=True)
