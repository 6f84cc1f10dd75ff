"""Whoever wants to stay in one room does, and the employers come to them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.event import Event
from speeddate.domain.limit import Limit, never_both
from speeddate.domain.option import Options
from speeddate.domain.people import Candidate
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule, hope_of

BECAUSE = Text("Det blir et bytte av rom.", "Det blir eit byte av rom.", "There would be a change of room.")


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield, for each room and start, that no meeting of theirs is elsewhere."""
    for candidate in event.candidates:
        if event.stays(candidate) and candidate.id in options.of_candidate:
            yield from _in_one_room(event, options, candidate)


def _in_one_room(event: Event, options: Options, candidate: Candidate) -> Iterator[Limit]:
    mine = options.of_candidate[candidate.id]
    where = np.array([options.at(option).station for option in mine.tolist()])
    need = next((need for need in candidate.needs if need.word("mode") == "employer_moves"), None)
    hope = hope_of(event, candidate, need) if need and not event.employers_move else None
    for station in sorted(set(where)):
        for start in np.unique(options.start[mine]):
            here = mine[(where == station) & (options.start[mine] == start)]
            elsewhere = mine[where != station]
            if len(here) and len(elsewhere):
                of, takes, most = never_both(here, elsewhere, of_others=candidate.most_meetings)
                excuse = None if hope is None else np.full(len(of), hope, np.int32)
                yield Limit(
                    rule=RULE.key, of=of, takes=takes, most=most, excuse=excuse, because=BECAUSE, about=(candidate.id,)
                )


RULE = Rule(
    key="same_room",
    promise=Text(
        "Du blir i det samme rommet hele tiden.",
        "Du blir i det same rommet heile tida.",
        "You stay in the same room all the time.",
    ),
    limits=limits,
)
