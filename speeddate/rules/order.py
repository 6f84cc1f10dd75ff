"""Whoever wants to go straight in does not wait; whoever does not want to be the first is not."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.clock import MIDNIGHT, STARTING, Window, Windows, throughout
from speeddate.domain.event import Event
from speeddate.domain.option import Proposal
from speeddate.domain.people import Employer
from speeddate.domain.text import Text
from speeddate.rules.rule import Hours, Rule, hope_of

BECAUSE = Text("Rekkefølgen passer ikke.", "Rekkjefølgja passar ikkje.", "The order does not suit.")


def hours(event: Event, proposal: Proposal) -> Iterator[Hours]:
    """Yield the starts that each need about order allows."""
    candidate = proposal.candidate
    for need in candidate.needs:
        about, hope = (candidate.id,), hope_of(event, candidate, need)
        if need.word("prefer") == "first_or_after_break":
            yield Hours(windows=_straight_in(event), span=STARTING, because=BECAUSE, about=about, hope=hope)
        if need.word("avoid") == "first":
            after = _after_first(event, proposal.employer)
            yield Hours(windows=after, span=throughout(), because=BECAUSE, about=about, hope=hope)


def _straight_in(event: Event) -> Windows:
    """The starts on time of the first round and of those after a break: a gap longer than the shortest one."""
    rounds = sorted(event.rounds)
    gaps = [later.start - earlier.end for earlier, later in zip(rounds, rounds[1:], strict=False)]
    fresh = [rounds[0].start, *(round_.start for round_, gap in zip(rounds[1:], gaps, strict=True) if gap > min(gaps))]
    return tuple(Window(start, start) for start in fresh)


def _after_first(event: Event, employer: Employer) -> Windows:
    """All that comes after the first round that the employer is there for."""
    there = (end for start, end in sorted(event.rounds) if any(a <= start and end <= b for a, b in employer.available))
    return (Window(next(there, 0), MIDNIGHT),)


RULE = Rule(
    key="order",
    promise=Text(
        "Du kan komme rett inn, eller slippe å være den første.",
        "Du kan kome rett inn, eller sleppe å vere den første.",
        "You can go straight in, or not have to be the first.",
    ),
    hours=hours,
)
