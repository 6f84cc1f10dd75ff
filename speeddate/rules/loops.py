"""Two hearing loops that can hear each other are never in use at the same time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.clock import Ints, throughout
from speeddate.domain.event import Event
from speeddate.domain.limit import NEVER, Limit
from speeddate.domain.option import Options
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule, hope_of

BECAUSE = Text(
    "Plassen ved siden av er i bruk på en måte som forstyrrer.",
    "Plassen ved sida av er i bruk på ein måte som forstyrrar.",
    "The place next to it is in use in a way that disturbs.",
)


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield one limit per two neighbouring stations that people with a loop could use."""
    listening = _listening(event)
    neighbours = {tuple(sorted((s.id, near))) for s in event.stations for near in s.near if near != s.id}
    for pair in sorted(neighbours):
        here = [options.of_station[station] for station in pair if station in options.of_station]
        of = [o for part in here for o in part.tolist() if options.at(o).candidate in listening]
        if len({options.at(o).station for o in of}) == len(pair):
            yield _one_at_a_time(options, np.array(of, np.int32), pair, listening)


def _listening(event: Event) -> dict[str, int]:
    """Find who needs a loop, and the number of the hope that it is (`NEVER` when it is a must)."""
    hopes = {c.id: hope_of(event, c, need) for c in event.candidates for need in c.asks("apart")}
    return {name: NEVER if hope is None else hope for name, hope in hopes.items()}


def _one_at_a_time(options: Options, of: Ints, pair: tuple[str, ...], listening: dict[str, int]) -> Limit:
    return Limit(
        rule=RULE.key,
        of=of,
        most=1,
        busy=throughout().of(options.start[of], options.end[of]),
        because=BECAUSE,
        about=pair,
        excuse=np.array([listening[options.at(option).candidate] for option in of.tolist()], np.int32),
    )


RULE = Rule(
    key="loops",
    promise=Text(
        "To teleslynger ved siden av hverandre er aldri i bruk samtidig.",
        "To teleslynger ved sida av kvarandre er aldri i bruk samtidig.",
        "Two hearing loops beside each other are never in use at once.",
    ),
    limits=limits,
)
