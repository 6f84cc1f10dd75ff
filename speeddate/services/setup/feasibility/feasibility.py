"""Set what there is of an event against what its people need, long before there is a plan.

What is said to be too little is so for every plan. What seems enough may still clash: only a plan tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from speeddate.domain.clock import Windows, joined, spoken
from speeddate.domain.event import Event, Round
from speeddate.domain.text import Text, same
from speeddate.domain.words import texts
from speeddate.services.setup.feasibility.cures import cures
from speeddate.services.setup.feasibility.sentences import named, said
from speeddate.services.setup.feasibility.subjects import PLACES, TOGETHER, Subject, subjects
from speeddate.services.setup.feasibility.tallies import Tally, tally

TEXTS: Final = texts("feasibility.csv")
ENOUGH: Final = 5
"""Of fewer people who have told what they need it is not said what that is: it could tell who needs it."""
HOURS: Final = same("{start}–{end}")


class Shortage(NamedTuple):
    """Something that no plan can get around, and what could be done, the smallest change first."""

    text: Text
    cures: tuple[Text, ...]


State = Literal["short", "full", "fine"]


class Thing(NamedTuple):
    """Something that candidates must have: the meetings that need it, and those it is enough for."""

    label: Text
    needed: int
    room: int
    state: State


class Turn(NamedTuple):
    """A round: how many candidates can come to it, and how many places there are."""

    round: Round
    comers: int
    places: int

    @property
    def filled(self) -> int:
        """How many of the places can be filled at most."""
        return min(self.comers, self.places)

    @property
    def hours(self) -> Text:
        """When it starts and ends."""
        return HOURS.filled(start=spoken(self.round.start), end=spoken(self.round.end))


class Firm(NamedTuple):
    """An employer: its places, how many candidates wish for it, and how many of these first of all."""

    name: str
    places: int
    wished: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Feasibility:
    """What an event has room for. `secret` says that too few have told what they need for it to be shown."""

    candidates: int
    secret: bool
    places: Thing
    turns: tuple[Turn, ...]
    things: tuple[Thing, ...]
    firms: tuple[Firm, ...]
    shortages: tuple[Shortage, ...]

    @property
    def most(self) -> int:
        """The longest bar that is to be drawn of things."""
        return max((max(thing.needed, thing.room) for thing in self.things), default=0)

    @property
    def widest(self) -> int:
        """The longest bar that is to be drawn of rounds."""
        return max((turn.places for turn in self.turns), default=0)

    @property
    def begun(self) -> bool:
        """Tell whether there is anything to set against anything."""
        return bool(self.candidates and self.firms)


def feasibility(event: Event) -> Feasibility:
    """Count what there is and what is needed."""
    secret = sum(bool(candidate.needs) for candidate in event.candidates) < ENOUGH
    places = tally(event, PLACES)
    counted = [(subject, tally(event, subject)) for subject in subjects(event)]
    return Feasibility(
        candidates=len(event.candidates),
        secret=secret,
        places=_thing(named(PLACES), places, places.room),
        turns=tuple(_turns(event, places)),
        things=() if secret else tuple(_thing(named(subject), its, places.room) for subject, its in counted),
        firms=tuple(_firms(event)),
        shortages=tuple(_shortages(event, places, counted, secret=secret)) if event.employers else (),
    )


def _thing(label: Text, its: Tally, most: int) -> Thing:
    """Show a count; nothing is enough for more meetings than there are places."""
    if its.short:
        return Thing(label, its.needed, its.held, "short")
    return Thing(label, its.needed, min(its.room, most), "full" if its.needed == its.room else "fine")


def _shortages(
    event: Event, places: Tally, counted: list[tuple[Subject, Tally]], *, secret: bool
) -> Iterator[Shortage]:
    short = [(subject, its) for subject, its in counted if its.short]
    if places.short:
        yield Shortage(said(PLACES, places), cures(event, PLACES, places))
    if secret and short:
        yield Shortage(TEXTS["short.unsaid"], (TEXTS["cure.ask_them"].filled(count=ENOUGH),))
    for subject, its in () if secret else short:
        yield Shortage(said(subject, its), cures(event, subject, its))
    if not short and not places.short and (whole := tally(event, TOGETHER)).short:
        yield Shortage(said(TOGETHER, whole), cures(event, TOGETHER, whole))


def _turns(event: Event, places: Tally) -> Iterator[Turn]:
    for number, round_ in enumerate(event.rounds):
        there = [each for each in event.employers if _covers(each.available, round_)]
        seats = len(event.stations) if event.employers_move else len({name for each in there for name in each.stations})
        most = sum(each.at_once for each in there)
        yield Turn(round_, places.comers[number], min(seats, most))


def _covers(hours: Windows, round_: Round) -> bool:
    return any(window.start <= round_.start and round_.end <= window.end for window in joined(hours))


def _firms(event: Event) -> Iterator[Firm]:
    for each in event.employers:
        wished = sum(each.id in candidate.wishes for candidate in event.candidates)
        first = sum(candidate.wishes[:1] == (each.id,) for candidate in event.candidates)
        yield Firm(each.name or each.id, each.max_meetings, wished, first)
