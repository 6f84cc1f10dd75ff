"""Employers who have taken part before: their latest profile to begin from, and where they were, without candidates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from speeddate.services.events import events
from speeddate.services.parts import Content
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.services.registration.employers import LIST, Listed
from speeddate.store.events import EventRow, parts_of

REUSED = (
    "name", "line", "does", "looks_for", "hours", "pace", "body_work", "licences", "safety",
    "interviewer", "interviewer_role", "questions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Earlier:
    """A time that an employer took part: at which event, and what they offered then."""

    event: str
    title: str
    date: dt.date
    employer: Listed


def known(session: Session, who: Visitor, event: EventRow) -> list[Earlier]:
    """List the employers of the office's other events, each as they last were, by name; those who are here left out."""
    here = {_name(each) for each in parts_of(session, event, LIST)}
    latest: dict[str, Earlier] = {}
    for earlier in _times(session, who, event):
        latest.setdefault(_name(earlier.employer.content), earlier)
    return [latest[name] for name in sorted(latest) if name and name not in here]


def profile(session: Session, who: Visitor, event: EventRow, name: str) -> Content:
    """Give what an employer said of themselves the last time, to say again; raises RefusedError where there is none."""
    for earlier in _times(session, who, event):
        if _name(earlier.employer.content) == name.casefold():
            said = {key: value for key, value in earlier.employer.content.items() if key in REUSED}
            return said | {"returning": True}
    raise RefusedError(name)


def history(session: Session, who: Visitor, event: EventRow, name: str) -> list[Earlier]:
    """List where else an employer has taken part, the latest first."""
    return [each for each in _times(session, who, event) if _name(each.employer.content) == name.casefold()]


def _times(session: Session, who: Visitor, event: EventRow) -> Iterator[Earlier]:
    """Yield everybody who took part in the office's other events, the latest event first."""
    who.ask("see employers")
    for other in events(session, who):
        if other.id != event.id:
            for each in parts_of(session, other, LIST):
                yield Earlier(other.id, other.name, other.date, Listed(each, invited=False))


def _name(content: Content) -> str:
    return str(content.get("name", "")).strip().casefold()
