"""Every promise, one to a file, and what they come to together for an event.

A new rule is one file and one line in `RULES`.
"""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import Options
from speeddate.rules import (
    avoid,
    crowd,
    dogs,
    duration,
    employer_places,
    gap,
    loops,
    most_meetings,
    opening_hours,
    order,
    own_station,
    pair,
    people_apart,
    person_present,
    pinned,
    rest,
    same_room,
    shared_resource,
    short_stay,
    station,
    station_feature,
    time_window,
    venue_feature,
)
from speeddate.rules.barred import barred
from speeddate.rules.possible import possible
from speeddate.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    opening_hours.RULE,
    own_station.RULE,
    avoid.RULE,
    station_feature.RULE,
    venue_feature.RULE,
    duration.RULE,
    time_window.RULE,
    order.RULE,
    shared_resource.RULE,
    person_present.RULE,
    rest.RULE,
    station.RULE,
    employer_places.RULE,
    pair.RULE,
    most_meetings.RULE,
    gap.RULE,
    short_stay.RULE,
    same_room.RULE,
    dogs.RULE,
    loops.RULE,
    people_apart.RULE,
    crowd.RULE,
    pinned.RULE,
)


def options(event: Event, *, lifted: frozenset[str] = frozenset(), among: frozenset[str] | None = None) -> Options:
    """Make every meeting that could happen, and those of `lifted` candidates that something bars.

    With `among`, only meetings of these candidates.
    """
    return possible(event, RULES, lifted=lifted, among=among)


def limits(event: Event, options: Options, *, asked: frozenset[str] = frozenset()) -> Iterator[Limit]:
    """Yield all that the rules demand of these options; of `asked` candidates also what bars them outright."""
    for rule in RULES:
        yield from rule.limits(event, options)
    yield from barred(event, RULES, options, asked)
