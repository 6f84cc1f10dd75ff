"""An employer meets people at its own stations, except where candidates stay in one room and employers move."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.option import Proposal
from speeddate.domain.text import Text
from speeddate.rules.rule import Bar, Rule

BECAUSE = Text(
    "Arbeidsgiveren sitter ikke på den møteplassen.",
    "Arbeidsgivaren sit ikkje på den møteplassen.",
    "The employer does not sit at that station.",
)


def bars(event: Event, proposal: Proposal) -> Iterator[Bar]:
    """Yield a bar when the employer would have to move for no reason."""
    if proposal.station.id not in proposal.employer.stations and not event.stays(proposal.candidate):
        yield Bar(because=BECAUSE, about=(proposal.employer.id, proposal.station.id))


RULE = Rule(
    key="own_station",
    promise=Text(
        "Arbeidsgiverne møter folk på sin egen plass.",
        "Arbeidsgivarane møter folk på sin eigen plass.",
        "Employers meet people at their own place.",
    ),
    bars=bars,
)
