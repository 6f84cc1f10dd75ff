"""Nobody meets an employer they would rather not meet, and nobody asks why."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.option import Proposal
from speeddate.domain.text import Text
from speeddate.rules.rule import Bar, Rule

BECAUSE = Text("Det møtet er ikke aktuelt.", "Det møtet er ikkje aktuelt.", "That meeting is not on offer.")


def bars(event: Event, proposal: Proposal) -> Iterator[Bar]:
    """Yield a bar to an avoided employer, and to one that was not wished for where only wishes count.

    One sentence serves both, so that it never tells who avoids whom.
    """
    candidate, employer = proposal.candidate, proposal.employer.id
    if employer in candidate.avoid_employers or (event.only_wished and employer not in candidate.wishes):
        yield Bar(because=BECAUSE, about=(candidate.id, employer))


RULE = Rule(
    key="avoid",
    promise=Text(
        "Du slipper å møte en arbeidsgiver du ikke vil møte.",
        "Du slepp å møte ein arbeidsgivar du ikkje vil møte.",
        "You never have to meet an employer you do not want to meet.",
    ),
    bars=bars,
)
