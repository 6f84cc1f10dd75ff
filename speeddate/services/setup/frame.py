"""The frame of an event: when and where it is, its rounds, its deadlines, and how it is run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from speeddate.domain.deadlines import DAYS_BEFORE, usual
from speeddate.domain.event import Event
from speeddate.services.events import found
from speeddate.services.parts import ChangedError, Content, Kept, alone, kept, sound
from speeddate.services.permissions import Visitor
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow, rows_of
from speeddate.store.journal import note
from speeddate.store.seal import seal_of

ALL_PLACES: Final = "max_meetings"


class Due(NamedTuple):
    """The day by which others must have done their part, and whether it has passed."""

    day: dt.date
    past: bool


def frame_of(session: Session, event: EventRow) -> Content:
    """Read the frame of an event that has been found."""
    return seal_of(session).open(event.frame)


def employers_hidden(session: Session, event: EventRow) -> bool:
    """Tell whether candidates see no employers of this event until the day, and so have no wishes."""
    return bool(frame_of(session, event).get("hide_employers"))


def deadlines(session: Session, event: EventRow) -> Mapping[str, Due]:
    """Tell when others must have done their part: what the organiser has said, or what is usual."""
    frame, today = frame_of(session, event), today_in(zone_of(session, event))
    days = {
        which: dt.date.fromisoformat(frame[which]) if frame.get(which) else usual(which, event.date)
        for which in DAYS_BEFORE
    }
    return {which: Due(day, day < today) for which, day in days.items()}


def zone_of(session: Session, event: EventRow) -> ZoneInfo:
    """Find the zone of an event's clocks."""
    return ZoneInfo(frame_of(session, event).get("timezone", Event.timezone))


def today_in(zone: ZoneInfo) -> dt.date:
    """Tell which day it is where an event takes place."""
    return now().astimezone(zone).date()


def opened(session: Session, who: Visitor, event: EventRow) -> Kept:
    """Open the frame of an event, for whoever may change it."""
    who.ask("change frames")
    return Kept(frame_of(session, event), event.version)


def change(session: Session, who: Visitor, event: str, new: Kept) -> None:
    """Change the frame of an event; raises ChangedError, where somebody else was first, and BadInput."""
    who.ask("change frames")
    with writing(session):
        row = found(session, who, event)
        alone(session, row)
        before = Kept(frame_of(session, row), row.version)
        if before.version != new.version:
            raise ChangedError(before)
        frame = {key: value for key, value in (before.content | new.content).items() if value not in (None, "", [], {})}
        row.name, row.date = frame.get("name", ""), dt.date.fromisoformat(frame["date"])
        row.frame = seal_of(session).close(frame)
        _follow(session, row, len(before.content["rounds"]), len(frame["rounds"]))
        session.flush()
        sound(session, row)
        note(session, who.id, "frame changed", event)


def _follow(session: Session, event: EventRow, before: int, now: int) -> None:
    """Let employers that took part in every round, at every place of theirs, do so still."""
    for row in rows_of(session, event, "employers") if now != before else ():
        content = kept(session, row).content
        if content.get(ALL_PLACES) == before * max(1, len(content.get("stations", ()))):
            row.body = seal_of(session).close({key: value for key, value in content.items() if key != ALL_PLACES})
