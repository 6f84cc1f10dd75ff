"""Make the plan that was asked for, in a process of its own: beat, say how far it is, and keep what comes of it.

What comes is not taken where the event has changed meanwhile, or where the job was given up as lost.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.domain.outcome import Impossible, Outcome, Planned, Undecided
from speeddate.services import events
from speeddate.services.drafts import Board, draft_of, draft_row, here
from speeddate.services.errands import beating, ending
from speeddate.services.planning import plan
from speeddate.services.solving import Reach, basis_of, written
from speeddate.solver.climb import Step
from speeddate.solver.clock import Clock
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.jobs import JobRow
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
    clock = Clock(SECONDS)
    with beating(session, job, clock.stop) as said:
        reached: list[Reach] = said.setdefault("reached", [])
        outcome = plan(event, clock=clock, watch=lambda step: reached.append(_reach(step)))
    _take(session, job, outcome, board)


def _begin(session: Session, job: str) -> tuple[Event, Board | None] | None:
    with writing(session):
        row = session.get(JobRow, job, with_for_update=True, populate_existing=True)
        if row is None or row.state != "waiting" or row.kind != "plan":
            return None
        row.state, row.beat_at = "running", now()
        event = session.get_one(EventRow, row.event_id)
        whole = events.opened(session, event)
        if row.draft is None:
            return whole, None
        board = here(whole, draft_of(session, draft_row(session, event, row.draft)).board)
        return board.pinned(whole), board


def _reach(step: Step) -> Reach:
    return Reach(step.stage.key, step.value, step.proven)


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


def _kept(session: Session, row: JobRow, outcome: Outcome, board: Board | None) -> tuple[Any, dict[str, Any]]:
    match outcome:
        case Planned(schedule):
            made = Board(schedule, board.locked if board else frozenset())
            draft = new_draft(session, row.event_id, row.asked_by, "made", made.content)
            return "done", {"draft": draft.number}
        case Impossible(clash):
            return "nothing", {"clash": [(written(reason.text), reason.about) for reason in clash]}
        case Undecided():
            return "nothing", {}
