"""Say why somebody does not meet an employer, and what that meeting would cost the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from speeddate.domain.cost import Answer, Arranged, Barred
from speeddate.domain.event import Event
from speeddate.domain.outcome import Impossible, Planned, Undecided
from speeddate.domain.people import Pin
from speeddate.domain.schedule import Reason, Schedule
from speeddate.domain.words import texts
from speeddate.services.plans.checking import known
from speeddate.services.plans.keeping import frozen
from speeddate.services.plans.planning import nearest
from speeddate.services.why.losses import priced
from speeddate.solver import explain
from speeddate.solver.climb import Watch
from speeddate.solver.clock import Clock

SECONDS = 1.5  # of the two in which it is to answer: the rest goes to laying out and checking
FIRST = frozenset({"met", "meetings"})  # goals: unless they are proven, what others lose is anybody's guess
LOCKED: Final = texts("costs.csv")["locked"]


def cost(  # noqa: PLR0913  # each is a wish of its own, and all but four have defaults
    event: Event,
    schedule: Schedule,
    candidate: str,
    employer: str,
    *,
    published: Schedule | None = None,
    seconds: float | None = SECONDS,
    watch: Watch | None = None,
    workers: int = 0,
    clock: Clock | None = None,
) -> Answer:
    """Tell why the two do not meet, or what it would cost: found by planning again with that meeting decided.

    Of what is `published`, whoever wants no late changes keeps their meetings. `seconds` bounds the search, or a
    `clock` that somebody can stop. Raises BadInput for a timetable of another event, KeyError for people whom the
    event does not know.
    """
    known(event, schedule)
    person, firm = event.candidate[candidate], event.employer[employer]
    if any((meeting.candidate, meeting.employer) == (person.id, firm.id) for meeting in schedule.meetings):
        return Arranged()
    decided = event if published is None else frozen(event, published)
    because = explain.alone(decided, candidate, employer)
    if because:
        return Barred(because, explain.fixes(decided, candidate, (), employer=employer))
    wish = Pin(candidate=candidate, employer=employer)
    with_it = replace(decided, pins=(*decided.pins, wish))
    match nearest(with_it, schedule, clock or Clock(seconds, workers), watch=watch):
        case Planned(other) if all(reading.proven for reading in other.goals if reading.key in FIRST):
            return priced(event, schedule, other, candidate)
        case Planned(other):  # what it says of the others may be far from what they would lose
            return Undecided(other.seconds)
        case Impossible(clash):
            because = tuple(_discreet(event, wish, clash))
            return Barred(because, explain.fixes(decided, candidate, (), employer=employer))
        case undecided:
            return undecided


def _discreet(event: Event, wish: Pin, clash: tuple[Reason, ...]) -> Iterator[Reason]:
    """Yield what of a clash is the candidate's own, and one sentence for all that others have to do with it."""
    clash = tuple(
        reason for reason in clash if (reason.rule, reason.about) != ("pinned", (wish.candidate, wish.employer))
    )
    own = [reason for reason in clash if explain.discreet(event, wish.candidate, reason)]
    yield from own
    if len(own) < len(clash):
        yield Reason("pinned", LOCKED)
