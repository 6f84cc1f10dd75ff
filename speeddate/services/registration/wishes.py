"""Whom a candidate would like to meet: a list, the first wish first, and what each employer says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, get_args

from sqlalchemy.orm import Session

from speeddate.services.parts import Content, Kept, replace
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.services.registration.own import Actor, private_own, taken_own
from speeddate.services.setup.frame import employers_hidden
from speeddate.store.database import writing
from speeddate.store.events import EventRow, parts_of
from speeddate.store.journal import note

Move = Literal["add", "remove", "up", "down"]
MOVES: Final[tuple[Move, ...]] = get_args(Move)
SAID: Final = ("id", "name", "line", "does", "looks_for", "hours", "pace", "body_work")


class AvoidedError(Exception):
    """Raised, with their ids, when a candidate wishes for employers whom they have said they would rather not meet."""


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
    """Keep a list of wishes; raises ChangedError, AvoidedError, and RefusedError for an employer who does not come.

    Whoever has not given their code is not told whom the candidate avoids, and so is not stopped.
    """
    wishes = new.content["wishes"]
    with writing(session):
        found = taken_own(session, who, where)
        known = {each["id"] for each in employers(session, found.event)}
        if not known.issuperset(wishes) or len(set(wishes)) < len(wishes):
            raise RefusedError(where.ref)
        added = [ref for ref in wishes if ref not in found.content.get("wishes", ())]
        avoided = [ref for ref in added if ref in found.content.get("avoid_employers", ())]
        if avoided and (isinstance(who, Visitor) or who.knows_code):
            raise AvoidedError(*avoided)
        replace(session, found.event, found.part(), new)
        note(session, who.id, "wishes changed", " ".join(where))


def avoid(session: Session, who: Actor, where: Where, new: Kept) -> list[str]:
    """Keep when a candidate can come and whom they avoid, and give who is no wish any more; raises as changing does."""
    with writing(session):
        found = private_own(session, who, where)
        wishes, avoided = found.content.get("wishes", []), new.content.get("avoid_employers", ())
        left = [ref for ref in wishes if ref not in avoided]
        gone = {"wishes": left} if left != wishes else {}
        replace(session, found.event, found.part(), Kept(new.content | gone, new.version))
        note(session, who.id, "hours changed", " ".join(where))
    return [ref for ref in wishes if ref in avoided]
