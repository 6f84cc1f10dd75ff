"""Meetings keep to the evening's rounds, and to the hours of everybody in them."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.change import Fix, MoreHours
from speeddate.domain.clock import DAY, STARTING, Window, Windows, throughout
from speeddate.domain.event import Event
from speeddate.domain.option import Proposal
from speeddate.domain.text import Text, same
from speeddate.rules.rule import Hours, Rule

TIME = Text("Møtet ligger utenfor rundene.", "Møtet ligg utanfor rundane.", "The meeting is outside the rounds.")
LATE = Text("Møtet blir ferdig for sent.", "Møtet blir ferdig for seint.", "The meeting would end too late.")
AWAY = Text("Arbeidsgiveren er ikke der da.", "Arbeidsgivaren er ikkje der då.", "The employer is not there then.")
BUSY = Text("Tiden passer ikke.", "Tida passar ikkje.", "The time does not suit.")
STAY = Text("{employer} er der hele tiden.", "{employer} er der heile tida.", "{employer} is there the whole time.")


def hours(event: Event, proposal: Proposal) -> Iterator[Hours]:
    """Yield the starts that rounds offer, the evening's end, and when both who meet are there."""
    candidate, employer = proposal.candidate, proposal.employer
    yield Hours(windows=starts(event), span=STARTING, because=TIME, about=(candidate.id,))
    yield Hours(windows=(Window(0, event.latest_end),), span=throughout(), because=LATE, about=(candidate.id,))
    if employer.available != DAY:
        fix = Fix(STAY.filled(employer=same(employer.name or employer.id)), MoreHours(employer.id, event.evening))
        yield Hours(windows=employer.available, span=throughout(), because=AWAY, about=(employer.id,), fixes=(fix,))
    if candidate.available != DAY:
        yield Hours(windows=candidate.available, span=throughout(), because=BUSY, about=(candidate.id,))


def starts(event: Event) -> Windows:
    """List the minutes at which a meeting may start, as windows of no length."""
    lates = {0, *event.late_start_minutes}
    return tuple(Window(minute, minute) for minute in sorted({s + late for s, _ in event.rounds for late in lates}))


RULE = Rule(
    key="opening_hours",
    promise=Text(
        "Møtene følger rundene, og tiden til alle som er med.",
        "Møta følgjer rundane, og tida til alle som er med.",
        "Meetings keep to the rounds, and to everybody's time.",
    ),
    hours=hours,
)
