"""Register candidates: an organiser sees who they are, and only their own counsellor what they need."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy.orm import Session

from speeddate.services.events import found
from speeddate.services.parts import Content, Kept, kept, replace, sound
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.store.database import writing
from speeddate.store.events import EventRow, PartRow, append, part_row, parts_of, seats_of
from speeddate.store.journal import note

LIST: Final = "candidates"
NUMBERS: Final = range(100, 1000)


def listed(session: Session, who: Visitor, event: EventRow) -> list[dict[str, Any]]:
    """List the candidates somebody may see: an organiser all of them, a counsellor their own."""
    who.ask("see candidates")
    own = None if "organiser" in who.roles else seats_of(session, event, who.id)
    return [each for each in parts_of(session, event, LIST) if own is None or each.get("counsellor") in own]


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


def needs_opened(session: Session, who: Visitor, where: Where) -> Kept:
    """Open what a candidate needs: for their own counsellor alone, and it is noted. Raises RefusedError."""
    with writing(session):
        opened = _own(session, who, found(session, who, where.event), where.ref)
        note(session, who.id, "needs read", " ".join(where))
    return opened


def add(session: Session, who: Visitor, event: str, content: Content) -> str:
    """Register a candidate, under a number that nobody else here has; gives their id. Raises BadInput."""
    who.ask("change candidates")
    with writing(session):
        row = found(session, who, event)
        there = parts_of(session, row, LIST)
        ref = next(
            name for n in range(1, len(there) + 2) if (name := f"K{n:02d}") not in {each["id"] for each in there}
        )
        new = {"id": ref, "number": _number(there), **{key: value for key, value in content.items() if value}}
        _allowed(session, who, row, new)
        append(session, row, LIST, new)
        sound(session, row)
        note(session, who.id, "candidate added", f"{event} {ref}")
    return ref


def change(session: Session, who: Visitor, where: Where, new: Kept) -> None:
    """Change what is known of a candidate; raises ChangedError, where somebody else was first, and BadInput."""
    who.ask("change candidates")
    with writing(session):
        event = found(session, who, where.event)
        _replace(session, who, event, new=new, row=_row(session, who, event, where.ref))
        note(session, who.id, "candidate changed", " ".join(where))


def change_needs(session: Session, who: Visitor, where: Where, needs: Kept) -> None:
    """Change what a candidate needs, for their own counsellor alone; what is no longer needed, nobody is told of.

    Raises as `change` does.
    """
    with writing(session):
        event = found(session, who, where.event)
        shares = _still(_own(session, who, event, where.ref).content.get("shares", {}), needs.content["needs"])
        new = Kept(needs.content | {"shares": shares}, needs.version)
        _replace(session, who, event, new=new, row=_row(session, who, event, where.ref))
        note(session, who.id, "needs changed", " ".join(where))


def _still(shares: Mapping[str, list[str]], needs: Sequence[Content]) -> dict[str, list[str]]:
    """Keep of what employers may be told only what is still needed."""
    keys = {need["key"] for need in needs}
    kept = {employer: [key for key in told if key in keys] for employer, told in shares.items()}
    return {employer: told for employer, told in kept.items() if told}


def _replace(session: Session, who: Visitor, event: EventRow, *, row: PartRow, new: Kept) -> None:
    _allowed(session, who, event, replace(session, event, row, new))


def _row(session: Session, who: Visitor, event: EventRow, ref: str) -> PartRow:
    row = part_row(session, event, LIST, ref)
    if row is None:
        raise RefusedError(ref)
    _allowed(session, who, event, kept(session, row).content)
    return row


def _own(session: Session, who: Visitor, event: EventRow, ref: str) -> Kept:
    who.ask("see needs")
    own = kept(session, _row(session, who, event, ref))
    if own.content.get("counsellor") not in seats_of(session, event, who.id):
        raise RefusedError(ref)
    return own


def _allowed(session: Session, who: Visitor, event: EventRow, content: Content) -> None:
    if "organiser" not in who.roles and content.get("counsellor") not in seats_of(session, event, who.id):
        raise RefusedError(content["id"])


def _number(there: list[dict[str, Any]]) -> str:
    taken = {each.get("number") for each in there}
    return secrets.choice([number for number in map(str, NUMBERS) if number not in taken])
