"""The stations of an event: where meetings take place, what each has, and which can be overheard from it."""

from __future__ import annotations

from typing import Final, NamedTuple

from sqlalchemy.orm import Session

from speeddate.services.events import found
from speeddate.services.parts import Content, Kept, added, alone, kept, replace, sound
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.store.database import writing
from speeddate.store.events import EventRow, PartRow, part_row, parts_of, rows_of
from speeddate.store.journal import note
from speeddate.store.seal import seal_of

LIST: Final = "stations"


class Loss(NamedTuple):
    """What goes with a station: who sits there, how many meetings were decided there, and whether it is the last."""

    homeless: list[str]
    employers: list[str]
    pins: int
    last: bool


def listed(session: Session, who: Visitor, event: EventRow) -> list[Content]:
    """List the stations of an event."""
    who.ask("change frames")
    return parts_of(session, event, LIST)


def opened(session: Session, who: Visitor, event: EventRow, ref: str) -> Kept:
    """Open a station. Raises RefusedError."""
    who.ask("change frames")
    return kept(session, _row(session, event, ref))


def add(session: Session, who: Visitor, event: str, content: Content) -> str:
    """Add a station, and give its id. Raises BadInput."""
    who.ask("change frames")
    with writing(session):
        ref = added(session, found(session, who, event), LIST, "P", content)
        note(session, who.id, "station added", f"{event} {ref}")
    return ref


def change(session: Session, who: Visitor, where: Where, new: Kept) -> None:
    """Change a station; raises ChangedError, where somebody else was first, and BadInput."""
    who.ask("change frames")
    with writing(session):
        event = found(session, who, where.event)
        replace(session, event, _row(session, event, where.ref), new)
        note(session, who.id, "station changed", " ".join(where))


def loss(session: Session, who: Visitor, event: EventRow, ref: str) -> Loss:
    """Tell what removing a station takes along. Raises RefusedError."""
    who.ask("change frames")
    _row(session, event, ref)
    employers = [each for each in parts_of(session, event, "employers") if ref in each.get("stations", ())]
    return Loss(
        homeless=[_name(each) for each in employers if each["stations"] == [ref]],
        employers=[_name(each) for each in employers if each["stations"] != [ref]],
        pins=sum(each.get("station") == ref for each in parts_of(session, event, "pins")),
        last=len(parts_of(session, event, LIST)) == 1,
    )


def remove(session: Session, who: Visitor, where: Where) -> None:
    """Remove a station: who sat there sits elsewhere, and meetings that were decided there are so at no place."""
    who.ask("change frames")
    with writing(session):
        event = found(session, who, where.event)
        alone(session, event)
        session.delete(_row(session, event, where.ref))
        for list_, field in ((LIST, "near"), ("employers", "stations"), ("pins", "station")):
            for row in rows_of(session, event, list_):
                _forget(session, row, field, where.ref)
        session.flush()
        sound(session, event)
        note(session, who.id, "station removed", " ".join(where))


def _forget(session: Session, row: PartRow, field: str, ref: str) -> None:
    content = kept(session, row).content
    named = content.get(field, ())
    if ref == named:
        left = {key: value for key, value in content.items() if key != field}
    elif ref in named and not isinstance(named, str):
        left = content | {field: [each for each in named if each != ref]}
    else:
        return
    row.body = seal_of(session).close(left)


def _name(employer: Content) -> str:
    return str(employer.get("name") or employer["id"])


def _row(session: Session, event: EventRow, ref: str) -> PartRow:
    row = part_row(session, event, LIST, ref)
    if row is None:
        raise RefusedError(ref)
    return row
