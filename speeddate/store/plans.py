"""Plans of an event: drafts, which are lists of steps so that each can be undone, and versions that were published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from speeddate.store.base import ID, Base, Moment, now
from speeddate.store.seal import seal_of


class DraftRow(Base):
    """A draft, by its number at the event. `step` is the one that holds; those after it were undone."""

    __tablename__ = "draft"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_by: Mapped[str] = mapped_column(String(ID))
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    step: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}


class StepRow(Base):
    """What a draft was like after a step, sealed, and which kind of step that was."""

    __tablename__ = "draft_step"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    draft: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    what: Mapped[str] = mapped_column(String(20))
    made_by: Mapped[str] = mapped_column(String(ID))
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    body: Mapped[bytes] = mapped_column(LargeBinary)


def drafts_of(session: Session, event: str) -> Sequence[DraftRow]:
    """List the drafts of an event, the latest first."""
    mine = select(DraftRow).where(DraftRow.event_id == event).order_by(DraftRow.number.desc())
    return session.scalars(mine).all()


def new_draft(session: Session, event: str, who: str, what: str, content: dict[str, Any]) -> DraftRow:
    """Keep a new draft, under the next number; nobody else may change the event meanwhile."""
    last = session.scalars(select(func.max(DraftRow.number)).where(DraftRow.event_id == event)).one()
    row = DraftRow(event_id=event, number=(last or 0) + 1, made_by=who, step=0)
    session.add(row)
    session.add(_step(session, row, 0, who, what, content))
    session.flush()
    return row


def add_step(session: Session, row: DraftRow, who: str, what: str, content: dict[str, Any]) -> None:
    """Go a step on; what had been undone is gone."""
    undone = (StepRow.event_id == row.event_id, StepRow.draft == row.number, StepRow.number > row.step)
    session.execute(delete(StepRow).where(*undone))
    row.step += 1
    session.add(_step(session, row, row.step, who, what, content))
    session.flush()


def step_of(session: Session, row: DraftRow, number: int) -> StepRow | None:
    """Find a step of a draft."""
    return session.get(StepRow, (row.event_id, row.number, number))


def _step(session: Session, row: DraftRow, number: int, who: str, what: str, content: dict[str, Any]) -> StepRow:  # noqa: PLR0913, PLR0917
    body = seal_of(session).close(content)
    return StepRow(event_id=row.event_id, draft=row.number, number=number, what=what, made_by=who, body=body)
