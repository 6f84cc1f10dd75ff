"""Begin an event from an earlier one: its frame, its places, its employers, and nothing about candidates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.domain.deadlines import DAYS_BEFORE
from speeddate.exchange.pictures import PICTURED
from speeddate.services.events import found
from speeddate.services.parts import Content, sound
from speeddate.services.permissions import Visitor
from speeddate.store.database import writing
from speeddate.store.events import SeatRow, content_of, keep, pictures_of
from speeddate.store.journal import note

DAYS: Final = ("answer_by", *DAYS_BEFORE)
THAT_DAY: Final[Mapping[str, Collection[str]]] = {
    "event": ("id", "address"),
    "stations": (),
    "resources": (),
    "counsellors": ("available",),
    "employers": ("available", "interest", "interviewer", "interviewer_role", "max_meetings", "picture"),
}


def copy(session: Session, who: Visitor, earlier: str, *, name: str, date: dt.date) -> str:
    """Begin an event as an earlier one was, on another day, and give its id; who the counsellors are stays."""
    who.ask("make events")
    with writing(session):
        old = found(session, who, earlier)
        content = copied(content_of(session, old), name=name, date=date)
        pictures = pictures_of(session, old)
        row = keep(session, who.office, content, {each: pictures[each] for each in _pictures(content)})
        seats = session.scalars(select(SeatRow).where(SeatRow.event_id == old.id))
        session.add_all(SeatRow(event_id=row.id, ref=seat.ref, user_id=seat.user_id) for seat in seats)
        session.flush()
        sound(session, row)
        note(session, who.id, "event copied", f"{earlier} {row.id}")
        return row.id


def copied(content: Content, *, name: str, date: dt.date) -> Content:
    """Write an event anew as its file would hold it: without what was for that day only, and its days moved along."""
    kept: dict[str, Any] = {
        part: [_without(each, leave) for each in content.get(part, ())]
        for part, leave in THAT_DAY.items()
        if part != "event"
    }
    frame = _without(content["event"], THAT_DAY["event"])
    moved = date - dt.date.fromisoformat(frame["date"])
    days = {key: (dt.date.fromisoformat(frame[key]) + moved).isoformat() for key in DAYS if frame.get(key)}
    return {"event": frame | days | {"name": name, "date": date.isoformat()}, **kept}


def _without(part: Content, leave: Collection[str]) -> Content:
    return {key: value for key, value in part.items() if key not in leave}


def _pictures(content: Content) -> set[str]:
    """Name the pictures that an event still shows."""
    return {part[key] for part in (content["event"], *content["employers"]) for key in PICTURED if part.get(key)}
