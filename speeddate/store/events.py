"""Events as they are kept: a frame, and each station, employer, counsellor, resource, candidate and pin on its own.

Each part is a row with a version of its own, so that two people can work side by side; its content is what the event
file holds, sealed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, and_, bindparam, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from speeddate.store.base import ID, Base, Moment, new_id, now, plain
from speeddate.store.seal import seal_of

LISTS: Final = ("stations", "employers", "counsellors", "resources", "candidates", "pins")
FORMAT: Final = "speeddate.event/1"
LONGEST_REF: Final = 60
FIRST: Final = 1  # version of a part


class EventRow(Base):
    """An event: what lists of events show, and its frame."""

    __tablename__ = "event"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    office_id: Mapped[str] = mapped_column(ForeignKey("office.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    date: Mapped[dt.date]
    frame: Mapped[bytes] = mapped_column(LargeBinary)
    version: Mapped[int] = mapped_column()
    made_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)

    __mapper_args__ = {"version_id_col": version}


class PartRow(Base):
    """One part of an event, by its list and its id there, in the order of `place`."""

    __tablename__ = "part"
    __table_args__ = (UniqueConstraint("event_id", "list", "ref"),)

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    list: Mapped[str] = mapped_column(String(12))
    ref: Mapped[str] = mapped_column(String(LONGEST_REF))
    place: Mapped[int]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}


OF_EVENT: Final = PartRow.event_id == bindparam("event")
OF_LIST: Final = and_(OF_EVENT, PartRow.list == bindparam("list"))
# each made once, since to make one takes longer than to ask it
BODIES: Final = select(PartRow.body).where(OF_LIST).order_by(PartRow.place)
REFS: Final = select(PartRow.ref).where(OF_LIST)
NAMED: Final = select(PartRow.list, PartRow.ref).where(OF_EVENT, PartRow.ref.in_(bindparam("words", expanding=True)))
ONE: Final = select(PartRow).where(OF_LIST, PartRow.ref == bindparam("ref"))
APPEND: Final = insert(PartRow)
LAST: Final = select(func.count(), func.coalesce(func.max(PartRow.place), -1)).where(OF_LIST)


class SeatRow(Base):
    """Which counsellor of an event a user is: the candidates of that counsellor are theirs."""

    __tablename__ = "seat"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    ref: Mapped[str] = mapped_column(String(LONGEST_REF), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)


SEATS: Final = select(SeatRow.ref).where(SeatRow.event_id == bindparam("event"), SeatRow.user_id == bindparam("user"))


class PictureRow(Base):
    """A picture or map that parts of an event name."""

    __tablename__ = "picture"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_REF), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


def keep(session: Session, office_id: str, content: Mapping[str, Any], pictures: Mapping[str, bytes]) -> EventRow:
    """Keep a new event, given as its file holds it and checked before, with its pictures by their names."""
    seal, frame = seal_of(session), content["event"]
    row = EventRow(
        office_id=office_id,
        name=frame.get("name", ""),
        date=dt.date.fromisoformat(frame["date"]),
        frame=seal.close(frame),
    )
    session.add(row)
    session.flush()
    session.add_all(_parts(row.id, content, seal.close))
    session.add_all(PictureRow(event_id=row.id, name=name, content=picture) for name, picture in pictures.items())
    return row


def content_of(session: Session, event: EventRow) -> dict[str, Any]:
    """Read an event as its file would hold it."""
    seal = seal_of(session)
    lists: dict[str, list[Any]] = {name: [] for name in LISTS}
    mine = select(PartRow.list, PartRow.body).where(PartRow.event_id == event.id).order_by(PartRow.place)
    for list_, body in session.execute(mine):
        lists[list_].append(seal.open(body))
    filled = {name: parts for name, parts in lists.items() if parts}
    return {"format": FORMAT, "event": seal.open(event.frame), **filled}


def pictures_of(session: Session, event: EventRow) -> dict[str, bytes]:
    """Read an event's pictures by their names."""
    found = session.scalars(select(PictureRow).where(PictureRow.event_id == event.id))
    return {picture.name: picture.content for picture in found}


def _parts(event_id: str, content: Mapping[str, Any], close: Callable[[dict[str, Any]], bytes]) -> Iterator[PartRow]:
    for name in LISTS:
        for place, part in enumerate(content.get(name, ())):
            ref = str(part.get("id", place))
            yield PartRow(event_id=event_id, list=name, ref=ref, place=place, body=close(part))


def parts_of(session: Session, event: EventRow, list_: str) -> list[dict[str, Any]]:
    """Read the parts of one list, in order."""
    seal = seal_of(session)
    return [seal.open(body) for body in plain(session, BODIES, {"event": event.id, "list": list_}).scalars()]


def refs_of(session: Session, event: EventRow, list_: str) -> list[str]:
    """Find the ids of the parts of one list, without opening any."""
    return [*plain(session, REFS, {"event": event.id, "list": list_}).scalars()]


def named_in(session: Session, event: EventRow, words: Collection[str]) -> dict[str, list[str]]:
    """Find which of some words are ids of parts, by list, without opening any."""
    refs: dict[str, list[str]] = {name: [] for name in LISTS}
    for list_, ref in plain(session, NAMED, {"event": event.id, "words": [*words]}):
        refs[list_].append(ref)
    return refs


def rows_of(session: Session, event: EventRow, list_: str) -> Sequence[PartRow]:
    """Find the rows of one list, in order."""
    rows = select(PartRow).where(PartRow.event_id == event.id, PartRow.list == list_).order_by(PartRow.place)
    return session.scalars(rows).all()


def part_row(session: Session, event: EventRow, list_: str, ref: str) -> PartRow | None:
    """Find the row of one part."""
    return session.scalars(ONE, {"event": event.id, "list": list_, "ref": ref}).first()


def append(session: Session, event: EventRow, list_: str, *contents: Mapping[str, Any]) -> int:
    """Put new parts at the end of their list, and tell how many it has now."""
    count, last = plain(session, LAST, {"event": event.id, "list": list_}).one()
    close = seal_of(session).close
    mine = {"event_id": event.id, "list": list_, "version": FIRST}
    new = [
        mine | {"ref": content["id"], "place": place, "body": close(dict(content))}
        for place, content in enumerate(contents, last + 1)
    ]
    if new:
        plain(session, APPEND, new)
    return int(count) + len(contents)


def seats_of(session: Session, event: EventRow, user: str) -> frozenset[str]:
    """Find which counsellors of an event a user is."""
    return frozenset(plain(session, SEATS, {"event": event.id, "user": user}).scalars())
