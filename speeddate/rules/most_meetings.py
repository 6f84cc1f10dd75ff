"""Nobody has more meetings than they take part in."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import Options
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule, hope_of

BECAUSE = Text(
    "Det er ikke flere møter å få for hver kandidat.",
    "Det er ikkje fleire møte å få for kvar kandidat.",
    "There are no more meetings to be had for each candidate.",
)


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield one limit per candidate, and one for each who would rather have fewer."""
    for name, mine in options.of_candidate.items():
        candidate = event.candidate[name]
        yield Limit(rule=RULE.key, of=mine, most=candidate.most_meetings, because=BECAUSE, about=(name,))
        for need in candidate.asks("max"):
            if not need.must and need.number("max") < candidate.most_meetings:
                excuse = np.full(len(mine), hope_of(event, candidate, need), np.int32)
                most = need.number("max")
                yield Limit(rule=RULE.key, of=mine, most=most, because=BECAUSE, about=(name,), excuse=excuse)


RULE = Rule(
    key="most_meetings",
    promise=Text(
        "Du får ikke flere møter enn du vil ha.",
        "Du får ikkje fleire møte enn du vil ha.",
        "You get no more meetings than you want.",
    ),
    limits=limits,
)
