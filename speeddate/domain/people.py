"""Who and what takes part in an event: stations, employers, counsellors, resources and candidates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from speeddate.domain.catalogue import Need
from speeddate.domain.clock import DAY, Windows
from speeddate.domain.picture import Picture
from speeddate.domain.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A table or room where one meeting takes place at a time; `near` stations can overhear it."""

    id: str
    name: str = ""
    features: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """A firm that meets candidates, one per station at a time, and how much it would like to meet each (0-3).

    `jobs`, `placements` and `visits` are how many of each it offers now. `picture` shows the interviewer, who has said
    yes to it.
    """

    id: str
    name: str = ""
    stations: tuple[str, ...] = ()
    max_meetings: int = 0
    available: Windows = DAY
    interest: Mapping[str, int] = field(default_factory=dict)
    line: str = ""
    does: str = ""
    looks_for: str = ""
    hours: str = ""
    pace: str = ""
    body_work: str = ""
    licences: str = ""
    safety: str = ""
    questions: tuple[str, ...] = ()
    interviewer: str = ""
    interviewer_role: str = ""
    jobs: int = 0
    placements: int = 0
    visits: int = 0
    returning: bool = False
    map: Picture | None = None
    picture: Picture | None = None

    @property
    def at_once(self) -> int:
        """How many candidates it can meet at a time: one at each of its stations, or one while it moves."""
        return len(self.stations) or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Counsellor:
    """The one who prepares a candidate, with the number they agreed to publish, and who steps in for them."""

    id: str
    name: str = ""
    phone: str = ""
    available: Windows = DAY
    deputy: str = ""
    deputy_phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something or someone that candidates share: an interpreter, a quiet place. `capacity` of it at once."""

    id: str
    kind: str
    name: str = ""
    capacity: int = 1
    available: Windows = DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A jobseeker: what they need, wish for and avoid, and what they tell about themselves in their own words."""

    id: str
    name: str = ""
    number: str = ""
    counsellor: str = ""
    wishes: tuple[str, ...] = ()
    avoid_employers: frozenset[str] = frozenset()
    avoid_candidates: frozenset[str] = frozenset()
    needs: tuple[Need, ...] = ()
    available: Windows = DAY
    min_meetings: int = 1
    max_meetings: int = 1
    language: Language | None = None
    standby: bool = False
    use_number: bool = False
    shares: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strengths: str = ""
    wants: str = ""
    three_things: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    share_questions: bool = False

    def asks(self, param: str) -> Iterator[Need]:
        """Yield the needs that set this parameter."""
        return (need for need in self.needs if param in need.params)

    @property
    def most_meetings(self) -> int:
        """The most meetings they take part in: what is offered, or less where they must have few."""
        return min([self.max_meetings, *(need.number("max") for need in self.asks("max") if need.must)])

    @property
    def least_meetings(self) -> int:
        """How many meetings it takes before they count as met."""
        return min(self.min_meetings, self.most_meetings)

    @property
    def stays(self) -> bool:
        """Tell whether they would keep one room while employers come to them."""
        return self.most_meetings > 1 and any(need.word("mode") == "employer_moves" for need in self.needs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A meeting that somebody has decided on, at any time and place or at these."""

    candidate: str
    employer: str
    start: int | None = None
    station: str | None = None
