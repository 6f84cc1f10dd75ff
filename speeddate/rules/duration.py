"""A meeting lasts as long as its round, plus or minus the minutes its candidate asks for."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.option import Proposal
from speeddate.domain.people import Candidate
from speeddate.domain.text import Text
from speeddate.rules.rule import Bar, Rule, hope_of

BECAUSE = Text(
    "Møtet har ikke den lengden som er avtalt.",
    "Møtet har ikkje den lengda som er avtalt.",
    "The meeting does not have the length that was agreed.",
)


def extras(_: Event, candidate: Candidate) -> Iterator[int]:
    """Yield the minutes that must be added, and these with all that would help; those helps go together."""
    needs = list(candidate.asks("extra_min"))
    must = sum(need.number("extra_min") for need in needs if need.must)
    yield must
    yield must + sum(need.number("extra_min") for need in needs if not need.must)


def bars(event: Event, proposal: Proposal) -> Iterator[Bar]:
    """Yield a bar to any other length, and what the shorter of two lengths would miss."""
    candidate, about = proposal.candidate, (proposal.candidate.id,)
    plain, wished = extras(event, candidate)
    if proposal.extra not in {plain, wished}:
        yield Bar(because=BECAUSE, about=about)
    for need in candidate.asks("extra_min"):
        if not need.must and proposal.extra != wished:
            yield Bar(because=BECAUSE, about=about, hope=hope_of(event, candidate, need))


RULE = Rule(
    key="duration",
    promise=Text(
        "Møtet varer så lenge som du trenger.",
        "Møtet varer så lenge som du treng.",
        "The meeting lasts as long as you need.",
    ),
    bars=bars,
    extras=extras,
)
