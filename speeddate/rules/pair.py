"""A candidate and an employer meet at most once."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import Options
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule

BECAUSE = Text("De to møtes allerede.", "Dei to møtest allereie.", "The two are meeting already.")


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield one limit per pair, where a candidate may have several meetings."""
    for pair, theirs in options.by(lambda match: (match.candidate, match.employer)).items():
        if event.candidate[pair[0]].most_meetings > 1:
            yield Limit(rule=RULE.key, of=theirs, most=1, because=BECAUSE, about=pair)


RULE = Rule(
    key="pair",
    promise=Text(
        "Du møter den samme arbeidsgiveren bare én gang.",
        "Du møter den same arbeidsgivaren berre éin gong.",
        "You meet the same employer only once.",
    ),
    limits=limits,
)
