"""Whoever wants no crowd starts when few others do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np

from speeddate.domain.catalogue import Need
from speeddate.domain.clock import Ints
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import EMPTY, Options
from speeddate.domain.people import Candidate
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule, hope_of

BECAUSE = Text("For mange begynner samtidig.", "For mange begynner samtidig.", "Too many start at the same time.")


class Starting(NamedTuple):
    """The options that start about the same time, and how many of them could happen."""

    of: Ints
    could: int


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield, for each start of somebody who wants no crowd, how many people may start about then, them included."""
    number = {candidate.id: n for n, candidate in enumerate(event.candidates)}
    who = np.array([number[match.candidate] for match in options.matches], dtype=np.int32)[options.match]

    @cache
    def starting(start: int, step: int) -> Starting:
        of = np.flatnonzero(np.abs(options.start - start) < step).astype(np.int32)
        return Starting(of, min(len(np.unique(who[of])), len(event.stations)))

    for candidate in event.candidates:
        mine = options.of_candidate.get(candidate.id, EMPTY)
        for need in candidate.asks("max_waiting"):
            for start in np.unique(options.start[mine]).tolist():
                close = starting(start, need.number("stagger_min"))
                if close.could > need.number("max_waiting"):
                    now = options.start[mine] == start
                    of = np.setdiff1d(close.of, mine[~now], assume_unique=True)
                    yield _few(of, mine[now], event, candidate, need)


def _few(of: Ints, where: Ints, event: Event, candidate: Candidate, need: Need) -> Limit:
    """Few of these start, where the candidate is one of them."""
    hope = hope_of(event, candidate, need)
    excuse = None if hope is None else np.full(len(where), hope, dtype=np.int32)
    most, about = need.number("max_waiting"), (candidate.id,)
    return Limit(rule=RULE.key, of=of, most=most, where=where, excuse=excuse, because=BECAUSE, about=about)


RULE = Rule(
    key="crowd",
    promise=Text(
        "Du slipper kø og mange mennesker på en gang.",
        "Du slepp kø og mange menneske på ein gong.",
        "You are spared queues and crowds.",
    ),
    limits=limits,
)
