"""Search for what a meeting costs, in a process of its own, for as long as it takes or until somebody stops it.

What comes is not taken where the event or the draft has changed meanwhile.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sqlalchemy.orm import Session

from speeddate.domain.cost import Answer, Barred
from speeddate.domain.event import Event
from speeddate.domain.outcome import Undecided
from speeddate.domain.schedule import Schedule
from speeddate.services import events
from speeddate.services.board.drafts import Board, Pair, draft_of, draft_row, here
from speeddate.services.board.following import Following
from speeddate.services.errands import beating, begun, ending
from speeddate.services.versions.published import held
from speeddate.services.why.asking import ANSWERS, basis_of, pair_of
from speeddate.services.why.costing import cost
from speeddate.solver.clock import Clock
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.jobs import JobRow, State
from speeddate.store.journal import note
from speeddate.store.seal import seal_of

SECONDS: Final = 300.0


class _Asked(NamedTuple):
    """Which meeting of which plan is asked about, and what is published."""

    whole: Event
    board: Board
    pair: Pair
    published: Schedule | None


def find_cost(session: Session, job: str) -> None:
    """Search for what was asked for, unless somebody else is at it."""
    asked = _begin(session, job)
    if asked is None:
        return
    event, clock = asked.board.pinned(asked.whole), Clock(SECONDS)
    following = Following(event)
    with beating(session, job, clock.stop, following.told):
        answer = cost(
            event, asked.board.schedule, *asked.pair, published=asked.published, clock=clock, watch=following.hear
        )
    _take(session, job, answer.for_organisers() if isinstance(answer, Barred) else answer)


def _begin(session: Session, job: str) -> _Asked | None:
    with writing(session):
        row = begun(session, job, "cost")
        if row is None or row.draft is None:
            return None
        event = session.get_one(EventRow, row.event_id)
        whole, last = events.opened(session, event), held(session, event)
        board = here(whole, draft_of(session, draft_row(session, event, row.draft)).board)
        return _Asked(whole, board, pair_of(row), last.schedule if last else None)


def _take(session: Session, job: str, answer: Answer) -> None:
    with writing(session):
        found = ending(session, job)
        if found is None:
            return
        row, event = found
        row.state = _state(session, row, event, answer)
        said = {"answer": ANSWERS.dump_python(answer, mode="json")} if row.state == "done" else {}
        row.said = seal_of(session).close(said)
        note(session, row.asked_by, f"cost {row.state}", row.event_id)


def _state(session: Session, row: JobRow, event: EventRow, answer: Answer) -> State:
    if row.draft is None or basis_of(session, event, row.draft) != row.basis:
        return "stale"
    if isinstance(answer, Undecided):
        return "stopped" if row.stopping else "undecided"
    return "done"
