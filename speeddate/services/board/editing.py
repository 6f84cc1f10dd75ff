"""Change a draft, step by step, so that every step can be taken back: each is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.services import events
from speeddate.services.board.drafts import Board, draft_row, here
from speeddate.services.parts import alone
from speeddate.services.permissions import Visitor
from speeddate.store.database import writing
from speeddate.store.journal import note
from speeddate.store.plans import DraftRow, add_step, step_of
from speeddate.store.seal import seal_of

Step = Literal["made", "placed", "moved", "swapped", "unplaced", "locked", "unlocked", "instead"]
Edit = Callable[[Event, Board], Board]


class MovedOnError(Exception):
    """Raised when somebody else has changed the draft since it was read."""


def edit(session: Session, who: Visitor, event: str, which: tuple[int, int], what: Step, do: Edit) -> None:  # noqa: PLR0913, PLR0917
    """Do something to the version of a draft that was read, and keep that as a step; raises MovedOnError."""
    who.ask("make plans")
    with writing(session):
        row = _held(session, who, event, which)
        whole = events.opened(session, events.found(session, who, event))
        held = step_of(session, row, row.step)
        board = here(whole, Board.of(seal_of(session).open(held.body if held else b"")))
        add_step(session, row, who.id, what, do(whole, board).content)
        note(session, who.id, "draft changed", f"{event} {row.number}")


def step(session: Session, who: Visitor, event: str, which: tuple[int, int], by: Literal[-1, 1]) -> bool:
    """Take back the last step, or take it again; tells whether there was one. Raises MovedOnError."""
    who.ask("make plans")
    with writing(session):
        row = _held(session, who, event, which)
        there = step_of(session, row, row.step + by) is not None
        if there:
            row.step += by
            note(session, who.id, "draft changed", f"{event} {row.number}")
    return there


def _held(session: Session, who: Visitor, event: str, which: tuple[int, int]) -> DraftRow:
    found = events.found(session, who, event)
    alone(session, found)
    number, version = which
    row = draft_row(session, found, number)
    if row.version != version:
        raise MovedOnError(number)
    return row
