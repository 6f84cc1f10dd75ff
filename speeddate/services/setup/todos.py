"""The checklist of an event: what is to be done by when and by whom, and what has been done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.domain.checklist import ANSWERS, OPEN, Todo, todos
from speeddate.services.events import found
from speeddate.services.parts import alone
from speeddate.services.permissions import MAY, RefusedError, Visitor, Where
from speeddate.services.setup.frame import today_in, zone_of
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.journal import note
from speeddate.store.offices import UserRow
from speeddate.store.todos import TodoRow

DONE: Final = "yes"
NEXT: Final = 5


class TakenError(Exception):
    """Raised when somebody else has answered or assigned the same meanwhile: what stands there now, by key."""

    def __init__(self, now: Mapping[str, str]) -> None:
        super().__init__()
        self.now = now


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to do at one event."""

    todo: Todo
    due: dt.date
    late: bool
    answer: str
    done_by: str
    done_on: dt.date | None
    owner: str
    owner_name: str

    @property
    def done(self) -> bool:
        """Tell whether it is out of the way."""
        return self.answer not in OPEN


class Mine(NamedTuple):
    """One thing that is somebody's own to do, and the event it is for."""

    event: EventRow
    thing: Thing


def checklist(session: Session, who: Visitor, event: EventRow) -> list[Thing]:
    """List everything that is to be done at an event, in the order of its days."""
    who.ask("see todos")
    rows = {row.key: row for row in session.scalars(select(TodoRow).where(TodoRow.event_id == event.id))}
    here = _Here(event.date, zone_of(session, event), _names(session, who))
    return [_thing(todo, rows.get(key) or TodoRow(answer=""), here) for key, todo in todos().items()]


def mine(session: Session, who: Visitor) -> list[Mine]:
    """List the few things that are somebody's own to do next, over all events of their office, the soonest first."""
    who.ask("see todos")
    theirs = select(EventRow, TodoRow).join(TodoRow, TodoRow.event_id == EventRow.id).where(
        EventRow.office_id == who.office, TodoRow.owner == who.id, TodoRow.answer.in_(OPEN), TodoRow.key.in_(todos())
    )  # fmt: skip
    names = _names(session, who)
    found = [
        Mine(event, _thing(todos()[row.key], row, _Here(event.date, zone_of(session, event), names)))
        for event, row in session.execute(theirs)
    ]
    return sorted(found, key=lambda each: each.thing.due)[:NEXT]


def due_next(things: list[Thing]) -> list[Thing]:
    """Pick what is to be done next: a few things, the latest first of all."""
    return [thing for thing in things if not thing.done][:NEXT]


def days_left(session: Session, event: EventRow) -> int:
    """Count the days until an event; less than none afterwards."""
    return (event.date - today_in(zone_of(session, event))).days


def owners(session: Session, who: Visitor) -> dict[str, str]:
    """Name those of somebody's office who can take something on, by their ids."""
    who.ask("see todos")
    users = session.scalars(select(UserRow).where(UserRow.office_id == who.office, ~UserRow.closed))
    return {user.id: user.name or user.email for user in users if MAY["see todos"] & set(user.roles)}


def tick(session: Session, who: Visitor, where: Where, *, done: bool) -> None:
    """Say that something is done, or that it is not after all; to say so twice changes nothing."""
    with writing(session):
        row = _row(session, who, where, asks=False)
        if done is not bool(row.answer):
            _answer(row, who, DONE if done else "")
            note(session, who.id, "todo done" if done else "todo opened", " ".join(where))


def answer(session: Session, who: Visitor, where: Where, *, was: str, new: str) -> None:
    """Answer a question of the checklist; raises TakenError where somebody else has answered otherwise meanwhile."""
    with writing(session):
        row = _row(session, who, where, asks=True)
        if new not in ("", *ANSWERS):
            raise RefusedError(where.ref)
        if row.answer not in {was, new}:
            raise TakenError({where.ref: row.answer})
        if row.answer != new:
            _answer(row, who, new)
            note(session, who.id, "todo answered", " ".join(where))


def assign(session: Session, who: Visitor, event: str, was: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Say whose things are; raises TakenError, changing nothing, where somebody else has said otherwise meanwhile."""
    who.ask("change todos")
    with writing(session):
        found(session, who, event)
        if not {"", *owners(session, who)} >= set(new.values()):
            raise RefusedError(event)
        touched = [key for key in new if new[key] != was.get(key, "")]
        rows = {key: _row(session, who, Where(event, key)) for key in touched}
        here = {key: row.owner or "" for key, row in rows.items()}
        if taken := {key: owner for key, owner in here.items() if owner not in {was.get(key, ""), new[key]}}:
            raise TakenError(taken)
        for key, row in rows.items():
            row.owner = new[key] or None
            note(session, who.id, "todo assigned", f"{event} {key}")


def _answer(row: TodoRow, who: Visitor, new: str) -> None:
    row.answer, row.done_by, row.done_at = new, who.id if new else None, now() if new else None


def _row(session: Session, who: Visitor, where: Where, *, asks: bool | None = None) -> TodoRow:
    """Find the row of one thing, or begin it; others who change this checklist wait. Raises RefusedError."""
    who.ask("see todos")
    event = found(session, who, where.event)
    alone(session, event)
    if where.ref not in todos() or asks not in {None, todos()[where.ref].asks}:
        raise RefusedError(where.ref)
    row = session.get(TodoRow, tuple(where)) or TodoRow(event_id=event.id, key=where.ref, answer="")
    session.add(row)
    return row


class _Here(NamedTuple):
    """What a checklist is read by: the day of the event, the zone of its clocks, and who is called what."""

    date: dt.date
    zone: ZoneInfo
    names: Mapping[str, str]


def _thing(todo: Todo, row: TodoRow, here: _Here) -> Thing:
    due = todo.due(here.date)
    return Thing(
        todo=todo,
        due=due,
        late=row.answer in OPEN and due < today_in(here.zone),
        answer=row.answer,
        done_by=here.names.get(row.done_by or "", ""),
        done_on=row.done_at and row.done_at.astimezone(here.zone).date(),
        owner=row.owner or "",
        owner_name=here.names.get(row.owner or "", ""),
    )


def _names(session: Session, who: Visitor) -> dict[str, str]:
    users = session.scalars(select(UserRow).where(UserRow.office_id == who.office))
    return {user.id: user.name or user.email for user in users}
