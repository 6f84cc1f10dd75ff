"""Two people who should not meet are not in the house at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from speeddate.domain.catalogue import catalogue
from speeddate.domain.clock import Ints
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit, never_both
from speeddate.domain.option import Options
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule

BECAUSE = Text("Tiden passer ikke.", "Tida passar ikkje.", "The time does not suit.")


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield, for each pair and each time of the one, that the other is not there close to it."""
    buffer = int(catalogue()["avoid_person"].params["apart_min"])
    pairs = {(min(c.id, other), max(c.id, other)) for c in event.candidates for other in c.avoid_candidates}
    for one, other in sorted(pairs):
        if one in options.of_candidate and other in options.of_candidate:
            yield from _apart(event, options, (one, other), buffer)
            yield from _between(event, options, (one, other))
            yield from _between(event, options, (other, one))


def _apart(event: Event, options: Options, pair: tuple[str, str], buffer: int) -> Iterator[Limit]:
    ones, others = (options.of_candidate[name] for name in pair)
    for now in _at_the_same_time(options, ones):
        start, end = options.start[now[0]] - 2 * buffer, options.end[now].max() + 2 * buffer
        close = others[(options.start[others] < end) & (start < options.end[others])]
        if len(close):
            of, takes, most = never_both(now, close, of_others=event.candidate[pair[1]].most_meetings)
            yield Limit(rule=RULE.key, of=of, most=most, takes=takes, because=BECAUSE, about=pair)


def _between(event: Event, options: Options, pair: tuple[str, str]) -> Iterator[Limit]:
    """Yield, for each two times at which the one could have meetings, that the other has none in between."""
    ones, others = (options.of_candidate[name] for name in pair)
    if event.candidate[pair[0]].most_meetings == 1:
        return
    for early, late in combinations(_at_the_same_time(options, ones), 2):
        first, last = sorted((early, late), key=lambda now: int(options.start[now[0]]))
        inside = (options.start[others] >= options.end[first[0]]) & (options.end[others] <= options.start[last[0]])
        if inside.any():
            now, least = np.concatenate([first, last]), event.candidate[pair[1]].most_meetings
            of = np.concatenate([now, others[inside]])
            takes = np.concatenate([np.full(len(now), least), np.ones(inside.sum())]).astype(np.int32)
            yield Limit(rule=RULE.key, of=of, most=2 * least, takes=takes, because=BECAUSE, about=pair)


def _at_the_same_time(options: Options, mine: Ints) -> Iterator[Ints]:
    """Yield options in groups of the same start and end: only one of each can happen."""
    times = np.stack([options.start[mine], options.end[mine]], axis=1)
    for time in np.unique(times, axis=0):
        yield mine[(times == time).all(axis=1)]


RULE = Rule(
    key="people_apart",
    promise=Text(
        "Du slipper å treffe en du ikke vil treffe.",
        "Du slepp å treffe ein du ikkje vil treffe.",
        "You do not have to run into someone you do not want to meet.",
    ),
    limits=limits,
)
