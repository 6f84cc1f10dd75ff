"""How each draft of a plan stands: how many meet somebody in it, and as which version it was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.services.board.boards import Shown
from speeddate.services.board.drafts import Board, draft_of
from speeddate.services.permissions import Visitor
from speeddate.services.plans.keeping import present
from speeddate.store.events import EventRow
from speeddate.store.plans import drafts_of
from speeddate.store.published import version_content, versions_of


class Standing(NamedTuple):
    """A draft among others: how many have all their meetings, the last version made of it, and whether it has changed.

    `version` is 0 where it was never published.
    """

    number: int
    made_at: datetime
    met: int
    version: int
    changed: bool


def standings(session: Session, who: Visitor, event: EventRow, whole: Event) -> Sequence[Standing]:
    """List the drafts of an event as they stand, the latest first. Raises RefusedError."""
    who.ask("make plans")
    made = {row.draft: row for row in reversed(versions_of(session, event.id))}
    found = []
    for row in drafts_of(session, event.id):
        board, version = draft_of(session, row).board, made.get(row.number)
        changed = version is not None and not _same(board, Board.of(version_content(session, version)["board"]))
        here = Shown(whole, replace(board, schedule=present(whole, board.schedule)))
        met = len(whole.candidates) - len(here.without)
        found.append(Standing(row.number, row.made_at, met, version.number if version else 0, changed))
    return found


def _same(one: Board, other: Board) -> bool:
    return set(one.schedule.meetings) == set(other.schedule.meetings)
