"""Whoever wants no crowd starts when few others do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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


class Starting(NamedTuple):
    """The options that start about the same time, and the number of the candidate of each."""

    of: Ints
    who: Ints


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield, for each start of somebody who wants no crowd, how many others may start about then."""
    number = {candidate.id: n for n, candidate in enumerate(event.candidates)}
    who = np.array([number[match.candidate] for match in options.matches], dtype=np.int32)[options.match]

    @cache
    def starting(start: int, step: int) -> Starting:
        of = np.flatnonzero(np.abs(options.start - start) < step).astype(np.int32)
        return Starting(of, who[of])

    for candidate in event.candidates:
        mine = options.of_candidate.get(candidate.id, EMPTY)
        for need in candidate.asks("max_waiting"):
            for start in np.unique(options.start[mine]).tolist():
                close = starting(start, need.number("stagger_min"))
                others = Starting(*(column[close.who != number[candidate.id]] for column in close))
                limit = _few(event, (candidate, need), mine[options.start[mine] == start], others)
                if limit is not None:
                    yield limit


def _few(event: Event, asked: tuple[Candidate, Need], mine: Ints, others: Starting) -> Limit | None:
    """With the candidate at one start, at most `max_waiting` people, them included, start less than a step away."""
    candidate, need = asked
    could = min(len(np.unique(others.who)), len(event.stations))
    allowed = need.number("max_waiting") - 1
    if could <= allowed:
        return None
    of, takes, most = never_more(mine, others.of, could=could, allowed=allowed)
    hope = hope_of(event, candidate, need)
    excuse = np.full(len(of), NEVER, dtype=np.int32)
    excuse[: len(mine)] = NEVER if hope is None else hope
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
