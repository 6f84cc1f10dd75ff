"""A candidate is in one place at a time, and has the rest between meetings that they ask for."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.catalogue import Need
from speeddate.domain.clock import throughout
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import Options, Proposal
from speeddate.domain.people import Candidate
from speeddate.domain.text import Text
from speeddate.rules.rule import Hold, Rule, hope_of

BECAUSE = Text(
    "Det blir for kort tid mellom møtene.",
    "Det blir for kort tid mellom møta.",
    "There is too little time between meetings.",
)


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield one limit per candidate who may have several meetings, and one per longer rest that would help."""
    for name in options.of_candidate:
        candidate = event.candidate[name]
        if candidate.most_meetings > 1:
            yield _apart(options, candidate, rest=_rest(event, candidate))
            for need in _asking(candidate):
                if not need.must:
                    yield _apart(options, candidate, rest=_minutes(event, need), hope=hope_of(event, candidate, need))


def _apart(options: Options, candidate: Candidate, *, rest: int, hope: int | None = None) -> Limit:
    mine = options.of_candidate[candidate.id]
    return Limit(
        rule=RULE.key,
        of=mine,
        most=1,
        busy=throughout(after=rest).of(options.start[mine], options.end[mine]),
        because=BECAUSE,
        about=(candidate.id,),
        excuse=None if hope is None else np.full(len(mine), hope, np.int32),
    )


def _rest(event: Event, candidate: Candidate) -> int:
    return max([event.turnaround_minutes, *(_minutes(event, need) for need in _asking(candidate) if need.must)])


def _minutes(event: Event, need: Need) -> int:
    return max(need.number("min_gap_min"), event.turnaround_minutes + need.number("move_min"))


def _asking(candidate: Candidate) -> Iterator[Need]:
    return (need for need in candidate.needs if "min_gap_min" in need.params or "move_min" in need.params)


def holds(event: Event, proposal: Proposal) -> Iterator[Hold]:
    """Yield the candidate, when they may have several meetings."""
    if proposal.candidate.most_meetings > 1:
        yield Hold(f"candidate {proposal.candidate.id}", throughout(after=_rest(event, proposal.candidate)))


RULE = Rule(
    key="gap",
    promise=Text(
        "Du er på ett sted om gangen, og får den tiden du trenger mellom møtene.",
        "Du er på éin stad om gongen, og får den tida du treng mellom møta.",
        "You are in one place at a time, and get the time you need between meetings.",
    ),
    limits=limits,
    holds=holds,
)
