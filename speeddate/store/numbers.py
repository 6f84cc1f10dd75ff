"""Candidates' numbers, remembered by this process: to open everybody for one new number would take ever longer."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Final
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, bindparam, select
from sqlalchemy.orm import Session

from speeddate.store.base import plain
from speeddate.store.events import OF_LIST, EventRow, PartRow
from speeddate.store.seal import seal_of

Version = tuple[str, int]
VERSIONS: Final = select(PartRow.id, PartRow.version, PartRow.ref).where(OF_LIST)
OPENED: Final = select(PartRow.id, PartRow.version, PartRow.body).where(
    PartRow.id.in_(bindparam("new", expanding=True))
)
REMEMBERED: Final[MutableMapping[Engine, dict[str, dict[Version, str]]]] = WeakKeyDictionary()


def numbers_of(session: Session, event: EventRow) -> dict[str, str]:
    """Find which number each candidate has, by their ids; only who has changed since this process last asked is opened.

    To be asked before anything is changed, so that nothing is remembered that is not kept in the end.
    """
    events = REMEMBERED.setdefault(session.get_bind().engine, {})
    known = events.get(event.id, {})
    mine = {"event": event.id, "list": "candidates"}
    refs = {(id_, version): ref for id_, version, ref in plain(session, VERSIONS, mine).all()}
    new = [id_ for id_, _ in refs.keys() - known.keys()]
    opened = plain(session, OPENED, {"new": new})
    fresh = {(id_, version): _number(session, body) for id_, version, body in opened}
    events[event.id] = numbers = {each: fresh[each] if each in fresh else known[each] for each in refs}
    return {ref: numbers[each] for each, ref in refs.items()}


def _number(session: Session, body: bytes) -> str:
    return str(seal_of(session).open(body).get("number", ""))
