"""Set what is needed against what can be held, over the whole evening and in the few rounds where it is tightest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from speeddate.domain.event import Event
from speeddate.services.setup.feasibility.chances import Chance, chances
from speeddate.services.setup.feasibility.crowds import Crowd, anywhere, crowd
from speeddate.services.setup.feasibility.subjects import Subject


class Squeeze(NamedTuple):
    """Some rounds in a row, as people count them, the meetings that can be in no other, and how many are held."""

    first: int
    last: int
    needed: int
    held: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many meetings need something, how many of them can be held at most, and how many could if more needed it.

    `comers` are those who can come to each round.
    """

    needed: int
    held: int
    room: int
    comers: tuple[int, ...] = ()
    squeeze: Squeeze | None = None

    @property
    def short(self) -> bool:
        """Tell whether no plan whatever can hold all that is needed."""
        return self.missing > 0

    @property
    def missing(self) -> int:
        """How many meetings there is nothing for."""
        return self.needed - self.held


def tally(event: Event, subject: Subject) -> Tally:
    """Count for one subject; what is said of it holds for every plan."""
    people = crowd(anywhere(event) if subject.anywhere else event, subject.asks, whole=subject.whole)
    every = list(chances(people.event))
    rounds = _rounds(every)
    whole, tight = subject.hold(people, every), _squeeze(people, every, rounds, subject)
    held = min([people.needed, whole.needed, *([people.needed - tight.needed + tight.held] if tight else [])])
    comers = (sum(people.sizes[who] for who in rounds if number in rounds[who]) for number in range(len(event.rounds)))
    return Tally(people.needed, held, whole.room, tuple(comers), tight)


def _rounds(every: Sequence[Chance]) -> Mapping[str, set[int]]:
    """Find the rounds that each sort of people can come to."""
    rounds: dict[str, set[int]] = defaultdict(set)
    for one in every:
        rounds[one.candidate] |= one.times.rounds
    return rounds


def _squeeze(
    people: Crowd, every: Sequence[Chance], rounds: Mapping[str, set[int]], subject: Subject
) -> Squeeze | None:
    """Find the fewest rounds in a row that are too short for those who can come to no other; None if there are none."""
    count = len(people.event.rounds)
    for length in range(1, count):
        for first in range(count - length + 1):
            there = set(range(first, first + length))
            bound = {who for who, theirs in rounds.items() if theirs <= there}
            if bound:
                some = _of(people, bound)
                held = subject.hold(some, [one for one in every if one.candidate in bound]).needed
                if held < some.needed:
                    return Squeeze(first + 1, first + length, some.needed, held)
    return None


def _of(people: Crowd, names: set[str]) -> Crowd:
    """Take these sorts of people alone."""
    candidates = tuple(one for one in people.event.candidates if one.id in names)
    sizes = Counter({who: people.sizes[who] for who in names})
    meetings = Counter({who: people.meetings[who] for who in names})
    return Crowd(replace(people.event, candidates=candidates), sizes, meetings)
