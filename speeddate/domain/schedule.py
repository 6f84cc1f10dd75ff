"""A timetable: who meets whom, when and where, and what is known about how good it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from speeddate.domain.change import Fix
from speeddate.domain.event import Hope
from speeddate.domain.option import Crew, Match
from speeddate.domain.text import Text

Status = Literal["optimal", "feasible"]
UNKNOWN: Final = "unknown"  # the rule of a reason that says that nobody has found one
Value = int | tuple[int, ...]


def figure(value: Value) -> str:
    """Write what a goal came to: `7`, or `5/0/0` where it has levels."""
    return "/".join(map(str, value)) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Meeting:
    """One meeting of a timetable. Times are minutes of the day; `people` and `resources` come along."""

    start: int
    station: str
    candidate: str
    employer: str
    end: int
    people: tuple[str, ...] = ()
    resources: Crew = ()

    @property
    def match(self) -> Match:
        """Who meets whom, and where."""
        return Match(self.candidate, self.employer, self.station)


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of an explanation, the rule behind it, and whom it concerns (for eyes that may know)."""

    rule: str
    text: Text
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Somebody without the meetings they asked for: the smallest reasons, and the cheapest changes that help.

    `advice` says the changes in words; `fixes` are the changes themselves, which a file does not hold.
    """

    candidate: str
    because: tuple[Reason, ...] = ()
    advice: tuple[Text, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def known(self) -> bool:
        """Tell whether the reasons are known."""
        return all(reason.rule != UNKNOWN for reason in self.because)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a goal came to, the best it could have come to, and whether that is proven."""

    key: str
    value: Value
    bound: Value
    proven: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A whole timetable, as the file holds it."""

    event: str
    version: int
    made_at: str
    status: Status
    seconds: float
    solver: str
    seed: int
    goals: tuple[Reading, ...]
    meetings: tuple[Meeting, ...]
    unplaced: tuple[Unplaced, ...] = ()
    unmet: tuple[Hope, ...] = ()

    @property
    def settled(self) -> bool:
        """Tell whether nobody else can be let in, as far as that was asked for."""
        return all(goal.proven for goal in self.goals if goal.key == "met")

    def missed_by(self, candidate: str) -> frozenset[str]:
        """Find the needs of a candidate that this plan gave up."""
        return frozenset(hope.need for hope in self.unmet if hope.candidate == candidate)
