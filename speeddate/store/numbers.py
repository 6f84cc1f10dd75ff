"""Candidates' numbers, remembered by this process: to open everybody for one new number would take ever longer."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Final
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from speeddate.store.events import EventRow, PartRow
from speeddate.store.seal import seal_of

Version = tuple[str, int]
REMEMBERED: Final[MutableMapping[Engine, dict[str, dict[Version, str]]]] = WeakKeyDictionary()


def numbers_of(session: Session, event: EventRow) -> dict[str, str]:
    """Find which number each candidate has, by their ids; only who has changed since this process last asked is opened.

    To be asked before anything is changed, so that nothing is remembered that is not kept in the end.
    """
    events = REMEMBERED.setdefault(session.get_bind().engine, {})
    known = events.get(event.id, {})
    mine = select(PartRow.id, PartRow.version, PartRow.ref).where(
        PartRow.event_id == event.id, PartRow.list == "candidates"
    )
    refs = {(id_, version): ref for id_, version, ref in session.execute(mine)}
    new = [id_ for id_, version in refs.keys() - known.keys()]
    opened = select(PartRow.id, PartRow.version, PartRow.body).where(PartRow.id.in_(new))
    fresh = {(id_, version): _number(session, body) for id_, version, body in session.execute(opened)}
    events[event.id] = numbers = {each: fresh[each] if each in fresh else known[each] for each in refs}
    return {ref: numbers[each] for each, ref in refs.items()}


def _number(session: Session, body: bytes) -> str:
    return str(seal_of(session).open(body).get("number", ""))
