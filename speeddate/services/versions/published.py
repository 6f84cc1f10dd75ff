"""What has been published of an event: numbered versions that nobody can change, and the one that holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.services import events
from speeddate.services.board.drafts import Board, here
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.store.events import EventRow
from speeddate.store.published import PublishedRow, latest_version, version_content, versions_of


@dataclass(frozen=True, slots=True)
class Version:
    """A published plan, in the event as it is now, and what it is known by: without the candidates who are `gone`."""

    number: int
    made_at: datetime
    hash: str
    event: Event
    board: Board
    secret: bytes
    gone: int = 0

    @property
    def schedule(self) -> Schedule:
        """Its timetable."""
        return self.board.schedule


class Listed(NamedTuple):
    """A version among others."""

    number: int
    made_at: datetime
    hash: str


def versions(session: Session, who: Visitor, event: EventRow) -> list[Listed]:
    """List the versions of an event, the latest first. Raises RefusedError."""
    who.ask("see plans")
    return [Listed(row.number, row.made_at, row.hash.hex()) for row in versions_of(session, event.id)]


def holds(session: Session, event: EventRow) -> int:
    """Give the number of the version that holds, for whoever may see the event; 0 before anything is published."""
    row = latest_version(session, event.id)
    return row.number if row else 0


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


def schedule_before(session: Session, event: EventRow, version: Version) -> Schedule | None:
    """Find the timetable of the version before, in the event as it is now; nothing before the first."""
    row = session.get(PublishedRow, (event.id, version.number - 1))
    return here(version.event, Board.of(version_content(session, row)["board"])).schedule if row else None


def version_of(session: Session, event: EventRow, row: PublishedRow) -> Version:
    """Open a version in the event as it is now."""
    whole, content = events.opened(session, event), version_content(session, row)
    board = Board.of(content["board"])
    gone = {meeting.candidate for meeting in board.schedule.meetings} - whole.candidate.keys()
    secret = bytes.fromhex(content["secret"])
    return Version(row.number, row.made_at, row.hash.hex(), whole, here(whole, board), secret, len(gone))
