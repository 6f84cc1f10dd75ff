"""What a plan starts from: all that is known of an event, but what is only told to people and decides nothing.

Candidates and employers write about themselves while a plan is made, which can take minutes for a large fair.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any, Final

from sqlalchemy.orm import Session

from speeddate.services.board.drafts import Pair, draft_of, draft_row
from speeddate.store.events import EventRow, content_of

TOLD: Final[Mapping[str, frozenset[str]]] = {
    "event": frozenset({"name", "address", "directions", "map", "picture"}),
    "candidates": frozenset({"strengths", "wants", "three_things", "questions", "share_questions", "shares"}),
    "employers": frozenset(
        {"line", "does", "looks_for", "hours", "pace", "body_work", "licences", "safety", "questions", "interviewer"}
        | {"interviewer_role", "jobs", "placements", "visits", "returning", "map", "picture"}
    ),
    "counsellors": frozenset({"phone", "deputy", "deputy_phone"}),
}  # names of people and places are in the reasons that come with a plan


def basis_of(session: Session, event: EventRow, draft: int | None) -> str:
    """Make a fingerprint of all that a plan starts from, with what is locked in a draft."""
    locked: Collection[Pair] = ()
    if draft is not None:
        locked = sorted(draft_of(session, draft_row(session, event, draft)).board.locked)
    return fingerprint([decisive(content_of(session, event)), locked])


def decisive(content: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out of an event what no plan depends on."""
    return {name: _without(TOLD.get(name, frozenset()), part) for name, part in content.items()}


def fingerprint(of: object) -> str:
    """Make a fingerprint of what a file could hold."""
    return sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()


def _without(told: frozenset[str], part: Any) -> Any:
    match part:
        case dict():
            return {key: value for key, value in part.items() if key not in told}
        case list():
            return [_without(told, each) for each in part]
    return part
