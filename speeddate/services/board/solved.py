"""Make the plan that was asked for, in a process of its own: beat, say how far it is, and keep what comes of it.

What comes is not taken where the event has changed meanwhile, or where the job was given up as lost.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.domain.outcome import Impossible, Outcome, Planned, Undecided
from speeddate.jobs import idly
from speeddate.services import events
from speeddate.services.board.basis import basis_of
from speeddate.services.board.drafts import Board, draft_of, draft_row, here
from speeddate.services.board.following import Following
from speeddate.services.board.solving import written
from speeddate.services.errands import beating, begun, ending
from speeddate.services.plans.planning import plan
from speeddate.solver.clock import Clock
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.jobs import JobRow, State
from speeddate.store.journal import note
from speeddate.store.plans import new_draft
from speeddate.store.seal import seal_of

SECONDS: Final = 300.0


def solve(session: Session, job: str) -> None:
    """Make a plan that was asked for, unless somebody else is at it."""
    begun = _begin(session, job)
    if begun is None:
        return
    event, board = begun
    clock, following = Clock(SECONDS), Following(event)
    with beating(session, job, clock.stop, following.told):
        outcome = idly(plan, event, clock=clock, watch=following.hear)
    _take(session, job, outcome, board)


def _begin(session: Session, job: str) -> tuple[Event, Board | None] | None:
    with writing(session):
        row = begun(session, job, "plan")
        if row is None:
            return None
        event = session.get_one(EventRow, row.event_id)
        whole = events.opened(session, event)
        if row.draft is None:
            return whole, None
        board = here(whole, draft_of(session, draft_row(session, event, row.draft)).board)
        return board.pinned(whole), board


def _take(session: Session, job: str, outcome: Outcome, board: Board | None) -> None:
    with writing(session):
        found = ending(session, job)
        if found is None:
            return
        row, event = found
        said: dict[str, Any] = {}
        if basis_of(session, event, row.draft) != row.basis:
            row.state = "stale"
        else:
            row.state, said = _kept(session, row, outcome, board)
        row.said = seal_of(session).close(said)
        note(session, row.asked_by, f"plan {row.state}", row.event_id)


def _kept(session: Session, row: JobRow, outcome: Outcome, board: Board | None) -> tuple[State, dict[str, Any]]:
    match outcome:
        case Planned(schedule):
            made = Board(schedule, board.locked if board else frozenset())
            draft = new_draft(session, row.event_id, row.asked_by, "made", made.content)
            return "done", {"draft": draft.number}
        case Impossible(clash):
            return "nothing", {"clash": [(written(reason.text), reason.about) for reason in clash]}
        case Undecided():
            return "stopped" if row.stopping else "undecided", {}
