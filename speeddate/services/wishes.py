"""Whom a candidate would like to meet: a list, the first wish first, and what each employer says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, get_args

from sqlalchemy.orm import Session

from speeddate.services.frame import employers_hidden
from speeddate.services.own import Actor, taken_own
from speeddate.services.parts import Content, Kept, replace
from speeddate.services.permissions import RefusedError, Where
from speeddate.store.database import writing
from speeddate.store.events import EventRow, parts_of
from speeddate.store.journal import note

Move = Literal["add", "remove", "up", "down"]
MOVES: Final[tuple[Move, ...]] = get_args(Move)
SAID: Final = ("id", "name", "line", "does", "looks_for", "hours", "pace", "body_work")


def employers(session: Session, event: EventRow) -> list[Content]:
    """List what the employers of an event say of themselves to candidates: none where they are hidden until the day."""
    known = [] if employers_hidden(session, event) else parts_of(session, event, "employers")
    return [{key: each[key] for key in SAID if key in each} for each in known]


def move(wishes: Sequence[str], employer: str, how: Move) -> list[str]:
    """Add an employer at the end of a list of wishes, take it away, or move it up or down by one."""
    steps: Mapping[Move, Callable[[int], int | None]] = {
        "add": lambda _: len(wishes),
        "remove": lambda _: None,
        "up": lambda place: max(place - 1, 0),
        "down": lambda place: place + 1,
    }
    place = wishes.index(employer) if employer in wishes else len(wishes)
    rest, to = [each for each in wishes if each != employer], steps[how](place)
    return rest if to is None else [*rest[:to], employer, *rest[to:]]


def wish(session: Session, who: Actor, where: Where, new: Kept) -> None:
    """Keep a list of wishes; raises ChangedError, and RefusedError where it names somebody who does not come."""
    wishes = new.content["wishes"]
    with writing(session):
        found = taken_own(session, who, where)
        known = {each["id"] for each in employers(session, found.event)}
        if not known.issuperset(wishes) or len(set(wishes)) < len(wishes):
            raise RefusedError(where.ref)
        replace(session, found.event, found.part(), new)
        note(session, who.id, "wishes changed", " ".join(where))
