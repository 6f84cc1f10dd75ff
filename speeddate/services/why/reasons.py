"""Why somebody has no meeting, or not the one they wish for, what would help, and what that costs the others.

The search is done by whoever is given as `search`: beside the pages, where these are served.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from speeddate.domain.cost import Answer, Barred, Priced
from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule, Unplaced
from speeddate.services import events
from speeddate.services.board.drafts import Board, Draft, Pair, draft_row, opened
from speeddate.services.board.editing import MovedOnError
from speeddate.services.parts import alone
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.services.versions.published import held
from speeddate.services.why.asking import answered
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.journal import note
from speeddate.store.plans import new_draft

Search = Callable[..., Any]


def why_without(event: Event, board: Board, candidate: str, search: Search) -> Unplaced | None:
    """Tell why somebody is without a meeting in a plan, and what would help; nothing when they are not."""
    found: Unplaced | None = search(_why_without, board.pinned(event), board.schedule, candidate)
    return found


def why_not(  # noqa: PLR0913, PLR0917  # which meeting of which draft, and by whom
    session: Session, who: Visitor, event: EventRow, at: tuple[Event, Draft], pair: Pair, search: Search
) -> Answer:
    """Tell why two do not meet in a draft, or what it would cost; to organisers, nothing of what nobody can mend.

    Where a longer search has found it, that holds.
    """
    (whole, draft), (candidate, employer) = at, pair
    if candidate not in whole.candidate or employer not in whole.employer:
        raise RefusedError(*pair)
    longer = answered(session, who, event, draft.number, pair)
    if longer is not None:
        return longer
    board, last = draft.board, held(session, event)
    answer: Answer = search(
        _cost, board.pinned(whole), board.schedule, candidate, employer, last.schedule if last else None
    )
    return answer.for_organisers() if isinstance(answer, Barred) else answer


def take(  # noqa: PLR0913, PLR0917  # which meeting of which version of which draft, and by whom
    session: Session, who: Visitor, event: str, which: tuple[int, int], pair: Pair, search: Search
) -> int | None:
    """Make a new draft in which two meet at that cost, and give its number; nothing where there is none.

    Raises MovedOnError.
    """
    found = events.found(session, who, event)
    whole, draft = opened(session, who, found, which[0])
    answer = why_not(session, who, found, (whole, draft), pair, search)
    if not isinstance(answer, Priced):
        return None
    with writing(session):
        alone(session, found)
        if (draft_row(session, found, which[0]).version, draft.version) != (which[1], which[1]):
            raise MovedOnError(which[0])
        made = new_draft(session, event, who.id, "made", _decided(draft, answer.plan, pair).content)
        note(session, who.id, "draft made", f"{event} {made.number}")
        return made.number


def _decided(draft: Draft, plan: Schedule, pair: Pair) -> Board:
    """Lock the meeting that was decided on, beside all that were; what is best is what was best before it was."""
    there, before = {Pair.of(meeting) for meeting in plan.meetings}, draft.board.schedule
    return Board(replace(plan, goals=before.goals, status=before.status), draft.board.locked & there | {pair})


def _why_without(event: Event, schedule: Schedule, candidate: str) -> Unplaced | None:
    from speeddate.services.plans.planning import why_left_out  # noqa: PLC0415  # it loads the solver

    return why_left_out(event, schedule, candidate)


def _cost(event: Event, schedule: Schedule, candidate: str, employer: str, published: Schedule | None) -> Answer:
    from speeddate.services.why.costing import cost  # noqa: PLC0415  # it loads the solver

    return cost(event, schedule, candidate, employer, published=published)
