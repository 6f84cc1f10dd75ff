"""Make every meeting that could happen, once; and say of any other meeting why it cannot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from speeddate.domain.clock import Span, Windows
from speeddate.domain.event import Event
from speeddate.domain.option import Crew, Match, Options, Proposal, options_of
from speeddate.domain.people import Candidate
from speeddate.rules.rule import Bar, Hold, Hours, Rule


class Slot(NamedTuple):
    """A time a meeting can start: its round, how late, and when it would end if nothing is added."""

    round: int
    late: int
    start: int
    end: int


class Variant(NamedTuple):
    """A proposal that nothing bars, the slots its hours allow, and what it would keep busy."""

    proposal: Proposal
    slots: tuple[Slot, ...]
    holds: tuple[Hold, ...]


def slots_of(event: Event) -> tuple[Slot, ...]:
    """List the starts of every round, on time and late, in order."""
    return tuple(
        Slot(number, late, start + late, end + late)
        for number, (start, end) in enumerate(event.rounds)
        for late in sorted({0, *event.late_start_minutes})
    )


def possible(
    event: Event, rules: Sequence[Rule], *, lifted: frozenset[str] = frozenset(), among: frozenset[str] | None = None
) -> Options:
    """Make the options of an event; those of `lifted` candidates whether or not something bars them.

    A late start is an option only where an earlier meeting could push it there: one that would keep the same
    candidate, station, employer or helper busy until then.
    """
    variants = list(_variants(event, rules, lifted, among))
    freed: dict[str, set[int]] = defaultdict(set)
    rows = []
    for number in range(len(event.rounds)):
        turn = [(variant, slot) for variant in variants for slot in _pushed(variant, number, freed, event)]
        for variant, slot in turn:
            end = slot.end + variant.proposal.extra
            rows.append((*_identity(variant.proposal), slot.start, end, slot.late, variant.proposal.extra))
            for hold in variant.holds:
                freed[hold.thing].add(hold.span.of(slot.start, end)[1])
    return options_of(rows)


def _identity(proposal: Proposal) -> tuple[Match, Crew]:
    match = Match(proposal.candidate.id, proposal.employer.id, proposal.station.id)
    return match, tuple(resource.id for resource in proposal.crew)


def _pushed(variant: Variant, number: int, freed: dict[str, set[int]], event: Event) -> Iterator[Slot]:
    """Yield the slots of one round that are on time, or the first that an earlier meeting leaves open."""
    extra = variant.proposal.extra
    lates = sorted({0, *event.late_start_minutes})
    for slot in variant.slots:
        if slot.round == number and (
            slot.late == 0
            or any(
                _frees(hold.span, slot, slot.late - lates[lates.index(slot.late) - 1], extra, freed[hold.thing])
                for hold in variant.holds
            )
        ):
            yield slot


def _frees(span: Span, slot: Slot, step: int, extra: int, freed: set[int]) -> bool:
    """Tell whether something is freed in time for this slot, but not for the one a step before it."""
    opens = span.of(slot.start, slot.end + extra)[0]
    return any(opens - step < minute <= opens for minute in freed)


def _variants(
    event: Event, rules: Sequence[Rule], lifted: frozenset[str], among: frozenset[str] | None
) -> Iterator[Variant]:
    slots = slots_of(event)
    allowed: dict[tuple[Windows, Span, int], frozenset[Slot]] = {}
    for proposal in proposals(event, rules, among, lifted):
        free = proposal.candidate.id in lifted
        if not free and any(bar.hope is None for bar in bars(event, rules, proposal)):
            continue
        kept = slots
        for hours in () if free else hours_of(event, rules, proposal):
            if hours.hope is None:
                key = (hours.windows, hours.span, proposal.extra)
                if key not in allowed:
                    allowed[key] = frozenset(s for s in slots if hours.hold(s.start, s.end + proposal.extra))
                kept = tuple(slot for slot in kept if slot in allowed[key])
        if kept:
            holds = tuple(hold for rule in rules for hold in rule.holds(event, proposal))
            yield Variant(proposal, kept, holds)


def proposals(
    event: Event, rules: Sequence[Rule], among: frozenset[str] | None, lifted: frozenset[str]
) -> Iterator[Proposal]:
    """Yield every pair and place that could come into question, with each crew and length."""
    hosting = dict.fromkeys(station for employer in event.employers for station in employer.stations)
    every_station = tuple(event.station if event.employers_move else hosting)
    for candidate in event.candidates if among is None else [event.candidate[name] for name in sorted(among)]:
        ways = list(product(crews_of(event, rules, candidate), extras_of(event, rules, candidate)))
        for employer in _partners(event, candidate, everybody=candidate.id in lifted):
            for station in every_station if event.stays(candidate) else event.employer[employer].stations:
                for crew, extra in ways:
                    helpers = tuple(event.resource[resource] for resource in crew)
                    yield Proposal(candidate, event.employer[employer], event.station[station], helpers, extra)


def _partners(event: Event, candidate: Candidate, *, everybody: bool) -> Iterable[str]:
    wished = event.only_wished and not everybody
    return candidate.wishes if wished else [employer.id for employer in event.employers]


def crews_of(event: Event, rules: Sequence[Rule], candidate: Candidate) -> list[Crew]:
    """List the sets of resources that could come along to a candidate's meetings."""
    choices = [choice for rule in rules for choice in rule.crews(event, candidate)]
    return [tuple(sorted(sum(crew, ()))) for crew in product(*choices)]


def extras_of(event: Event, rules: Sequence[Rule], candidate: Candidate) -> list[int]:
    """List the minutes that a candidate's meetings can be longer than their round."""
    return sorted({extra for rule in rules for extra in rule.extras(event, candidate)} or {0})


def bars(event: Event, rules: Sequence[Rule], proposal: Proposal) -> Iterator[Bar]:
    """Yield what is against a proposal at any time."""
    return (bar for rule in rules for bar in rule.bars(event, proposal))


def hours_of(event: Event, rules: Sequence[Rule], proposal: Proposal) -> Iterator[Hours]:
    """Yield the hours that a proposal has to keep."""
    return (hours for rule in rules for hours in rule.hours(event, proposal))
