"""Register employers: what they do, what they look for, who comes and where they sit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from speeddate.domain.private import unasked_words_in
from speeddate.services.access import guests
from speeddate.services.events import found
from speeddate.services.parts import Content, Kept, added, kept, replace
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.store.database import writing
from speeddate.store.events import EventRow, part_row, parts_of
from speeddate.store.journal import note

LIST: Final[guests.Kind] = "employers"
OFFERS: Final = ("jobs", "placements", "visits")
LEAST_QUESTIONS: Final = 3
MOST_QUESTIONS: Final = 5


@dataclass(frozen=True, slots=True)
class Listed:
    """An employer on the list: what it says of itself, and whether it has a link."""

    content: Content
    invited: bool

    @property
    def told(self) -> dict[str, bool]:
        """Which of the steps of its profile it has taken."""
        return told(self.content)

    @property
    def doubtful(self) -> bool:
        """Whether it asks candidates for something that perhaps nobody may ask."""
        return any(any(unasked_words_in(question)) for question in self.content.get("questions", ()))

    @property
    def offers(self) -> dict[str, int]:
        """How many places it offers now, by kind; kinds without any are left out."""
        return {kind: number for kind in OFFERS if (number := self.content.get(kind))}


def told(content: Mapping[str, Any]) -> dict[str, bool]:
    """Tell which steps of a profile have been taken: candidates prepare themselves by what is said there."""
    said = {key: bool(content.get(key)) for key in ("does", "looks_for", "interviewer")}
    return said | {"questions": len(content.get("questions", ())) >= LEAST_QUESTIONS}


def listed(session: Session, who: Visitor, event: EventRow) -> list[Listed]:
    """List the employers of an event."""
    who.ask("see employers")
    invited = guests.invited(session, "employers", event.id)
    return [Listed(each, each["id"] in invited) for each in parts_of(session, event, LIST)]


def stations(session: Session, who: Visitor, event: EventRow) -> dict[str, str]:
    """Name the stations of an event, by their ids."""
    who.ask("see employers")
    return {each["id"]: each.get("name", "") or each["id"] for each in parts_of(session, event, "stations")}


def opened(session: Session, who: Visitor, event: EventRow, ref: str) -> Kept:
    """Open an employer. Raises RefusedError."""
    who.ask("see employers")
    row = part_row(session, event, LIST, ref)
    if row is None:
        raise RefusedError(ref)
    return kept(session, row)


def add(session: Session, who: Visitor, event: str, content: Content) -> str:
    """Register an employer, and give their id. Raises BadInput."""
    who.ask("change employers")
    with writing(session):
        ref = added(session, found(session, who, event), LIST, "E", content)
        note(session, who.id, "employer added", f"{event} {ref}")
    return ref


def change(session: Session, who: Visitor, where: Where, new: Kept) -> None:
    """Change what is known of an employer; raises ChangedError, where somebody else was first, and BadInput."""
    who.ask("change employers")
    with writing(session):
        event = found(session, who, where.event)
        row = part_row(session, event, LIST, where.ref)
        if row is None:
            raise RefusedError(where.ref)
        replace(session, event, row, new)
        note(session, who.id, "employer changed", " ".join(where))
