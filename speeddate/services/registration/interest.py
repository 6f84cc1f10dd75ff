"""Whom employers would like to meet: they see numbers and own words, of those alone who have said yes to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from speeddate.services.parts import Content, Kept, alone, kept, replace
from speeddate.services.permissions import Guest
from speeddate.services.registration import candidates, employers
from speeddate.services.registration.firm import own, place
from speeddate.store.database import writing
from speeddate.store.events import EventRow, parts_of, rows_of
from speeddate.store.journal import note
from speeddate.store.progress import progress_of
from speeddate.store.seal import seal_of

SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Shown:
    """A candidate as an employer sees them, and how much they would like to meet, from 0 to 3, if they have said."""

    number: str
    can: str
    wants: str
    interest: int | None


@dataclass(frozen=True, slots=True)
class Board:
    """The candidates that an employer sees, by their numbers, so that nobody is first or last for a reason."""

    candidates: tuple[Shown, ...]
    version: int


def answered(session: Session, who: Guest) -> bool | None:
    """Tell whether an employer has said anything of those who are shown to them; None while nobody is."""
    willing = _willing(session, place(session, who), who.where.ref)
    said = kept(session, own(session, who)).content.get("interest", {})
    return any(each["id"] in said for each in willing.values()) if willing else None


def board(session: Session, who: Guest) -> Board:
    """Show an employer the candidates who have said yes to it; that each was shown is noted, for them to see."""
    with writing(session):
        event, mine = place(session, who), kept(session, own(session, who))
        willing = _willing(session, event, who.where.ref)
        said = mine.content.get("interest", {})
        for each in willing.values():
            note(session, who.id, "shown to employer", f"{event.id} {each['id']}")
    return Board(tuple(_shown(number, each, said) for number, each in willing.items()), mine.version)


def say(session: Session, who: Guest, wanted: Mapping[str, int], version: int) -> None:
    """Keep whom an employer would like to meet, by number; raises ChangedError, where somebody else was first."""
    with writing(session):
        event = place(session, who)
        alone(session, event)
        row = own(session, who)
        refs = {number: each["id"] for number, each in _willing(session, event, who.where.ref).items()}
        asked = {ref for ref, each in progress_of(session, event).items() if SHOWN in each}
        unasked = {
            ref: said for ref, said in kept(session, row).content.get("interest", {}).items() if ref not in asked
        }
        said = {refs[number]: interest for number, interest in wanted.items() if number in refs}
        replace(session, event, row, Kept({"interest": unasked | said}, version))
        note(session, who.id, "interest said", " ".join(who.where))


def forget(session: Session, event: EventRow, candidate: str) -> None:
    """Forget what every employer has said of a candidate, inside the change by which they take their yes back."""
    for row in rows_of(session, event, employers.LIST):
        employer = kept(session, row).content
        if candidate in employer.get("interest", {}):
            left = {ref: said for ref, said in employer["interest"].items() if ref != candidate}
            row.body = seal_of(session).close(employer | {"interest": left})
    session.flush()


def _willing(session: Session, event: EventRow, employer: str) -> dict[str, Content]:
    """Find who has said yes to being shown, by number; not those who do not want to meet this employer."""
    progress = progress_of(session, event)
    willing = [
        each
        for each in parts_of(session, event, candidates.LIST)
        if progress.get(each["id"], {}).get(SHOWN) is True and employer not in each.get("avoid_employers", ())
    ]
    numbered = {each.get("number") or each["id"]: each for each in willing}
    return dict(sorted(numbered.items(), key=lambda pair: (len(pair[0]), pair[0])))


def _shown(number: str, each: Content, said: Mapping[str, Any]) -> Shown:
    return Shown(number, each.get("strengths", ""), each.get("wants", ""), said.get(each["id"]))
