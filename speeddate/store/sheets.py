"""The printed sheets of an event: of the plan that held when they were made, sealed; the next ones replace them.

Of one that is recalled nothing is kept but that it was there: whoever has it on paper is to collect it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ForeignKey, LargeBinary, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, undefer

from speeddate.domain.text import Language
from speeddate.store.base import Base, Moment, now
from speeddate.store.events import LONGEST_REF

LONGEST_NAME = 90
Recall = Callable[[Session, str], None]


class SheetRow(Base):
    """A file, by its name, which says nothing about anybody: what kind it is, whose, and of which version.

    `says` is a fingerprint of what it says, in the language of whoever had it made.
    """

    __tablename__ = "sheet"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), primary_key=True)
    place: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    ref: Mapped[str] = mapped_column(String(LONGEST_REF))
    version: Mapped[int]
    language: Mapped[Language] = mapped_column(String(2))
    says: Mapped[str] = mapped_column(String(64))
    recalled: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    body: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Made(NamedTuple):
    """A file that was made, a fingerprint of what it says, and its bytes, which are sealed before they are kept."""

    name: str
    kind: str
    ref: str
    says: str
    body: bytes


def keep_sheets(session: Session, event: str, version: int, language: Language, made: Iterable[Made]) -> None:
    """Keep the sealed sheets of a version, and none of those before."""
    forget_sheets(session, event)
    session.add_all(
        SheetRow(
            event_id=event,
            name=each.name,
            place=place,
            kind=each.kind,
            ref=each.ref,
            version=version,
            language=language,
            says=each.says,
            body=each.body,
        )
        for place, each in enumerate(made)
    )
    session.flush()


def sheets_of(session: Session, event: str, *, whole: bool = False) -> Sequence[SheetRow]:
    """List the files of an event, in the order in which they are handed out; `whole` ones with their bytes."""
    mine = select(SheetRow).where(SheetRow.event_id == event).order_by(SheetRow.place)
    return session.scalars(mine.options(undefer(SheetRow.body)) if whole else mine).all()


def recall_sheets(session: Session, event: str, names: Collection[str]) -> None:
    """Delete what some files say, and remember that they are to be collected."""
    these = (SheetRow.event_id == event, SheetRow.name.in_(names))
    session.execute(update(SheetRow).where(*these).values(recalled=True, says="", body=b""))


def forget_sheets(session: Session, event: str, names: Collection[str] | None = None) -> None:
    """Delete the files of an event, or some of them."""
    mine = delete(SheetRow).where(SheetRow.event_id == event)
    session.execute(mine if names is None else mine.where(SheetRow.name.in_(names)))
