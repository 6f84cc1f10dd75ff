"""Gather candidates who are alike for a question, and forget what the question does not ask about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, replace

from speeddate.domain.catalogue import Need
from speeddate.domain.event import Event
from speeddate.domain.people import Candidate, Employer

Asks = Callable[[Need], Collection[str]]
"""Which parameters of a must the question is about."""

# Their own time, and where and how often they meet: these belong to every question. Without them more would be barred.
ALWAYS = frozenset({"from", "to", "prefer", "avoid", "extra_min", "max", "mode"})
EVEN_HELPS = frozenset({"extra_min", "mode"})


@dataclass(frozen=True, slots=True)
class Crowd:
    """An event with one candidate for each sort, how many candidates that one stands for, and their meetings."""

    event: Event
    sizes: Counter[str]
    meetings: Counter[str]

    @property
    def needed(self) -> int:
        """How many meetings they are to have in all."""
        return self.meetings.total()


def all_params(need: Need) -> Collection[str]:
    """Ask about everything."""
    return need.params.keys()


def no_params(_: Need) -> Collection[str]:
    """Ask about time alone."""
    return ()


def crowd(event: Event, asks: Asks, *, whole: bool = False) -> Crowd:
    """Gather those whose musts the question is about, or everybody when it is about the `whole` event."""
    sorts: dict[Hashable, Candidate] = {}
    sizes: Counter[str] = Counter()
    meetings: Counter[str] = Counter()
    for candidate in event.candidates:
        if whole or any(need.must and asks(need) for need in candidate.needs):
            plain = _plain(event, candidate, asks)
            one = sorts.setdefault(_sort(plain), replace(plain, id=str(len(sorts))))
            sizes[one.id] += 1
            meetings[one.id] += one.least_meetings
    return Crowd(replace(event, candidates=tuple(sorts.values()), pins=()), sizes, meetings)


def anywhere(event: Event) -> Event:
    """Let it not matter whom one meets, nor where: one employer, at a place of its own, for all that are there then."""
    there = {employer.available: Employer(id=employer.id, available=employer.available) for employer in event.employers}
    candidates = tuple(replace(candidate, avoid_employers=frozenset()) for candidate in event.candidates)
    return replace(
        event,
        stations=(),
        employers=tuple(there.values()),
        candidates=candidates,
        pins=(),
        only_wished=False,
        employers_move=False,
    )


def _plain(event: Event, candidate: Candidate, asks: Asks) -> Candidate:
    return Candidate(
        id="",
        counsellor=candidate.counsellor,
        wishes=tuple(sorted(candidate.wishes)) if event.only_wished else (),
        avoid_employers=candidate.avoid_employers,
        needs=tuple(kept for need in candidate.needs if (kept := _kept(need, asks)).params),
        available=candidate.available,
        min_meetings=candidate.min_meetings,
        max_meetings=candidate.max_meetings,
    )


def _kept(need: Need, asks: Asks) -> Need:
    heeded = ALWAYS.union(asks(need)) if need.must else EVEN_HELPS
    return replace(need, params={name: value for name, value in need.params.items() if name in heeded})


def _sort(plain: Candidate) -> Hashable:
    needs = sorted((need.strength, sorted(map(str, need.params.items()))) for need in plain.needs)
    asked = any("person" in need.params for need in plain.needs)
    whose = plain.counsellor if asked else ""
    rest = (plain.wishes, plain.avoid_employers, plain.available, plain.min_meetings, plain.max_meetings)
    return str(needs), whose, *rest
