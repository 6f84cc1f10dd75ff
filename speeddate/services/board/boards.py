"""What a page shows of a plan: who sits where and when, who is without, and what has to be looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from speeddate.domain.catalogue import catalogue
from speeddate.domain.event import Event, Round
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting, Reason
from speeddate.domain.text import Language, Text
from speeddate.printing import thing
from speeddate.services.board.drafts import Board, Pair
from speeddate.services.plans.checking import broken


class Seat(NamedTuple):
    """A meeting as the board shows it: `wish` is its place on the candidate's list, 0 when it is not on it.

    It is `wrong` when a broken promise is about the candidate and nobody has said what is done instead, `lacking` when
    something that helps is not given.
    """

    meeting: Meeting
    who: str
    employer: str
    station: str
    wish: int
    locked: bool
    wrong: bool
    lacking: bool


class Concern(NamedTuple):
    """A promise that is broken, whom that is about, and what is done instead, if anybody has said."""

    mark: str
    text: Text
    about: tuple[str, ...]
    instead: str


class Lack(NamedTuple):
    """Something that would help a candidate, and that the plan cannot give."""

    who: str
    candidate: str
    what: Text


@dataclass(frozen=True)
class Shown:
    """A plan, ready to be shown."""

    event: Event
    board: Board

    @cached_property
    def seats(self) -> Sequence[Seat]:
        """All meetings, in the order of the evening."""
        return [self._seat(meeting) for meeting in self.board.schedule.meetings]

    @cached_property
    def cells(self) -> Mapping[tuple[str, Round], Sequence[Seat]]:
        """The meetings at each place, by the round in which they begin."""
        found: dict[tuple[str, Round], list[Seat]] = defaultdict(list)
        for seat in self.seats:
            found[seat.meeting.station, self._round(seat.meeting)].append(seat)
        return found

    @cached_property
    def without(self) -> Sequence[Candidate]:
        """Those who have fewer meetings than they came for."""
        had = Counter(meeting.candidate for meeting in self.board.schedule.meetings)
        return [each for each in self.event.candidates if had[each.id] < each.least_meetings]

    @cached_property
    def concerns(self) -> Sequence[Concern]:
        """What is broken."""
        return [self._concern(reason) for reason in broken(self.event, self.board.schedule)]

    @cached_property
    def lacks(self) -> Sequence[Lack]:
        """What people with a meeting go without, although it would help."""
        met = {meeting.candidate for meeting in self.board.schedule.meetings}
        hopes = (hope for hope in self.board.schedule.unmet if hope.candidate in met)
        return [Lack(self.called(hope.candidate), hope.candidate, catalogue()[hope.need].label) for hope in hopes]

    @property
    def unanswered(self) -> Sequence[Concern]:
        """What is broken, and nobody has said what is done instead."""
        return [concern for concern in self.concerns if not concern.instead]

    @property
    def answered(self) -> Sequence[Concern]:
        """What is broken, and somebody has said what is done instead."""
        return [concern for concern in self.concerns if concern.instead]

    @property
    def instead(self) -> tuple[str, ...]:
        """What is done instead of all that is broken, as it was written, each once."""
        return tuple(dict.fromkeys(concern.instead for concern in self.answered))

    @property
    def firsts(self) -> int:
        """How many meetings are with the employer that the candidate wished for most."""
        return sum(seat.wish == 1 for seat in self.seats)

    def of(self, **whose: str) -> Sequence[Seat]:
        """List the meetings of a candidate or an employer."""
        ((role, ref),) = whose.items()
        return [seat for seat in self.seats if getattr(seat.meeting, role) == ref]

    def chosen(self, candidate: str, employer: str) -> Seat | None:
        """Find the meeting of a candidate with an employer; the only one, where a candidate can have no more."""
        mine = self.of(candidate=candidate)
        found = next((seat for seat in mine if seat.meeting.employer == employer), None)
        if found is None and len(mine) == 1 and self.event.candidate[candidate].most_meetings <= 1:
            return mine[0]
        return found

    def about(self, candidate: str) -> Sequence[Concern]:
        """List what is broken about a candidate."""
        return [concern for concern in self.concerns if candidate in concern.about]

    def concern(self, mark: str) -> Concern | None:
        """Find what is broken by its mark."""
        return next((concern for concern in self.concerns if concern.mark == mark), None)

    def called(self, candidate: str) -> str:
        """What a candidate is called on the board: their number and first name."""
        return named(self.event, candidate)

    def named(self, ref: str) -> str:
        """Name an employer or a place."""
        return named(self.event, ref)

    def names(self, refs: Iterable[str], language: Language) -> str:
        """Name all that a promise is about."""
        return names(self.event, refs, language)

    def hosts(self, station: str) -> str:
        """Name the employers that sit at a place."""
        return ", ".join(map(self.named, self.hosting(station)))

    def hosting(self, station: str) -> Sequence[str]:
        """List the employers that sit at a place."""
        return [each.id for each in self.event.employers if station in each.stations]

    def _seat(self, meeting: Meeting) -> Seat:
        wishes = self.event.candidate[meeting.candidate].wishes
        return Seat(
            meeting,
            self.called(meeting.candidate),
            self.named(meeting.employer),
            self.named(meeting.station),
            wishes.index(meeting.employer) + 1 if meeting.employer in wishes else 0,
            Pair.of(meeting) in self.board.locked,
            meeting.candidate in self._concerned,
            any(meeting.candidate == lack.candidate for lack in self.lacks),
        )

    @cached_property
    def _concerned(self) -> frozenset[str]:
        return frozenset(ref for concern in self.unanswered for ref in concern.about)

    def _round(self, meeting: Meeting) -> Round:
        return max((each for each in self.event.rounds if each.start <= meeting.start), default=self.event.rounds[0])

    def _concern(self, reason: Reason) -> Concern:
        mark = mark_of(reason)
        return Concern(mark, reason.text, reason.about, self.board.instead.get(mark, ""))


def named(event: Event, ref: str) -> str:
    """Name a person, an employer or a place at an event: a candidate by number and first name."""
    if ref in event.candidate:
        known = event.candidate[ref]
        return " ".join(filter(None, (known.number, known.name))) or ref
    for kind in (event.employer, event.station, event.counsellor):
        if ref in kind:
            return kind[ref].name or ref
    return ref


def names(event: Event, refs: Iterable[str], language: Language) -> str:
    """Name anybody and anything at an event, what is shared as its sheet does."""
    shared = {each.id: thing.called(each, event.resources)[language] for each in event.resources}
    return ", ".join(shared.get(ref) or named(event, ref) for ref in refs)


def mark_of(reason: Reason) -> str:
    """Mark a broken promise, so that what is done instead is known to be about it and no other."""
    return sha256("\x1f".join((reason.rule, reason.text.nb, *sorted(reason.about))).encode()).hexdigest()[:16]
