"""A meeting lies between the times that suit the candidate: certain times, early or late."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.catalogue import Need
from speeddate.domain.clock import MIDNIGHT, STARTING, Window, Windows, throughout
from speeddate.domain.event import Event
from speeddate.domain.option import Proposal
from speeddate.domain.text import Text
from speeddate.rules.rule import Hours, Rule, hope_of

BECAUSE = Text("Tiden passer ikke.", "Tida passar ikkje.", "The time does not suit.")


def hours(event: Event, proposal: Proposal) -> Iterator[Hours]:
    """Yield the hours of each need about time."""
    for need in proposal.candidate.needs:
        hope, about = hope_of(event, proposal.candidate, need), (proposal.candidate.id,)
        if "from" in need.params or "to" in need.params:
            window = Window(need.number("from"), need.number("to") or MIDNIGHT)
            yield Hours(windows=(window,), span=throughout(), because=BECAUSE, about=about, hope=hope)
        if need.word("prefer") in {"early", "late"}:
            yield Hours(windows=_half(event, need), span=STARTING, because=BECAUSE, about=about, hope=hope)


def _half(event: Event, need: Need) -> Windows:
    """The rounds of the first or the last half; the middle one of an odd number belongs to both."""
    half = -(-len(event.rounds) // 2)
    rounds = event.rounds[:half] if need.word("prefer") == "early" else event.rounds[-half:]
    return (Window(rounds[0].start, rounds[-1].end),)


RULE = Rule(
    key="time_window",
    promise=Text(
        "Møtet er på en tid som passer for deg.",
        "Møtet er på ei tid som passar for deg.",
        "The meeting is at a time that suits you.",
    ),
    hours=hours,
)
