"""The journal: who did what to which thing, and when; never what it held. Each entry carries the hash of all before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import LargeBinary, String, bindparam, insert, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from speeddate.store.base import Base, Moment, now, plain

NOTHING = bytes(32)
GONE = ("candidate erased", "candidate removed", "employer removed", "counsellor removed")


class EntryRow(Base):
    """One thing that was done."""

    __tablename__ = "entry"

    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    who: Mapped[str] = mapped_column(String(16))
    what: Mapped[str] = mapped_column(String(40), index=True)
    about: Mapped[str] = mapped_column(String(80), index=True)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))

    def hash_after(self, before: bytes) -> bytes:
        """Hash it together with all before it."""
        said = "\x1f".join((str(self.number), self.at.isoformat(), self.who, self.what, self.about))
        return sha256(before + said.encode()).digest()


LAST: Final = select(EntryRow.number, EntryRow.hash).order_by(EntryRow.number.desc()).limit(1)
INSERT: Final = insert(EntryRow)
ABOUT: Final = select(EntryRow.about).where(
    EntryRow.what.in_(GONE), EntryRow.about.startswith(bindparam("event"), autoescape=False)
)


def note(session: Session, who: str, what: str, about: str = "") -> None:
    """Note what was done, last in the step that does it: until that has ended, nobody else can note anything."""
    if session.get_bind().dialect.name == "postgresql":  # SQLite lets one write at a time anyway
        session.execute(text("LOCK TABLE entry IN SHARE ROW EXCLUSIVE MODE"))
    number, before = plain(session, LAST).first() or (0, NOTHING)
    entry = {"number": number + 1, "at": now(), "who": who, "what": what, "about": about}
    plain(session, INSERT, entry | {"hash": EntryRow(**entry).hash_after(before)})


def gone(session: Session, event: str) -> frozenset[str]:
    """Find whose ids at an event are nobody's any more: what is noted of them is not to be taken for another's."""
    return frozenset(each.partition(" ")[2] for each in plain(session, ABOUT, {"event": f"{event} "}).scalars())


def broken(session: Session) -> Iterator[int]:
    """Yield the numbers of entries that were changed, or before which some are missing."""
    before, expected = NOTHING, 1
    for entry in session.scalars(select(EntryRow).order_by(EntryRow.number)):
        if entry.number != expected or entry.hash != entry.hash_after(before):
            yield entry.number
        before, expected = entry.hash, entry.number + 1
