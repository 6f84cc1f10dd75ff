"""Whoever wants no crowd starts when few others do."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.catalogue import Need
from speeddate.domain.clock import Ints
from speeddate.domain.event import Event
from speeddate.domain.limit import NEVER, Limit, never_more
from speeddate.domain.option import EMPTY, Options
from speeddate.domain.people import Candidate
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule, hope_of

BECAUSE = Text("For mange begynner samtidig.", "For mange begynner samtidig.", "Too many start at the same time.")


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield, for each start of somebody who wants no crowd, how many others may start about then."""
    for candidate in event.candidates:
        for need in candidate.asks("max_waiting"):
            for start in np.unique(options.start[options.of_candidate.get(candidate.id, EMPTY)]):
                if (limit := _few(event, options, candidate, need, int(start))) is not None:
                    yield limit


def _few(event: Event, options: Options, candidate: Candidate, need: Need, start: int) -> Limit | None:
    """With the candidate at this start, at most `max_waiting` people, them included, start less than a step away."""
    mine = options.of_candidate[candidate.id]
    mine = mine[options.start[mine] == start]
    close = np.flatnonzero(np.abs(options.start - start) < need.number("stagger_min")).astype(np.int32)
    others = np.setdiff1d(close, options.of_candidate[candidate.id]).astype(np.int32)
    could = min(len({options.at(option).candidate for option in others.tolist()}), len(event.stations))
    allowed = need.number("max_waiting") - 1
    if could <= allowed:
        return None
    of, takes, most = never_more(mine, others, could=could, allowed=allowed)
    hope = hope_of(event, candidate, need)
    excuse: Ints = np.where(np.isin(of, mine), NEVER if hope is None else hope, NEVER).astype(np.int32)
    return Limit(rule=RULE.key, of=of, most=most, takes=takes, excuse=excuse, because=BECAUSE, about=(candidate.id,))


RULE = Rule(
    key="crowd",
    promise=Text(
        "Du slipper kø og mange mennesker på en gang.",
        "Du slepp kø og mange menneske på ein gong.",
        "You are spared queues and crowds.",
    ),
    limits=limits,
)
