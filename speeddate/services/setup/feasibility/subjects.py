"""What can be scarce at an event: places, a feature of a place, of the venue, something shared, and counsellors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from speeddate.domain.catalogue import Need
from speeddate.domain.clock import STARTING, Span, throughout
from speeddate.domain.event import Event
from speeddate.rules.person_present import span_of, wanted
from speeddate.rules.shared_resource import kind_of, spans_of
from speeddate.services.setup.feasibility.chances import Chance
from speeddate.services.setup.feasibility.crowds import Asks, Crowd, all_params, no_params
from speeddate.services.setup.feasibility.holding import ANY, Held, Shift, Use, held, longest

About = Literal["places", "feature", "venue", "resource", "person", "together"]
Hold = Callable[[Crowd, Sequence[Chance]], Held]

SHARED: Final = ("resource", "lang", "count", "before_min", "after_min", "around", "max_run_min", "rest_min")
HALF_HOUR: Final = 30
PRESENT: Final = ("person", "before_min", "after_min", "during", "first_min", "minutes", "at")


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be scarce: what of the needs is about it, and how many meetings it can hold."""

    about: About
    key: str
    asks: Asks
    hold: Hold
    whole: bool = False
    anywhere: bool = False


def subjects(event: Event) -> Iterator[Subject]:
    """Yield what candidates must have at an event, each once."""
    musts = [need for candidate in event.candidates for need in candidate.needs if need.must]
    for feature in _named(musts, "feature"):
        yield Subject("feature", feature, _asking("feature", feature, ("feature",)), at_places)
    for feature in _named(musts, "venue"):
        yield Subject("venue", feature, _asking("venue", feature, ("venue",)), at_venue, anywhere=True)
    for kind in dict.fromkeys(kind_of(need) for need in musts if "resource" in need.params):
        yield Subject("resource", kind, _sharing(kind), along, anywhere=True)
    if "counsellor" in _named(musts, "person"):
        yield Subject("person", "counsellor", _asking("person", "counsellor", PRESENT), beside, anywhere=True)


def _named(musts: list[Need], param: str) -> list[str]:
    return list(dict.fromkeys(need.word(param) for need in musts if param in need.params))


def _asking(param: str, key: str, params: Collection[str]) -> Asks:
    return lambda need: params if need.word(param) == key else ()


def _sharing(kind: str) -> Asks:
    return lambda need: SHARED if "resource" in need.params and kind_of(need) == kind else ()


def at_places(crowd: Crowd, chances: Sequence[Chance]) -> Held:
    """Tell what stations and employers can hold."""
    event = crowd.event
    rest, most = event.turnaround_minutes, dict[Hashable, int]((each.id, each.max_meetings) for each in event.employers)
    at = [Use(one, one.station, one.times.over(throughout(after=rest)), one.employer) for one in chances]
    there = held(at, _wanted(crowd, chances), lambda *_: 1, most)
    if all(one.station in event.employer[one.employer].stations for one in chances):
        return there
    by = [Use(one, one.employer, one.times.over(throughout(after=rest)), one.employer) for one in chances]
    return there.within(held(by, _wanted(crowd, chances), lambda whose, _: event.employer[str(whose)].at_once, most))


def at_venue(crowd: Crowd, chances: Sequence[Chance]) -> Held:
    """Tell whether the venue has it: then it holds all who can come."""
    able = {one.candidate for one in chances}
    held_ = sum(many for who, many in crowd.meetings.items() if who in able)
    return Held(held_, ANY if able else 0)


def along(crowd: Crowd, chances: Sequence[Chance]) -> Held:
    """Tell how many meetings something shared can come along to: by its hours, how much there is of it, and rests."""
    event, spans = crowd.event, {one.id: _spans(one.needs) for one in crowd.event.candidates}
    count = min((need.number("count") or 1 for one in event.candidates for need in one.asks("resource")), default=1)
    kind = {kind_of(need) for one in event.candidates for need in one.asks("resource")}
    whole = [each for each in event.resources if each.kind in kind]

    def room(_: Hashable, moment: int) -> int:
        here = [each for each in whole if any(opens <= moment < closes for opens, closes in each.available)]
        return sum(each.capacity for each in here) // count

    bound = _rested(crowd, chances, count)
    for place in range(max(map(len, spans.values()), default=0)):
        uses = []
        for one in chances:
            mine = spans[one.candidate]
            span = mine[min(place, len(mine) - 1)] if mine else STARTING
            uses.append(Use(one, "it", one.times.over(span)))
        bound = bound.within(held(uses, crowd.meetings, room, {}))
    return bound


def _spans(needs: Sequence[Need]) -> list[Span]:
    return [span for need in needs if "resource" in need.params for span in spans_of(need)]


def _rested(crowd: Crowd, chances: Sequence[Chance], count: int) -> Held:
    """Tell how many meetings those can take who work alone and need rests; any number where nobody needs any."""
    needs = {one.id: list(one.asks("resource")) for one in crowd.event.candidates}
    every = [need for theirs in needs.values() for need in theirs]
    helpers = {helper for one in chances for helper in one.crew}
    alone = all(crowd.event.resource[helper].capacity == 1 for helper in helpers)
    if (
        not alone
        or not all("max_run_min" in need.params for need in every)
        or any(need.word("around") for need in every)
    ):
        return Held(crowd.needed, ANY)
    run, rest = max(need.number("max_run_min") for need in every), min(need.number("rest_min") for need in every)
    total = 0
    for helper in helpers:
        shifts = {
            Shift(start - need.number("before_min"), start, end, end + need.number("after_min"))
            for one in chances
            if helper in one.crew
            for need in needs[one.candidate]
            for start, end in one.times.meetings
        }
        total += longest(shifts, run, rest)
    return Held(min(crowd.needed, total // count), total // count)


def beside(crowd: Crowd, chances: Sequence[Chance]) -> Held:
    """Tell how many meetings counsellors can be there for, each at one place at a time."""
    event = crowd.event
    uses = []
    for one in chances:
        candidate = event.candidate[one.candidate]
        spans = [span_of(event, need) for need in wanted(candidate)]
        uses.append(Use(one, candidate.counsellor, one.times.over(max(spans, key=_length))))
    return held(uses, crowd.meetings, lambda *_: 1, {})


def _length(span: Span) -> int:
    opens, closes = span.of(0, HALF_HOUR)
    return closes - opens


def _wanted(crowd: Crowd, chances: Sequence[Chance]) -> Counter[str]:
    """How many meetings each sort can have at most, for they meet each employer once."""
    partners = Counter(who for who, _ in {(one.candidate, one.employer) for one in chances})
    return Counter({who: min(many, partners[who] * crowd.sizes[who]) for who, many in crowd.meetings.items()})


PLACES: Final = Subject("places", "", no_params, at_places, whole=True)
TOGETHER: Final = Subject("together", "", all_params, at_places, whole=True)
