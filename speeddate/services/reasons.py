"""Why somebody has no meeting, or not the one they wish for, what would help, and what that costs the others.

The search is done by whoever is given as `search`: beside the pages, where these are served.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from speeddate.domain.cost import Answer, Barred, Priced
from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule, Unplaced
from speeddate.services import events
from speeddate.services.drafts import Board, Draft, draft_row, opened
from speeddate.services.editing import MovedOnError
from speeddate.services.parts import alone
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.services.publishing import held
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.journal import note
from speeddate.store.plans import new_draft

Search = Callable[..., Any]


def why_without(event: Event, board: Board, candidate: str, search: Search) -> Unplaced | None:
    """Tell why somebody is without a meeting in a plan, and what would help; nothing when they are not."""
    found: Unplaced | None = search(_why_without, board.pinned(event), board.schedule, candidate)
    return found


def why_not(  # noqa: PLR0913, PLR0917  # which meeting of which plan
    session: Session, event: EventRow, whole: Event, board: Board, pair: tuple[str, str], search: Search
) -> Answer:
    """Tell why two do not meet in a plan, or what it would cost; to organisers, nothing of what nobody can mend."""
    candidate, employer = pair
    if candidate not in whole.candidate or employer not in whole.employer:
        raise RefusedError(*pair)
    last = held(session, event)
    answer: Answer = search(
        _cost, board.pinned(whole), board.schedule, candidate, employer, last.schedule if last else None
    )
    return answer.for_organisers() if isinstance(answer, Barred) else answer


def take(  # noqa: PLR0913, PLR0917  # which meeting of which version of which draft, and by whom
    session: Session, who: Visitor, event: str, which: tuple[int, int], pair: tuple[str, str], search: Search
) -> int | None:
    """Make a new draft in which two meet at that cost, and give its number; nothing where there is none.

    Raises MovedOnError.
    """
    found = events.found(session, who, event)
    whole, draft = opened(session, who, found, which[0])
    answer = why_not(session, found, whole, draft.board, pair, search)
    if not isinstance(answer, Priced):
        return None
    with writing(session):
        alone(session, found)
        if (draft_row(session, found, which[0]).version, draft.version) != (which[1], which[1]):
            raise MovedOnError(which[0])
        made = new_draft(session, event, who.id, "made", Board(answer.plan, _still(draft, answer.plan)).content)
        note(session, who.id, "draft made", f"{event} {made.number}")
        return made.number


def _still(draft: Draft, plan: Schedule) -> frozenset[Any]:
    return frozenset(
        pair for pair in draft.board.locked if any((m.candidate, m.employer) == pair for m in plan.meetings)
    )


def _why_without(event: Event, schedule: Schedule, candidate: str) -> Unplaced | None:
    from speeddate.services.planning import with_reasons  # noqa: PLC0415  # it loads the solver

    return next((each for each in with_reasons(event, schedule).unplaced if each.candidate == candidate), None)


def _cost(event: Event, schedule: Schedule, candidate: str, employer: str, published: Schedule | None) -> Answer:
    from speeddate.services.costing import cost  # noqa: PLC0415  # it loads the solver

    return cost(event, schedule, candidate, employer, published=published)
