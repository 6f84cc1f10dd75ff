"""The printed sheets of an event: of the plan that held when they were made, sealed; the next ones replace them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ForeignKey, LargeBinary, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from speeddate.store.base import Base, Moment, now
from speeddate.store.events import LONGEST_REF
from speeddate.store.seal import seal_of

LONGEST_NAME = 90


class SheetRow(Base):
    """A file, by its name, which says nothing about anybody: what kind it is, whose, and of which version."""

    __tablename__ = "sheet"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), primary_key=True)
    place: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    ref: Mapped[str] = mapped_column(String(LONGEST_REF))
    version: Mapped[int]
    basis: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class Made(NamedTuple):
    """A file that was made: its name, its kind, whose it is, and its bytes."""

    name: str
    kind: str
    ref: str
    content: bytes


def keep_sheets(session: Session, event: str, version: int, basis: str, made: Iterable[Made]) -> None:
    """Keep the sheets of a version, and none of those before."""
    forget_sheets(session, event)
    seal = seal_of(session)
    session.add_all(
        SheetRow(
            event_id=event,
            name=each.name,
            place=place,
            kind=each.kind,
            ref=each.ref,
            version=version,
            basis=basis,
            body=seal.close_bytes(each.content),
        )
        for place, each in enumerate(made)
    )
    session.flush()


def sheets_of(session: Session, event: str) -> Sequence[SheetRow]:
    """List the files of an event, in the order in which they are handed out."""
    return session.scalars(select(SheetRow).where(SheetRow.event_id == event).order_by(SheetRow.place)).all()


def forget_sheets(session: Session, event: str) -> None:
    """Delete the files of an event."""
    session.execute(delete(SheetRow).where(SheetRow.event_id == event))
