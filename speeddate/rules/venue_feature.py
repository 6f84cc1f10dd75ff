"""The venue has what the candidate asks for."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.change import AddVenueFeature, Fix
from speeddate.domain.event import Event
from speeddate.domain.option import Proposal
from speeddate.domain.text import Text
from speeddate.rules.rule import Bar, Rule, hope_of

BECAUSE = Text(
    "Lokalet mangler noe som må være der.",
    "Lokalet manglar noko som må vere der.",
    "The venue lacks something that has to be there.",
)
FIX = Text("Finn et lokale med dette: {what}.", "Finn eit lokale med dette: {what}.", "Find a venue with this: {what}.")


def bars(event: Event, proposal: Proposal) -> Iterator[Bar]:
    """Yield a bar for each feature that the venue lacks."""
    for need in proposal.candidate.asks("venue"):
        feature = need.word("venue")
        if feature not in event.venue_features:
            fix = Fix(FIX.filled(what=need.kind.label), AddVenueFeature(feature))
            hope = hope_of(event, proposal.candidate, need)
            yield Bar(because=BECAUSE, about=(proposal.candidate.id,), fixes=(fix,), hope=hope)


RULE = Rule(
    key="venue_feature",
    promise=Text("Lokalet har det du trenger.", "Lokalet har det du treng.", "The venue has what you need."),
    bars=bars,
)
