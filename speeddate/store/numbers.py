"""Candidates' numbers, remembered by this process: to open everybody for one new number would take ever longer."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Final
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, String, bindparam, cast, func, select
from sqlalchemy.orm import Session

from speeddate.store.base import plain
from speeddate.store.events import OF_LIST, EventRow, PartRow
from speeddate.store.seal import seal_of

AS_KEPT: Final = PartRow.id + ":" + cast(PartRow.version, String)
ALL_AS_KEPT: Final = select(func.aggregate_strings(AS_KEPT, " ")).where(OF_LIST)  # in one row: many take longer
OPENED: Final = select(AS_KEPT, PartRow.ref, PartRow.body).where(PartRow.id.in_(bindparam("new", expanding=True)))
REMEMBERED: Final[MutableMapping[Engine, dict[str, dict[str, tuple[str, str]]]]] = WeakKeyDictionary()


def numbers_of(session: Session, event: EventRow) -> dict[str, str]:
    """Find which number each candidate has, by their ids; only who has changed since this process last asked is opened.

    To be asked before anything is changed, so that nothing is remembered that is not kept in the end.
    """
    events = REMEMBERED.setdefault(session.get_bind().engine, {})
    known = events.get(event.id, {})
    kept = (plain(session, ALL_AS_KEPT, {"event": event.id, "list": "candidates"}).scalar() or "").split()
    new = [each.partition(":")[0] for each in kept if each not in known]
    fresh = {each: (ref, _number(session, body)) for each, ref, body in plain(session, OPENED, {"new": new})}
    events[event.id] = {each: known.get(each) or fresh[each] for each in kept}
    return dict(events[event.id].values())


def _number(session: Session, body: bytes) -> str:
    return str(seal_of(session).open(body).get("number", ""))
