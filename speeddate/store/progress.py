"""How far each candidate has come, and what they have answered: beside the event, since no file of it holds this."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ForeignKey, LargeBinary, String, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from speeddate.store.base import ID, Base, Moment, new_id, now, plain
from speeddate.store.events import LONGEST_REF, REFS, EventRow
from speeddate.store.seal import seal_of


class ProgressRow(Base):
    """What a candidate has done so far, sealed."""

    __tablename__ = "progress"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    ref: Mapped[str] = mapped_column(String(LONGEST_REF), primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class ConsentRow(Base):
    """A yes or a no, with exactly the words that were answered, sealed; the latest to the same question holds."""

    __tablename__ = "consent"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    ref: Mapped[str] = mapped_column(String(LONGEST_REF))
    said_by: Mapped[str] = mapped_column(String(ID))
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    body: Mapped[bytes] = mapped_column(LargeBinary)


WITHOUT_PART: Final = select(ProgressRow.ref, ProgressRow.body).where(
    ProgressRow.event_id == bindparam("event"), ProgressRow.ref.not_in(REFS)
)


def progress_of(session: Session, event: EventRow) -> dict[str, dict[str, Any]]:
    """Read how far the candidates of an event have come, by their ids."""
    rows = session.execute(select(ProgressRow.ref, ProgressRow.body).where(ProgressRow.event_id == event.id))
    return {ref: seal_of(session).open(body) for ref, body in rows}


def progress_without_part(session: Session, event: EventRow) -> dict[str, dict[str, Any]]:
    """Read how far those had come who are no longer among the candidates, by their ids."""
    rows = plain(session, WITHOUT_PART, {"event": event.id, "list": "candidates"})
    return {ref: seal_of(session).open(body) for ref, body in rows}


def progress_in(session: Session, event: EventRow, ref: str) -> dict[str, Any]:
    """Read how far one candidate has come."""
    row = session.get(ProgressRow, (event.id, ref))
    return seal_of(session).open(row.body) if row else {}


def keep_progress(session: Session, event: EventRow, ref: str, body: dict[str, Any]) -> None:
    """Keep how far a candidate has come."""
    sealed = seal_of(session).close(body)
    session.merge(ProgressRow(event_id=event.id, ref=ref, body=sealed))
    session.flush()
