"""If you need a step-free route, your station has one: the place has what the candidate asks for."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.catalogue import Need
from speeddate.domain.change import AddFeature, Fix
from speeddate.domain.event import Event
from speeddate.domain.option import Proposal
from speeddate.domain.people import Station
from speeddate.domain.text import Text, same
from speeddate.rules.rule import Bar, Rule, hope_of

BECAUSE = Text(
    "Møteplassen mangler noe som må være der.",
    "Møteplassen manglar noko som må vere der.",
    "The station lacks something that has to be there.",
)
FIX = Text("Gi {station} dette: {what}.", "Gi {station} dette: {what}.", "Give {station} this: {what}.")


def bars(event: Event, proposal: Proposal) -> Iterator[Bar]:
    """Yield a bar for each feature that the station lacks."""
    for need in proposal.candidate.asks("feature"):
        if need.word("feature") not in proposal.station.features:
            yield Bar(
                because=BECAUSE,
                about=(proposal.candidate.id, proposal.station.id),
                fixes=(_fix(proposal.station, need),),
                hope=hope_of(event, proposal.candidate, need),
            )


def _fix(station: Station, need: Need) -> Fix:
    text = FIX.filled(station=same(station.name or station.id), what=need.kind.label)
    return Fix(text, AddFeature(station.id, need.word("feature")))


RULE = Rule(
    key="station_feature",
    promise=Text(
        "Møteplassen din har det du trenger.", "Møteplassen din har det du treng.", "Your station has what you need."
    ),
    bars=bars,
)
