"""Those who prepare candidates: what is known of each, how many candidates they have, and who takes over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from speeddate.services.events import found
from speeddate.services.parts import Kept, alone, kept, replace, sound
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.services.registration import candidates, seats
from speeddate.store.database import writing
from speeddate.store.events import EventRow, PartRow, SeatRow, part_row, parts_of, rows_of, seats_of
from speeddate.store.journal import note
from speeddate.store.seal import seal_of

MOST: Final = 5


class BusyError(Exception):
    """Raised when somebody cannot leave, since candidates count on them."""


def opened(session: Session, who: Visitor, event: EventRow, ref: str) -> Kept:
    """Open a counsellor: for organisers, and for whoever it is. Raises RefusedError."""
    return kept(session, _row(session, who, event, ref))


def change(session: Session, who: Visitor, where: Where, new: Kept) -> None:
    """Change what is known of a counsellor; raises ChangedError, where somebody else was first, and BadInput."""
    with writing(session):
        event = found(session, who, where.event)
        replace(session, event, _row(session, who, event, where.ref), new)
        note(session, who.id, "counsellor changed", " ".join(where))


def numbers(session: Session, who: Visitor, event: EventRow) -> Counter[str]:
    """Count the candidates of each counsellor whom somebody may see."""
    who.ask("see candidates")
    count = Counter(each.get("counsellor", "") for each in parts_of(session, event, candidates.LIST))
    return Counter({ref: count[ref] for ref in candidates.counsellors(session, who, event)})


def crowded(session: Session, who: Visitor, event: EventRow) -> dict[str, int]:
    """Find the counsellors with more candidates than one person has time for, by name."""
    names = candidates.counsellors(session, who, event)
    return {names[ref]: number for ref, number in numbers(session, who, event).items() if number > MOST}


def theirs(session: Session, who: Visitor, event: EventRow, ref: str) -> dict[str, str]:
    """Name the candidates of a counsellor, by their ids. Raises RefusedError."""
    _row(session, who, event, ref)
    own = [each for each in parts_of(session, event, candidates.LIST) if each.get("counsellor") == ref]
    return {each["id"]: each.get("name") or each.get("number") or each["id"] for each in own}


def others(session: Session, who: Visitor, event: EventRow, ref: str) -> dict[str, str]:
    """Name the other counsellors of an event, by their ids. Raises RefusedError."""
    _row(session, who, event, ref)
    known = parts_of(session, event, seats.LIST)
    return {each["id"]: each.get("name") or each["id"] for each in known if each["id"] != ref}


def hand_over(session: Session, who: Visitor, where: Where, chosen: Collection[str], to: str) -> None:
    """Let another counsellor prepare some candidates; that each was handed over is noted. Raises RefusedError."""
    with writing(session):
        event = found(session, who, where.event)
        alone(session, event)
        own = theirs(session, who, event, where.ref)
        if not own.keys() >= set(chosen) or to not in others(session, who, event, where.ref):
            raise RefusedError(where.ref)
        for row in rows_of(session, event, candidates.LIST):
            if row.ref in chosen:
                row.body = seal_of(session).close(kept(session, row).content | {"counsellor": to})
                note(session, who.id, "candidate handed over", f"{where.event} {row.ref}")
        sound(session, event)


def remove(session: Session, who: Visitor, where: Where) -> None:
    """Take a counsellor out of an event. Raises RefusedError, and BusyError while they have candidates."""
    who.ask("seat counsellors")
    with writing(session):
        event = found(session, who, where.event)
        alone(session, event)
        row = _row(session, who, event, where.ref)
        if theirs(session, who, event, where.ref):
            raise BusyError
        session.delete(row)
        session.execute(delete(SeatRow).where(SeatRow.event_id == event.id, SeatRow.ref == where.ref))
        session.flush()
        sound(session, event)
        note(session, who.id, "counsellor removed", " ".join(where))


def _row(session: Session, who: Visitor, event: EventRow, ref: str) -> PartRow:
    """Find a counsellor: organisers any, and others themselves alone."""
    who.ask("see counsellors")
    row = part_row(session, event, seats.LIST, ref)
    if row is None or not ("organiser" in who.roles or ref in seats_of(session, event, who.id)):
        raise RefusedError(ref)
    return row
