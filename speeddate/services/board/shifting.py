"""Ways a meeting could be held by hand, and what it would break to go from some meetings to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from speeddate import rules
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting
from speeddate.domain.text import Text
from speeddate.rules import RULES
from speeddate.rules.person_present import company
from speeddate.rules.possible import crews_of, extras_of, slots_of
from speeddate.rules.seated import numbered

Meetings = tuple[Meeting, ...]


class Spot(NamedTuple):
    """Where and when a meeting could be, and with whom; `start` is in minutes of the day."""

    start: int
    station: str
    employer: str


class Shift(NamedTuple):
    """Meetings that would go, and those that would come instead."""

    gone: Meetings
    new: Meetings


def spot_of(meeting: Meeting) -> Spot:
    """Find the spot of a meeting."""
    return Spot(meeting.start, meeting.station, meeting.employer)


def spots(event: Event) -> Iterator[Spot]:
    """Yield every start of a round at every place where an employer can sit."""
    for employer in event.employers:
        for station, slot in product(employer.stations or event.station, slots_of(event)):
            if slot.late == 0:
                yield Spot(slot.start, station, employer.id)


def ways(event: Event, candidate: Candidate, spot: Spot) -> Iterator[Meeting]:
    """Yield the meetings a candidate could have in a spot: with each crew and each length."""
    slot = max((slot for slot in slots_of(event) if slot.start <= spot.start), key=lambda slot: slot.start)
    for crew, extra in product(crews_of(event, RULES, candidate), extras_of(event, RULES, candidate)):
        yield Meeting(
            start=spot.start,
            station=spot.station,
            candidate=candidate.id,
            employer=spot.employer,
            end=slot.end + spot.start - slot.start + extra,
            people=company(candidate, ()),
            resources=crew,
        )


def broken_by(event: Event, now: Meetings, shifts: Sequence[Shift]) -> list[list[Text]]:
    """Say of each shift what it would break that is not broken now."""
    options, numbers = numbered(event, (*now, *(each for shift in shifts for each in shift.new)))
    before, hopes = frozenset(numbers[: len(now)]), frozenset(range(len(event.hopes)))
    touched: dict[int, list[Limit]] = defaultdict(list)
    for limit in rules.limits(event, options, asked=frozenset(options.of_candidate)):
        if limit.kept_by(before, hopes):
            for option in _named(limit):
                touched[option].append(limit)
    known, rest = dict(zip(now, numbers, strict=False)), iter(numbers[len(now) :])
    found = []
    for shift in shifts:
        gone, new = [known[each] for each in shift.gone], [next(rest) for _ in shift.new]
        after = before.difference(gone).union(new)
        limits = dict.fromkeys(limit for option in (*gone, *new) for limit in touched[option])
        found.append([*dict.fromkeys(limit.because for limit in limits if not limit.kept_by(after, hopes))])
    return found


def _named(limit: Limit) -> set[int]:
    return {*limit.of.tolist(), *(() if limit.where is None else limit.where.tolist())}


def exchanges(event: Event, one: Meeting, other: Meeting) -> list[Shift]:
    """List the ways in which two meetings can change candidates."""
    ones = ways(event, event.candidate[one.candidate], spot_of(other))
    others = ways(event, event.candidate[other.candidate], spot_of(one))
    return [Shift((one, other), pair) for pair in product(ones, others)]
