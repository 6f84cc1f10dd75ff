"""Register candidates: who they are, who prepares them and which number is theirs; what they need is in `own`."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from itertools import count
from typing import Final

from sqlalchemy.orm import Session

from speeddate.services.access import guests
from speeddate.services.events import found
from speeddate.services.parts import Content, Kept, alone, kept, put_last, replace
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.store.database import writing
from speeddate.store.events import EventRow, PartRow, part_row, parts_of, seats_of
from speeddate.store.journal import gone, note
from speeddate.store.numbers import numbers_of
from speeddate.store.progress import progress_without_part

LIST: Final[guests.Kind] = "candidates"
NUMBERS: Final = tuple(map(str, range(100, 1000)))
MORE_NUMBERS: Final = range(1000, 100_000)


def listed(session: Session, who: Visitor, event: EventRow) -> list[Content]:
    """List the candidates somebody may see: an organiser all of them, a counsellor their own."""
    return _theirs(session, who, event, parts_of(session, event, LIST))


def away(session: Session, who: Visitor, event: EventRow) -> list[Content]:
    """List those of them who have said no or withdrawn."""
    return _theirs(session, who, event, withdrawn(session, event))


def counsellors(session: Session, who: Visitor, event: EventRow) -> dict[str, str]:
    """Name the counsellors whose candidates somebody may register, by their ids."""
    who.ask("see candidates")
    own = None if "organiser" in who.roles else seats_of(session, event, who.id)
    known = {each["id"]: each.get("name", "") or each["id"] for each in parts_of(session, event, "counsellors")}
    return {ref: name for ref, name in known.items() if own is None or ref in own}


def opened(session: Session, who: Visitor, event: EventRow, ref: str) -> Kept:
    """Open a candidate whom somebody may see. Raises RefusedError."""
    who.ask("see candidates")
    return kept(session, _row(session, who, event, ref))


def add(session: Session, who: Visitor, event: str, content: Content) -> str:
    """Register a candidate, under a number that nobody else here has; gives their id. Raises BadInput."""
    who.ask("change candidates")
    with writing(session):
        row = found(session, who, event)
        alone(session, row)
        numbers = numbers_of(session, row) | {each["id"]: each.get("number", "") for each in withdrawn(session, row)}
        taken = numbers.keys() | gone(session, event)
        ref = next(name for n in count(1) if (name := f"K{n:02d}") not in taken)
        number = new_number({*numbers.values()})
        new = {"id": ref, "number": number, **{key: value for key, value in content.items() if value}}
        _allowed(session, who, row, new)
        put_last(session, row, LIST, new)
        note(session, who.id, "candidate added", f"{event} {ref}")
    return ref


def change(session: Session, who: Visitor, where: Where, new: Kept) -> bool:
    """Change what is known of a candidate, and tell whether somebody else than before prepares them, who has a link.

    Raises ChangedError, where somebody else was first, and BadInput.
    """
    who.ask("change candidates")
    with writing(session):
        event = found(session, who, where.event)
        row = _row(session, who, event, where.ref)
        before = kept(session, row).content.get("counsellor", "")
        _replace(session, who, event, new=new, row=row)
        note(session, who.id, "candidate changed", " ".join(where))
        handed_over = new.content.get("counsellor", before) != before
        return handed_over and bool(before) and where.ref in guests.invited(session, LIST, event.id)


def _replace(session: Session, who: Visitor, event: EventRow, *, row: PartRow, new: Kept) -> None:
    _allowed(session, who, event, replace(session, event, row, new))


def _row(session: Session, who: Visitor, event: EventRow, ref: str) -> PartRow:
    row = part_row(session, event, LIST, ref)
    if row is None:
        raise RefusedError(ref)
    _allowed(session, who, event, kept(session, row).content)
    return row


def _allowed(session: Session, who: Visitor, event: EventRow, content: Content) -> None:
    if "organiser" not in who.roles and content.get("counsellor") not in seats_of(session, event, who.id):
        raise RefusedError(content["id"])


def withdrawn(session: Session, event: EventRow) -> list[Content]:
    """List who has withdrawn: nobody else gets their number."""
    return [body["away"] for body in progress_without_part(session, event).values() if "away" in body]


def _theirs(session: Session, who: Visitor, event: EventRow, everybody: list[Content]) -> list[Content]:
    who.ask("see candidates")
    own = None if "organiser" in who.roles else seats_of(session, event, who.id)
    return [each for each in everybody if own is None or each.get("counsellor") in own]


def new_number(taken: Collection[str]) -> str:
    """Draw a number that nobody has: short while there are some."""
    free = [number for number in NUMBERS if number not in taken]
    return secrets.choice(free or [number for number in map(str, MORE_NUMBERS) if number not in taken])
