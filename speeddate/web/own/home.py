"""Where a candidate stands: the five steps, what is next, and the way to everything else."""

from __future__ import annotations

from typing import Final, NamedTuple

from speeddate.services import frame, own
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.visiting import stored

PLACES: Final = ("yes", "needs", "own_words", "practised", "ready")


class Step(NamedTuple):
    """One of the five: its number, the page where it is taken, and whether it is done."""

    number: int
    place: str
    done: bool


@page("", methods=("GET",))
def home() -> Answer:
    """Show how far a candidate has come."""
    mine = own.opened(stored(), actor(), where())
    steps = [Step(number, *step) for number, step in enumerate(zip(PLACES, mine.steps, strict=True), 1)]
    following = next((step for step in steps if not step.done), None)
    hidden = frame.employers_hidden(stored(), mine.event)
    return show("home", mine, steps=steps, following=following, hidden=hidden)
