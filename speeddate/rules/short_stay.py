"""A short day is short: from the first meeting's start to the last one's end."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.catalogue import Need
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit, never_both
from speeddate.domain.option import Options
from speeddate.domain.people import Candidate
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule, hope_of

BECAUSE = Text("Det blir for lenge å være der.", "Det blir for lenge å vere der.", "The stay becomes too long.")


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield, for each start, that no meeting ends too long after it."""
    for name, mine in options.of_candidate.items():
        candidate = event.candidate[name]
        for need in candidate.asks("max_span_min"):
            for start in np.unique(options.start[mine]):
                yield from _from(event, options, candidate, need, int(start))


def _from(event: Event, options: Options, candidate: Candidate, need: Need, start: int) -> Iterator[Limit]:
    mine = options.of_candidate[candidate.id]
    first = mine[options.start[mine] == start]
    over = options.end[mine] > start + need.number("max_span_min")
    long, later = mine[over & (options.start[mine] == start)], mine[over & (options.start[mine] > start)]
    hope = hope_of(event, candidate, need)
    for of, takes, most in (
        (long, np.ones(len(long), np.int32), 0),
        never_both(first, later, of_others=candidate.most_meetings),
    ):
        excuse = None if hope is None else np.full(len(of), hope, np.int32)
        yield Limit(rule=RULE.key, of=of, most=most, takes=takes, excuse=excuse, because=BECAUSE, about=(candidate.id,))


RULE = Rule(
    key="short_stay",
    promise=Text(
        "Dagen din blir kort: inn, møte, ut.",
        "Dagen din blir kort: inn, møte, ut.",
        "Your stay is short: in, meet, out.",
    ),
    limits=limits,
)
