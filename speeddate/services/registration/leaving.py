"""Take an employer out of an event, with everything that names them, so that the event stays sound."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy.orm import Session

from speeddate.services.access import guests
from speeddate.services.events import found
from speeddate.services.parts import Content, alone, kept, sound
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.services.registration import candidates
from speeddate.services.registration.employers import LIST
from speeddate.store.database import writing
from speeddate.store.events import EventRow, PartRow, part_row, parts_of, rows_of
from speeddate.store.journal import note
from speeddate.store.seal import seal_of

PINS: Final = "pins"


def lost(session: Session, who: Visitor, where: Where) -> dict[str, int]:
    """Count what goes with an employer and may be told: wishes, and decided meetings; never who avoids them."""
    who.ask("change employers")
    event, _ = _there(session, who, where)
    wishes = sum(where.ref in each.get("wishes", ()) for each in parts_of(session, event, candidates.LIST))
    pins = sum(pin["employer"] == where.ref for pin in parts_of(session, event, PINS))
    return {what: number for what, number in (("wishes", wishes), ("pins", pins)) if number}


def remove(session: Session, who: Visitor, where: Where) -> None:
    """Take an employer out of an event. Raises RefusedError."""
    who.ask("change employers")
    with writing(session):
        alone(session, found(session, who, where.event))
        event, row = _there(session, who, where)
        for each in rows_of(session, event, candidates.LIST):
            there = kept(session, each).content
            left = _without(there, where.ref)
            if left != there:
                each.body = seal_of(session).close(left)
        for pin in rows_of(session, event, PINS):
            if kept(session, pin).content["employer"] == where.ref:
                session.delete(pin)
        session.delete(row)
        guests.shut(session, LIST, where)
        session.flush()
        sound(session, event)
        note(session, who.id, "employer removed", " ".join(where))


def _without(candidate: Content, employer: str) -> Content:
    """Leave out of a candidate whatever names an employer; a list that is empty then is left out too."""

    def left(key: str) -> list[Any] | dict[str, Any]:
        named = candidate[key]
        return (
            {ref: told for ref, told in named.items() if ref != employer}
            if isinstance(named, dict)
            else [one for one in named if one != employer and not _names(one, employer)]
        )

    changed = {key: left(key) for key in ("wishes", "avoid_employers", "shares", "needs") if key in candidate}
    return {key: value for key, value in (candidate | changed).items() if value or key not in changed}


def _names(need: Any, employer: str) -> bool:
    return isinstance(need, dict) and need.get("params", {}).get("employer") == employer


def _there(session: Session, who: Visitor, where: Where) -> tuple[EventRow, PartRow]:
    event = found(session, who, where.event)
    row = part_row(session, event, LIST, where.ref)
    if row is None:
        raise RefusedError(where.ref)
    return event, row
