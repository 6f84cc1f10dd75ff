"""Drafts of a plan: opened, and what of each a page shows; `editing` changes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.domain.people import Pin
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.exchange import read_schedule_content, schedule_content
from speeddate.services import events
from speeddate.services.board.restating import restated
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.services.plans.keeping import present
from speeddate.store.events import EventRow
from speeddate.store.plans import DraftRow, StepRow, drafts_of, step_of
from speeddate.store.seal import seal_of

Content = dict[str, Any]


class Pair(NamedTuple):
    """Who meets whom."""

    candidate: str
    employer: str

    @classmethod
    def of(cls, meeting: Meeting) -> Pair:
        """Find who meets whom."""
        return cls(meeting.candidate, meeting.employer)


@dataclass(frozen=True, slots=True)
class Board:
    """A timetable at hand, which meetings stay where they are when it is made again, and what is done instead.

    `instead` says it by the mark of each broken promise. What anybody needs is not kept with it, nor why somebody is
    without a meeting: who is deleted from the event leaves nothing of that behind.
    """

    schedule: Schedule
    locked: frozenset[Pair] = frozenset()
    instead: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, content: Content) -> Board:
        """Read it as it was kept."""
        locked = frozenset(Pair(*pair) for pair in content["locked"])
        return cls(read_schedule_content(content["schedule"]), locked, content["instead"])

    @property
    def content(self) -> Content:
        """What is kept of it."""
        return {
            "schedule": schedule_content(replace(self.schedule, unmet=(), unplaced=())),
            "locked": sorted(self.locked),
            "instead": dict(self.instead),
        }

    def meeting(self, pair: Pair) -> Meeting:
        """Find a meeting. Raises RefusedError."""
        found = next((each for each in self.schedule.meetings if Pair.of(each) == pair), None)
        if found is None:
            raise RefusedError(*pair)
        return found

    def saying(self, mark: str, instead: str) -> Board:
        """Say what is done instead of a promise that is broken."""
        return replace(self, instead={**self.instead, mark: instead})

    def pinned(self, event: Event) -> Event:
        """Pin the locked meetings in an event."""
        pins = [
            Pin(candidate=each.candidate, employer=each.employer, start=each.start, station=each.station)
            for each in self.schedule.meetings
            if Pair.of(each) in self.locked
        ]
        return replace(event, pins=(*event.pins, *(pin for pin in pins if pin not in event.pins)))


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it stands: `undo` and `redo` name the steps that can be taken back or forth, if there are any."""

    number: int
    version: int
    board: Board
    undo: str
    redo: str


class Listed(NamedTuple):
    """A draft among others."""

    number: int
    made_at: datetime


def listed(session: Session, who: Visitor, event: EventRow) -> list[Listed]:
    """List the drafts of an event, the latest first. Raises RefusedError."""
    who.ask("make plans")
    return [Listed(row.number, row.made_at) for row in drafts_of(session, event.id)]


def opened(session: Session, who: Visitor, event: EventRow, number: int) -> tuple[Event, Draft]:
    """Open a draft and the event as it is now. Raises RefusedError."""
    who.ask("make plans")
    whole, draft = events.opened(session, event), draft_of(session, draft_row(session, event, number))
    return whole, replace(draft, board=here(whole, draft.board))


def draft_row(session: Session, event: EventRow, number: int) -> DraftRow:
    """Find a draft. Raises RefusedError."""
    row = session.get(DraftRow, (event.id, number), populate_existing=True)
    if row is None:
        raise RefusedError(event.id, number)
    return row


def draft_of(session: Session, row: DraftRow) -> Draft:
    """Open a draft at the step that holds."""
    held, after = _step(session, row, row.step), step_of(session, row, row.step + 1)
    undo = held.what if row.step else ""
    board = Board.of(seal_of(session).open(held.body))
    return Draft(row.number, row.version, board, undo, after.what if after else "")


def _step(session: Session, row: DraftRow, number: int) -> StepRow:
    step = step_of(session, row, number)
    if step is None:
        raise RefusedError(row.event_id, row.number)
    return step


def here(event: Event, board: Board) -> Board:
    """See a board in the event as it is now: without whoever is no longer part of it."""
    return replace(board, schedule=restated(event, present(event, board.schedule)))
