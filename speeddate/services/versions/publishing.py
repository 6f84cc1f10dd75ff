"""Publish a draft: as a numbered version that nobody can change, in one step with telling those whom it concerns."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from speeddate.services import events
from speeddate.services.board.boards import Shown
from speeddate.services.board.drafts import Draft, draft_of, draft_row, here
from speeddate.services.board.editing import MovedOnError
from speeddate.services.parts import alone
from speeddate.services.permissions import Visitor
from speeddate.services.versions.changes import Comparison, compare
from speeddate.services.versions.published import held
from speeddate.services.versions.telling import Telling, telling
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.journal import note
from speeddate.store.mail import MessageRow
from speeddate.store.offices import UserRow
from speeddate.store.published import add_version

Letter = Callable[[UserRow, EventRow, int], tuple[str, str]]


class NotReadyError(Exception):
    """Raised when a draft cannot be published: a promise is broken and nobody has said what is done, or it is empty."""


class Ready(NamedTuple):
    """A draft that is about to be published: what is in the way, and what it would change, if anything was before.

    So many candidates of the version before are `gone`; and whom it has to be told.
    """

    draft: Draft
    shown: Shown
    changes: Comparison | None
    gone: int
    telling: Telling

    @property
    def obstacle(self) -> str:
        """What is in the way, by a word; nothing when it can be published."""
        if not self.draft.board.schedule.meetings:
            return "empty"
        if self.shown.unanswered:
            return "broken"
        same = self.changes and not (self.changes.differences or self.changes.arranged or self.gone)
        return "same" if same else ""


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
        written = ((user, *letter(user, found, number)) for user in about.telling.users)
        session.add_all(MessageRow(to=user.email, subject=subject, text=text) for user, subject, text in written)
        note(session, who.id, "plan published", f"{event} {number}")
    return number


def _ready(session: Session, event: EventRow, draft: Draft) -> Ready:
    whole, last = events.opened(session, event), held(session, event)
    board = here(whole, draft.board)
    changes = compare(whole, last.schedule, board.schedule) if last else None
    told = telling(session, event, whole, board.schedule, changes)
    return Ready(replace(draft, board=board), Shown(whole, board), changes, last.gone if last else 0, told)


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
