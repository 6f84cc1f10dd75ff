"""An event: one evening, who takes part, and what has been decided about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from speeddate.domain.clock import Window
from speeddate.domain.people import Candidate, Counsellor, Employer, Pin, Resource, Station
from speeddate.domain.picture import Picture

GOALS = ("met", "meetings", "wishes", "comfort", "interest", "balance", "on_time", "waiting")


class Round(NamedTuple):
    """When the meetings of one round start and end, in minutes of the day."""

    start: int
    end: int


class Hope(NamedTuple):
    """A need that would help a candidate, and that a plan may have to give up."""

    candidate: str
    need: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directions:
    """How to find the way: all of it optional, for the candidates' sheets."""

    line: str = ""
    stop: str = ""
    walk_minutes: int = 0
    greeter: str = ""


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id in the event file."""
        ...


Known = TypeVar("Known", bound=Named)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Everything that is known before a timetable is made. What is left out gets its default here.

    Times are minutes of the day, local to `timezone`; `picture` shows the door or the house, and `address` is where
    candidates have their page (https://…). References between its parts are checked where files are read.
    """

    id: str = "event"
    name: str = ""
    date: dt.date
    timezone: str = "Europe/Oslo"
    venue: str = ""
    venue_features: frozenset[str] = frozenset()
    directions: Directions = Directions()
    map: Picture | None = None
    picture: Picture | None = None
    address: str = ""
    answer_by: dt.date | None = None
    needs_by: dt.date | None = None
    employers_by: dt.date | None = None
    candidates_by: dt.date | None = None
    rounds: tuple[Round, ...]
    latest_end: int = 0
    late_start_minutes: tuple[int, ...] = (0, 5, 10, 15)
    turnaround_minutes: int = 5
    arrive_minutes: int = 15
    only_wished: bool = False
    hide_employers: bool = False
    employers_move: bool = False
    goals: tuple[str, ...] = GOALS
    stations: tuple[Station, ...] = ()
    employers: tuple[Employer, ...] = ()
    counsellors: tuple[Counsellor, ...] = ()
    resources: tuple[Resource, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    pins: tuple[Pin, ...] = field(default=())

    def __post_init__(self) -> None:
        """Give employers without a station one of their own, unless they move, and fill in what depends on others."""
        sitting = () if self.employers_move else self.employers
        homeless = tuple(Station(id=employer.id) for employer in sitting if not employer.stations)
        object.__setattr__(self, "stations", self.stations + homeless)
        object.__setattr__(self, "employers", tuple(map(self._settled, self.employers)))
        object.__setattr__(self, "latest_end", self.latest_end or max(end for _, end in self.rounds))

    def _settled(self, employer: Employer) -> Employer:
        settled = replace(employer, stations=() if self.employers_move else employer.stations or (employer.id,))
        return replace(settled, max_meetings=employer.max_meetings or len(self.rounds) * settled.at_once)

    def stays(self, candidate: Candidate) -> bool:
        """Tell whether a candidate keeps one room while employers come to them."""
        return self.employers_move or candidate.stays

    @cached_property
    def evening(self) -> Window:
        """The whole evening, from half an hour before the first round to half an hour after the last."""
        return Window(min(start for start, _ in self.rounds) - 30, self.latest_end + 30)

    @cached_property
    def station(self) -> Mapping[str, Station]:
        """Stations by id."""
        return _by_id(self.stations)

    @cached_property
    def employer(self) -> Mapping[str, Employer]:
        """Employers by id."""
        return _by_id(self.employers)

    @cached_property
    def counsellor(self) -> Mapping[str, Counsellor]:
        """Counsellors by id."""
        return _by_id(self.counsellors)

    @cached_property
    def resource(self) -> Mapping[str, Resource]:
        """Resources by id."""
        return _by_id(self.resources)

    @cached_property
    def candidate(self) -> Mapping[str, Candidate]:
        """Candidates by id."""
        return _by_id(self.candidates)

    @cached_property
    def hopes(self) -> tuple[Hope, ...]:
        """Number the needs that would help somebody, in the order of the file."""
        return tuple(
            Hope(candidate.id, need.key) for candidate in self.candidates for need in candidate.needs if not need.must
        )

    @cached_property
    def hope(self) -> Mapping[Hope, int]:
        """Find the number of a hope."""
        return {hope: number for number, hope in enumerate(self.hopes)}

    @cached_property
    def longest_list(self) -> int:
        """The length of the longest wish list."""
        return max((len(candidate.wishes) for candidate in self.candidates), default=0)


def _by_id(values: Iterable[Known]) -> dict[str, Known]:
    return {value.id: value for value in values}
