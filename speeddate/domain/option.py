"""Meetings that could happen, one column per fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

import numpy as np

from speeddate.domain.clock import Ints
from speeddate.domain.people import Candidate, Employer, Resource, Station

Crew = tuple[str, ...]
Key = TypeVar("Key")
EMPTY: Ints = np.array([], dtype=np.int32)


class Match(NamedTuple):
    """Who could meet whom, and where: a meeting without its clock. All are ids."""

    candidate: str
    employer: str
    station: str


class Proposal(NamedTuple):
    """A match with all that rules ask about: its people and place, who comes along, and the minutes added to it."""

    candidate: Candidate
    employer: Employer
    station: Station
    crew: tuple[Resource, ...] = ()
    extra: int = 0


@dataclass(frozen=True, eq=False)
class Options:
    """Meetings that could happen: option 7 is row 7 of each column.

    `match` numbers `matches`, `crew` numbers `crews` (the resources that come along), `start` and `end` are minutes
    of the day, `late` the minutes after the round's start, `extra` the minutes longer than the round.
    Options of one match stand together, matches in order.
    """

    matches: tuple[Match, ...]
    crews: tuple[Crew, ...]
    match: Ints
    crew: Ints
    start: Ints
    end: Ints
    late: Ints
    extra: Ints

    def __len__(self) -> int:
        return len(self.match)

    @cached_property
    def of_match(self) -> tuple[Ints, ...]:
        """The options of each match, in the order of the matches."""
        edges = np.searchsorted(self.match, np.arange(1, len(self.matches)))
        return tuple(np.split(np.arange(len(self), dtype=np.int32), edges)) if self.matches else ()

    @cached_property
    def sizes(self) -> Ints:
        """How many options each match has."""
        return np.bincount(self.match, minlength=len(self.matches)).astype(np.int32)

    @cached_property
    def of_candidate(self) -> dict[str, Ints]:
        """The options of each candidate who has any."""
        return self.by(lambda match: match.candidate)

    @cached_property
    def of_employer(self) -> dict[str, Ints]:
        """The options of each employer that has any."""
        return self.by(lambda match: match.employer)

    @cached_property
    def of_station(self) -> dict[str, Ints]:
        """The options at each station that has any."""
        return self.by(lambda match: match.station)

    @cached_property
    def of_crew(self) -> dict[str, Ints]:
        """The options that each resource comes along to."""
        return {
            resource: np.flatnonzero([resource in self.crews[crew] for crew in self.crew.tolist()]).astype(np.int32)
            for resource in sorted({resource for crew in self.crews for resource in crew})
        }

    def by(self, key: Callable[[Match], Key]) -> dict[Key, Ints]:
        """Gather options by something that their matches share."""
        found: dict[Key, list[Ints]] = defaultdict(list)
        for match, mine in zip(self.matches, self.of_match, strict=True):
            found[key(match)].append(mine)
        return {name: np.concatenate(parts) for name, parts in found.items()}

    def at(self, option: int) -> Match:
        """The match of one option."""
        return self.matches[int(self.match[option])]


Row = tuple[Match, Crew, int, int, int, int]


def options_of(rows: Iterable[Row]) -> Options:
    """Number options by match: each row is its match, crew, start, end, late and extra minutes."""
    rows = sorted(rows)
    matches = {match: number for number, match in enumerate(dict.fromkeys(row[0] for row in rows))}
    crews = {crew: number for number, crew in enumerate(sorted({row[1] for row in rows}))}
    table = np.array([(matches[m], crews[c], *times) for m, c, *times in rows], dtype=np.int32).reshape(-1, 6)
    return Options(tuple(matches), tuple(crews), *np.ascontiguousarray(table.T))
