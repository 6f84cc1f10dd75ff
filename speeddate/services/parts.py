"""Change one part of an event, if nobody else has changed it since it was read, and so that the event stays sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from sqlalchemy.orm import Session

from speeddate.domain.fault import BadInput
from speeddate.exchange import check_event_content
from speeddate.exchange.pictures import PICTURED
from speeddate.exchange.shapes import MANY
from speeddate.services.permissions import RefusedError
from speeddate.store.events import (
    FORMAT,
    LONGEST_REF,
    EventRow,
    PartRow,
    append,
    content_of,
    named_in,
    pictures_of,
    refs_of,
)  # fmt: skip
from speeddate.store.journal import gone
from speeddate.store.seal import seal_of

Content = dict[str, Any]
ALONE: Final = "candidates"
NAMED: Final = ("counsellors", "employers", ALONE)


class ChangedError(Exception):
    """Raised when somebody else has changed it since it was read: what stands there now, and its version."""

    def __init__(self, now: Kept) -> None:
        super().__init__()
        self.now = now


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a part, or some of it, and which version that was read from."""

    content: Content
    version: int


def kept(session: Session, row: PartRow) -> Kept:
    """Read a part with its version."""
    return Kept(seal_of(session).open(row.body), row.version)


def alone(session: Session, event: EventRow) -> bool:
    """Let nobody else change this event until this step has ended, and tell whether others may have gone first.

    SQLite lets one write at a time anyway.
    """
    shared = session.get_bind().dialect.name == "postgresql"
    if shared:
        session.refresh(event, with_for_update=True)
    return shared


def replace(session: Session, event: EventRow, row: PartRow, new: Kept) -> Content:
    """Put what is new over what is kept, and give all of it; a field that is emptied says nothing, and is left out.

    Raises ChangedError, RefusedError and BadInput.
    """
    there = kept(session, _still(session, event, row))
    if there.version != new.version:
        raise ChangedError(there)
    content = {key: value for key, value in (there.content | new.content).items() if value or key not in new.content}
    row.body = seal_of(session).close(content)
    session.flush()
    sound_part(session, event, row.list, content)
    return content


def _still(session: Session, event: EventRow, row: PartRow) -> PartRow:
    """Read a row again where others may have gone first. Raises RefusedError where it has been removed meanwhile."""
    if alone(session, event) and session.get(PartRow, row.id, populate_existing=True) is None:
        raise RefusedError(row.ref)
    return row


def added(session: Session, event: EventRow, list_: str, letter: str, content: Content) -> str:
    """Put a new part at the end of its list, under the first id that nobody there has had; gives that.

    Raises BadInput.
    """
    alone(session, event)
    taken = {*refs_of(session, event, list_)} | gone(session, event.id)
    ref = next(name for n in count(1) if (name := f"{letter}{n}") not in taken)
    put_last(session, event, list_, {"id": ref} | {key: value for key, value in content.items() if value})
    return ref


def put_last(session: Session, event: EventRow, list_: str, content: Content) -> None:
    """Put a part at the end of its list, inside a change. Raises BadInput."""
    if append(session, event, list_, content) > MANY:
        sound(session, event)
    sound_part(session, event, list_, content)


def sound_part(session: Session, event: EventRow, list_: str, part: Content) -> None:
    """Read what has changed as it would be now. Raises BadInput.

    What is known of one candidate can be wrong in itself, or name parts that are not there, and nothing else: they are
    read among parts that have nothing but their ids. All else, and whatever is wrong there, is read in the whole event.
    """
    if list_ != ALONE or not _sound_alone(session, event, part):
        sound(session, event)


def _sound_alone(session: Session, event: EventRow, candidate: Content) -> bool:
    refs = named_in(session, event, {word for word in _words(candidate) if len(word) <= LONGEST_REF})
    known = {list_: [{"id": ref} for ref in refs[list_]] for list_ in NAMED}
    others = [each for each in known[ALONE] if each["id"] != candidate["id"]]
    frame = {key: value for key, value in seal_of(session).open(event.frame).items() if key not in PICTURED}
    try:
        check_event_content({"format": FORMAT, "event": frame} | known | {ALONE: [candidate, *others]}, {})
    except BadInput:
        return False
    return True


def _words(content: Any) -> Iterator[str]:
    """Yield all that stands in a content: what it names is among that."""
    match content:
        case str():
            yield content
        case dict():
            yield from _words([*content, *content.values()])
        case list():
            for each in content:
                yield from _words(each)


def sound(session: Session, event: EventRow) -> None:
    """Check the whole event as it would be now. Raises BadInput."""
    check_event_content(content_of(session, event), pictures_of(session, event))
