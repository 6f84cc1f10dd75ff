"""How far an event has come: what there is of it, whether it can work out, and what is next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from speeddate.domain.event import Event
from speeddate.domain.people import Employer
from speeddate.services.permissions import Deed, Visitor
from speeddate.services.setup.todos import Thing


@dataclass(frozen=True, slots=True)
class Road:
    """An event in numbers: `needed` meetings at least, and `room` for so many."""

    rounds: int
    stations: int
    employers: int
    candidates: int
    needed: int
    room: int
    placed: bool
    profiles: int
    unled: int

    @property
    def too_few(self) -> bool:
        """Whether there are not enough places, whatever the needs are."""
        return self.needed > self.room


class Next(NamedTuple):
    """The one thing that is next: what it is about, and how many of it there are."""

    about: str
    many: int = 1


def road(event: Event) -> Road:
    """Count what there is of an event."""
    most = len(event.rounds) * len(event.stations)
    return Road(
        rounds=len(event.rounds),
        stations=len(event.stations),
        employers=len(event.employers),
        candidates=len(event.candidates),
        needed=sum(candidate.least_meetings for candidate in event.candidates),
        room=min(most, sum(employer.max_meetings for employer in event.employers)),
        placed=bool(event.venue),
        profiles=sum(map(_told, event.employers)),
        unled=sum(not candidate.counsellor for candidate in event.candidates),
    )


def next_step(road: Road, things: Sequence[Thing], who: Visitor, sheets: str = "") -> Next | None:
    """Find the first thing that is missing, and that somebody may do something about; None when all is done.

    `sheets` is what is wrong with the sheets of a published plan, if anything is.
    """
    return next((step for step, deed in _missing(road, things, sheets) if who.may(deed)), None)


def _missing(road: Road, things: Sequence[Thing], sheets: str) -> Iterator[tuple[Next, Deed]]:
    """Yield what is missing, the first to be done first: a place, people, their sheets, room, then the checklist."""
    late = sum(thing.late for thing in things)
    steps: tuple[tuple[str, int, Deed], ...] = (
        ("stations", not road.stations, "change frames"),
        ("venue", not road.placed, "change frames"),
        ("candidates", not road.candidates, "change candidates"),
        ("employers", not road.employers, "change employers"),
        (sheets, bool(sheets), "print sheets"),
        ("too_few", road.too_few, "change frames"),
        ("unled", road.unled, "change candidates"),
        ("profiles", road.employers - road.profiles, "change employers"),
        ("late", late, "see todos"),
        ("todo", sum(not thing.done for thing in things), "see todos"),
    )
    yield from ((Next(about, int(count)), deed) for about, count, deed in steps if count)


def _told(employer: Employer) -> bool:
    """Tell whether an employer has said what candidates are to know: what they do, look for, and who comes."""
    return bool(employer.does and employer.looks_for and employer.interviewer)
