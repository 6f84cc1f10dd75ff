"""Publish a draft: as a numbered version that nobody can change, in one step with telling those whom it concerns."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.services import events
from speeddate.services.boards import Shown
from speeddate.services.changes import Comparison, compare
from speeddate.services.concerned import concerned
from speeddate.services.drafts import Board, Draft, draft_of, draft_row, here
from speeddate.services.editing import MovedOnError
from speeddate.services.parts import alone
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow, SeatRow
from speeddate.store.journal import note
from speeddate.store.mail import MessageRow
from speeddate.store.offices import UserRow
from speeddate.store.published import PublishedRow, add_version, latest_version, version_content, versions_of

Letter = Callable[[UserRow, EventRow], tuple[str, str]]


class NotReadyError(Exception):
    """Raised when a draft cannot be published: a promise is broken and nobody has said what is done, or it is empty."""


@dataclass(frozen=True, slots=True)
class Version:
    """A published plan, in the event as it is now, and what it is known by."""

    number: int
    made_at: datetime
    hash: str
    event: Event
    board: Board
    secret: bytes

    @property
    def schedule(self) -> Schedule:
        """Its timetable."""
        return self.board.schedule


class Listed(NamedTuple):
    """A version among others."""

    number: int
    made_at: datetime
    hash: str


class Ready(NamedTuple):
    """A draft that is about to be published: what is in the way, and what it would change, if anything was before."""

    draft: Draft
    shown: Shown
    changes: Comparison | None

    @property
    def obstacle(self) -> str:
        """What is in the way, by a word; nothing when it can be published."""
        if not self.draft.board.schedule.meetings:
            return "empty"
        if self.shown.unanswered:
            return "broken"
        return "same" if self.changes and not (self.changes.differences or self.changes.arranged) else ""


def ready(session: Session, who: Visitor, event: EventRow, number: int) -> Ready:
    """See what publishing a draft would do. Raises RefusedError."""
    who.ask("publish plans")
    return _ready(session, event, draft_of(session, draft_row(session, event, number)))


def publish(session: Session, who: Visitor, event: str, which: tuple[int, int], letter: Letter) -> int:
    """Publish the version of a draft that was read, and give its number; raises MovedOnError and NotReadyError.

    Those counsellors whom it concerns get a letter, and nobody else.
    """
    who.ask("publish plans")
    with writing(session):
        found = events.found(session, who, event)
        alone(session, found)
        row = draft_row(session, found, which[0])
        if row.version != which[1]:
            raise MovedOnError(which[0])
        about = _ready(session, found, draft_of(session, row))
        if about.obstacle:
            raise NotReadyError(about.obstacle)
        number = _kept(session, who, found, about)
        session.add_all(_letters(session, found, _whom(about), letter))
        note(session, who.id, "plan published", f"{event} {number}")
    return number


def versions(session: Session, who: Visitor, event: EventRow) -> list[Listed]:
    """List the versions of an event, the latest first. Raises RefusedError."""
    who.ask("see plans")
    return [Listed(row.number, row.made_at, row.hash.hex()) for row in versions_of(session, event.id)]


def opened(session: Session, who: Visitor, event: EventRow, number: int) -> Version:
    """Open a version. Raises RefusedError."""
    who.ask("see plans")
    row = session.get(PublishedRow, (event.id, number))
    if row is None:
        raise RefusedError(event.id, number)
    return version_of(session, event, row)


def held(session: Session, event: EventRow) -> Version | None:
    """Open the version that holds, for whoever may see some of it: they ask for that themselves."""
    row = latest_version(session, event.id)
    return version_of(session, event, row) if row else None


def version_of(session: Session, event: EventRow, row: PublishedRow) -> Version:
    """Open a version in the event as it is now."""
    whole, content = events.opened(session, event), version_content(session, row)
    board = here(whole, Board.of(content["board"]))
    return Version(row.number, row.made_at, row.hash.hex(), whole, board, bytes.fromhex(content["secret"]))


def _ready(session: Session, event: EventRow, draft: Draft) -> Ready:
    whole, last = events.opened(session, event), held(session, event)
    board = here(whole, draft.board)
    changes = compare(whole, last.schedule, board.schedule) if last else None
    return Ready(replace(draft, board=board), Shown(whole, board), changes)


def _kept(session: Session, who: Visitor, event: EventRow, about: Ready) -> int:
    last, zone = held(session, event), ZoneInfo(about.shown.event.timezone)
    number = last.number + 1 if last else 1
    made_at = now().astimezone(zone).isoformat(timespec="seconds")
    schedule = replace(about.draft.board.schedule, version=number, made_at=made_at)
    secret = last.secret if last else secrets.token_bytes()
    content: dict[str, Any] = {
        "board": replace(about.draft.board, schedule=schedule).content,
        "secret": secret.hex(),
        "number": number,
    }
    add_version(session, event.id, number, who.id, about.draft.number, content)
    return number


def _whom(about: Ready) -> Collection[str]:
    """Find the counsellors whom a plan concerns: all who prepare somebody, and then those for whom it changes."""
    if about.changes:
        return concerned(about.changes).counsellors
    return {each.counsellor for each in about.shown.event.candidates if each.counsellor}


def _letters(session: Session, event: EventRow, counsellors: Collection[str], letter: Letter) -> Sequence[MessageRow]:
    seats = select(SeatRow.user_id).where(SeatRow.event_id == event.id, SeatRow.ref.in_(counsellors))
    users = session.scalars(
        select(UserRow).where(UserRow.id.in_(seats), UserRow.closed.is_(False)).order_by(UserRow.id)
    ).all()
    written = ((user, *letter(user, event)) for user in users)
    return [MessageRow(to=user.email, subject=subject, text=text) for user, subject, text in written]
