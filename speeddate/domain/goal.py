"""What is hoped for of a plan. A goal is pure data: a direction and a measure over options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from speeddate.domain.clock import Ints
from speeddate.domain.limit import Numbers
from speeddate.domain.option import Options
from speeddate.domain.text import Text

Direction = Literal["most", "least"]


@dataclass(frozen=True, eq=False, slots=True)
class Total:
    """The weights of what happens, added: one weight per option."""

    weights: Ints

    def of(self, options: Options, chosen: Numbers, given_up: Numbers) -> int:
        """Measure a plan."""
        return sum(int(self.weights[option]) for option in chosen)


@dataclass(frozen=True, eq=False, slots=True)
class Reached:
    """How many groups have at least `reach` options that happen: pairs of options and reach."""

    groups: tuple[tuple[Ints, int], ...]

    def of(self, options: Options, chosen: Numbers, given_up: Numbers) -> int:
        """Measure a plan."""
        return sum(happening(group, chosen) >= reach for group, reach in self.groups)


@dataclass(frozen=True, eq=False, slots=True)
class Fewest:
    """How many options happen in the group that has the fewest; 0 when there are no groups."""

    groups: tuple[Ints, ...]

    def of(self, options: Options, chosen: Numbers, given_up: Numbers) -> int:
        """Measure a plan."""
        return min((happening(group, chosen) for group in self.groups), default=0)


@dataclass(frozen=True, eq=False, slots=True)
class GivenUp:
    """How many hopes are given up: of several owners, the worst one's. Each owner is a tuple of hope numbers."""

    owners: tuple[tuple[int, ...], ...]

    def of(self, options: Options, chosen: Numbers, given_up: Numbers) -> int:
        """Measure a plan."""
        return max((len(given_up.intersection(hopes)) for hopes in self.owners), default=0)


@dataclass(frozen=True, eq=False, slots=True)
class Changed:
    """How many groups differ from before: each is its options, and those of them, in sets of alike, that stood before.

    A group is unchanged when one option of each set happens, and no option outside the sets.
    """

    groups: tuple[tuple[Ints, tuple[Ints, ...]], ...]

    def of(self, options: Options, chosen: Numbers, given_up: Numbers) -> int:
        """Measure a plan."""
        return sum(
            happening(group, chosen) != len(before) or not all(happening(alike, chosen) for alike in before)
            for group, before in self.groups
        )


@dataclass(frozen=True, eq=False, slots=True)
class Waits:
    """Minutes between a group's first start and last end in which none of its options goes on, over all groups."""

    groups: tuple[Ints, ...]

    def of(self, options: Options, chosen: Numbers, given_up: Numbers) -> int:
        """Measure a plan."""
        return sum(
            waited((int(options.start[o]), int(options.end[o])) for o in chosen.intersection(group.tolist()))
            for group in self.groups
        )


@dataclass(frozen=True, eq=False, slots=True)
class Ties:
    """A seeded toss among plans that are equally good: one weight per option, one per hope given up."""

    weights: Ints
    hopes: Ints

    def of(self, options: Options, chosen: Numbers, given_up: Numbers) -> int:
        """Measure a plan."""
        return sum(int(self.weights[o]) for o in chosen) + sum(int(self.hopes[h]) for h in given_up)


Measure = Total | Reached | Fewest | GivenUp | Changed | Waits | Ties


@dataclass(frozen=True, eq=False, slots=True)
class Stage:
    """One step of a goal: `wishes` has a stage for each level, the others one or two.

    `key` is the goal's, and `place` tells which of its steps this is.
    """

    key: str
    direction: Direction
    measure: Measure
    text: Text
    place: int = 0

    @property
    def sign(self) -> int:
        """1 when more is better, -1 when less is."""
        return 1 if self.direction == "most" else -1


def happening(group: Ints, chosen: Numbers) -> int:
    """Count the options of a group that happen."""
    return sum(option in chosen for option in group.tolist())


def waited(spans: Iterable[tuple[int, int]]) -> int:
    """Count the minutes inside the outer edges of some spans that none of them covers."""
    return sum(gap for gap in _gaps(sorted(spans)) if gap > 0)


def _gaps(spans: list[tuple[int, int]]) -> Iterator[int]:
    until = spans[0][0] if spans else 0
    for start, end in spans:
        yield start - until
        until = max(until, end)


def weights(options: Options, of_match: Iterable[int]) -> Ints:
    """Spread one weight per match over its options."""
    return np.fromiter(of_match, dtype=np.int32, count=len(options.matches))[options.match]
