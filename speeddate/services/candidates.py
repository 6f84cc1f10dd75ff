"""Register candidates: an organiser sees who they are, and only their own counsellor what they need."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from speeddate.exchange import read_event_content
from speeddate.services.events import found
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.store.database import writing
from speeddate.store.events import (
    EventRow,
    PartRow,
    append,
    content_of,
    part_row,
    parts_of,
    pictures_of,
    seats_of,
)
from speeddate.store.journal import note
from speeddate.store.seal import seal_of

LIST: Final = "candidates"
NUMBERS: Final = range(100, 1000)
Content = dict[str, Any]


class ChangedError(Exception):
    """Raised when somebody else has changed it since it was read: what stands there now, and its version."""

    def __init__(self, now: Kept) -> None:
        super().__init__()
        self.now = now


class Where(NamedTuple):
    """Which candidate of which event."""

    event: str
    ref: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a candidate, or some of it, and which version that was read from."""

    content: dict[str, Any]
    version: int


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
    return _kept(session, _row(session, who, event, ref))


def needs_opened(session: Session, who: Visitor, where: Where) -> Kept:
    """Open what a candidate needs: for their own counsellor alone, and it is noted. Raises RefusedError."""
    with writing(session):
        kept = _own(session, who, found(session, who, where.event), where.ref)
        note(session, who.id, "needs read", " ".join(where))
    return kept


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
        _sound(session, row)
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
    """Put what is new over what is kept, if that is still the version which the new was made from."""
    kept = _kept(session, row)
    if kept.version != new.version:
        raise ChangedError(kept)
    content = {key: value for key, value in (kept.content | new.content).items() if value}
    _allowed(session, who, event, content)
    row.body = seal_of(session).close(content)
    session.flush()
    _sound(session, event)


def _row(session: Session, who: Visitor, event: EventRow, ref: str) -> PartRow:
    row = part_row(session, event, LIST, ref)
    if row is None:
        raise RefusedError(ref)
    _allowed(session, who, event, _kept(session, row).content)
    return row


def _own(session: Session, who: Visitor, event: EventRow, ref: str) -> Kept:
    who.ask("see needs")
    kept = _kept(session, _row(session, who, event, ref))
    if kept.content.get("counsellor") not in seats_of(session, event, who.id):
        raise RefusedError(ref)
    return kept


def _allowed(session: Session, who: Visitor, event: EventRow, content: Content) -> None:
    if "organiser" not in who.roles and content.get("counsellor") not in seats_of(session, event, who.id):
        raise RefusedError(content["id"])


def _kept(session: Session, row: PartRow) -> Kept:
    return Kept(seal_of(session).open(row.body), row.version)


def _sound(session: Session, event: EventRow) -> None:
    """Read the whole event as it would be now. Raises BadInput."""
    read_event_content(content_of(session, event), pictures_of(session, event))


def _number(there: list[dict[str, Any]]) -> str:
    taken = {each.get("number") for each in there}
    return secrets.choice([number for number in map(str, NUMBERS) if number not in taken])
