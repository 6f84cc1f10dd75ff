"""Where a candidate stands: the five steps, what is next, and the way to everything else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from speeddate.services.registration import own
from speeddate.services.setup import frame
from speeddate.services.setup.frame import Due
from speeddate.services.versions import published
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.visiting import stored

PLACES: Final = ("yes", "needs", "own_words", "practised", "ready")
DUE: Final[Mapping[str, str]] = {"yes": "candidates_by", "needs": "needs_by", "own_words": "candidates_by"}


class Step(NamedTuple):
    """One of the five: its number, the page where it is taken, whether it is done, and when it is due, if ever."""

    number: int
    place: str
    done: bool
    due: Due | None


@page("", methods=("GET",))
def home() -> Answer:
    """Show how far a candidate has come."""
    mine = own.opened(stored(), actor(), where())
    days = frame.deadlines(stored(), mine.event)
    taken = enumerate(zip(PLACES, mine.steps, strict=True), 1)
    steps = [Step(number, place, done, days.get(DUE.get(place, ""))) for number, (place, done) in taken]
    following = next((step for step in steps if not step.done), None)
    hidden = frame.employers_hidden(stored(), mine.event)
    planned = bool(published.holds(stored(), mine.event))
    return show("home", mine, steps=steps, following=following, hidden=hidden, planned=planned)
