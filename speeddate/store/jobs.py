"""Work that takes longer than an answer may: what was asked for, how far it is, and what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

from sqlalchemy import ForeignKey, LargeBinary, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from speeddate.store.base import ID, Base, Moment, new_id, now
from speeddate.store.events import LONGEST_REF

State = Literal["waiting", "running", "done", "nothing", "undecided", "stopped", "stale", "failed", "lost"]
Kind = Literal["plan", "sheets", "cost"]
OPEN: Final[frozenset[State]] = frozenset({"waiting", "running"})


class JobRow(Base):
    """One piece of work for an event. `basis` is a fingerprint of all that it starts from; `said` is sealed.

    A plan may start from a `draft`; what a meeting costs is asked of one, `about` two ids.
    """

    __tablename__ = "job"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    kind: Mapped[Kind] = mapped_column(String(10), default="plan")
    asked_by: Mapped[str] = mapped_column(String(ID))
    asked_at: Mapped[datetime] = mapped_column(Moment, default=now)
    state: Mapped[State] = mapped_column(String(10), default="waiting")
    basis: Mapped[str] = mapped_column(String(64))
    draft: Mapped[int | None]
    about: Mapped[str | None] = mapped_column(String(2 * LONGEST_REF + 1))
    stopping: Mapped[bool] = mapped_column(default=False)
    beat_at: Mapped[datetime | None] = mapped_column(Moment)
    said: Mapped[bytes | None] = mapped_column(LargeBinary)


def latest_job(session: Session, event: str, kind: Kind = "plan") -> JobRow | None:
    """Find what was last asked for at an event."""
    mine = (
        select(JobRow)
        .where(JobRow.event_id == event, JobRow.kind == kind)
        .order_by(JobRow.asked_at.desc(), JobRow.id.desc())
    )
    return session.scalars(mine.limit(1)).first()
