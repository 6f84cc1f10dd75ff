"""What an organiser could do about something scarce: tried before it is said, where it can be tried."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from speeddate.domain.change import AddFeature, AddResource, Change, MoreHours
from speeddate.domain.clock import DAY, Window, spoken
from speeddate.domain.event import Event
from speeddate.domain.people import Station
from speeddate.domain.text import Text, listed
from speeddate.domain.words import texts
from speeddate.rules.shared_resource import ONE_MORE
from speeddate.rules.station_feature import FIX as GIVE
from speeddate.rules.venue_feature import FIX as OTHER_VENUE
from speeddate.services.setup.feasibility.sentences import named, rounds, telling
from speeddate.services.setup.feasibility.subjects import Subject
from speeddate.services.setup.feasibility.tallies import Tally, tally

TEXTS: Final = texts("feasibility.csv")
Made = TypeVar("Made", AddFeature, AddResource, MoreHours)
STEP: Final = 15  # minutes: people are asked to stay until a quarter past


def cures(event: Event, subject: Subject, counted: Tally) -> tuple[Text, ...]:
    """Suggest what would lift a shortage; the first is the smallest change."""
    match subject.about:
        case "places":
            return (_places(counted),)
        case "feature":
            return tuple(_feature(event, subject, counted)) or (TEXTS["cure.ask"],)
        case "venue":
            return (OTHER_VENUE.filled(what=named(subject)),)
        case "resource":
            return (*_hours(event, subject), *_more(event, subject, counted)) or (TEXTS["cure.ask"],)
        case "person":
            return (TEXTS["cure.more_counsellors"],)
        case "together":
            return (TEXTS["cure.plan"],)


def _places(counted: Tally) -> Text:
    if tight := telling(counted):
        return TEXTS["cure.other_times"].filled(rounds=rounds(tight))
    return TEXTS["cure.more_places"].filled(count=counted.missing)


def _feature(event: Event, subject: Subject, counted: Tally) -> Iterator[Text]:
    """Give it to the fewest stations, those first that can hold most meetings."""
    lacking = [station for station in event.stations if subject.key not in station.features]
    lacking.sort(key=lambda station: -_meetings_at(event, station))
    given = [AddFeature(station.id, subject.key) for station in lacking[: counted.missing]]
    count = len(_least(event, subject, [given[: n + 1] for n in range(len(given))]))
    if count:
        names = listed(station.name or station.id for station in lacking[:count])
        yield GIVE.filled(station=names, what=named(subject))


def _meetings_at(event: Event, station: Station) -> int:
    return max((each.max_meetings for each in event.employers if station.id in each.stations), default=0)


def _more(event: Event, subject: Subject, counted: Tally) -> Iterator[Text]:
    """Book the fewest more of it that are enough."""
    for more in _least(event, subject, [[AddResource(subject.key, n + 1)] for n in range(counted.missing)]):
        words = ONE_MORE if more.count == 1 else TEXTS["cure.several_more"]
        if any(each.kind == subject.key and each.available != DAY for each in event.resources):
            words = TEXTS["cure.all_evening"]
        yield words.filled(count=more.count, what=named(subject))


def _hours(event: Event, subject: Subject) -> Iterator[Text]:
    """Keep one of what there is somewhat longer, or let it come earlier, so that meetings can start on time."""
    event = replace(event, late_start_minutes=(0,))
    for each in event.resources:
        if each.kind == subject.key and each.available != DAY:
            first, last = min(each.available).start, max(end for _, end in each.available)
            ends = range(-(-last // STEP) * STEP, event.evening.end + 1, STEP)
            longer = [[MoreHours(each.id, Window(last, end))] for end in ends]
            starts = range(first // STEP * STEP, event.evening.start - STEP - 1, -STEP)
            earlier = [[MoreHours(each.id, Window(start, first))] for start in starts]
            for change in _least(event, subject, longer):
                yield TEXTS["cure.until"].filled(until=spoken(change.hours.end), what=named(subject))
                return
            for change in _least(event, subject, earlier):
                yield TEXTS["cure.from"].filled(start=spoken(change.hours.start), what=named(subject))
                return


def _least(event: Event, subject: Subject, choices: Sequence[Sequence[Made]]) -> Sequence[Made]:
    """Find the first choice of changes that is enough, where all later ones are as well; nothing when none is."""
    if not choices or not _enough(event, subject, choices[-1]):
        return ()
    return choices[bisect_left(choices, 1, key=lambda changes: _enough(event, subject, changes))]


def _enough(event: Event, subject: Subject, changes: Sequence[Change]) -> bool:
    for change in changes:
        event = change.made_in(event)
    return not tally(event, subject).short
