"""The whole plan on one sheet: stations by rounds, breaks, who is without a meeting, and how good the plan is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from speeddate.domain.event import Event, Round
from speeddate.domain.schedule import Meeting, Schedule, Unplaced
from speeddate.printing import person, place
from speeddate.printing.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Line,
    Page,
    Paragraph,
    Run,
    Table,
    joined,
    plain,
    strong,
)
from speeddate.printing.figures import in_words
from speeddate.printing.words import Voice

BREAK_MINUTES = 15


class Column(NamedTuple):
    """A column of the plan: a round with its number, or a break (number 0)."""

    number: int
    start: int
    end: int


def columns(rounds: Sequence[Round]) -> tuple[Column, ...]:
    """Set rounds in order of time, with a break where there is more than change-over between two of them."""
    placed = [Column(number, *each) for number, each in enumerate(sorted(rounds), start=1)]
    between = (Column(0, before.end, after.start) for before, after in pairwise(placed))
    breaks = (gap for gap in between if gap.end - gap.start >= BREAK_MINUTES)
    return tuple(sorted((*placed, *breaks), key=lambda column: column.start))


def timetable(event: Event, schedule: Schedule, voice: Voice, *, most_columns: int) -> Page:
    """Make the page; where there are many rounds, several tables one after another."""
    whole = _Whole(event, schedule, voice)
    blocks = (
        Heading(voice.say("timetable.title_of", event=event.name) or voice.say("timetable.title"), 1),
        Paragraph(place.day_and_address(event, voice)),
        *whole.tables(most_columns),
        *_unplaced(event, schedule, voice),
        Paragraph(joined(tuple(in_words(event, schedule, voice))), "small"),
    )
    return Page(blocks, fit="snug")


@dataclass(frozen=True)
class _Whole:
    """The plan as tables: a row for each station in use, a column for each round and break."""

    event: Event
    schedule: Schedule
    voice: Voice

    def tables(self, most_columns: int) -> Iterator[Table]:
        across = columns(self.event.rounds)
        parts = -(-len(across) // most_columns)
        each = -(-len(across) // parts)
        return (self._table(across[first : first + each]) for first in range(0, len(across), each))

    def _table(self, across: Sequence[Column]) -> Table:
        return Table(
            head=(Cell((strong(self.voice.say("timetable.station")),)), *map(self._head, across)),
            rows=tuple(self._row(station.id, across) for station in self.event.stations if station.id in self._used),
            widths=(2.0, *(1.35 for _ in across)),
        )

    def _head(self, column: Column) -> Cell:
        say = self.voice.say
        name = say("timetable.round", round=column.number) if column.number else say("timetable.break")
        return Cell((strong(name), plain(self.voice.span(column.start, column.end))), shaded=not column.number)

    def _row(self, station: str, across: Sequence[Column]) -> tuple[Cell, ...]:
        names = (plain(employer.name) for employer in self.event.employers if station in employer.stations)
        lines = (strong(place.name(self.event, station, self.voice)), *filter(None, names))
        head = Cell(lines, place.sign(self.event, station, self.voice))
        return (head, *(self._cell(station, column) for column in across))

    def _cell(self, station: str, column: Column) -> Cell:
        here = self._meetings[station, column.start]
        lines = tuple(line for meeting in here for line in self._meeting(meeting, column))
        return Cell(lines, shaded=not column.number)

    def _meeting(self, meeting: Meeting, column: Column) -> Iterator[Line]:
        """Yield who it is, the real time where it is not the round's, and an employer who is a guest at the station."""
        yield _numbered(self.event, meeting.candidate)
        if (meeting.start, meeting.end) != (column.start, column.end):
            yield plain(self.voice.span(meeting.start, meeting.end))
        hosts = [employer.id for employer in self.event.employers if meeting.station in employer.stations]
        if hosts != [meeting.employer]:
            yield plain(self.event.employer[meeting.employer].name)

    @cached_property
    def _used(self) -> frozenset[str]:
        hosting = {station for employer in self.event.employers for station in employer.stations}
        return frozenset(hosting | {meeting.station for meeting in self.schedule.meetings})

    @cached_property
    def _meetings(self) -> dict[tuple[str, int], list[Meeting]]:
        """Meetings by station and the start of their round: the last one that has begun when they start."""
        starts = sorted(start for start, _ in self.event.rounds)
        found: dict[tuple[str, int], list[Meeting]] = defaultdict(list)
        for meeting in sorted(self.schedule.meetings):
            begun = [start for start in starts if start <= meeting.start] or starts[:1]
            found[meeting.station, begun[-1]].append(meeting)
        return found


def _numbered(event: Event, candidate: str) -> Line:
    known = event.candidate[candidate]
    name = f" {person.first_name(known)}" if person.by_name(known) else ""
    return (Run(person.number(known), strong=True), *plain(name))


def _unplaced(event: Event, schedule: Schedule, voice: Voice) -> Iterator[Block]:
    if schedule.unplaced:
        yield Heading(voice.say("timetable.unplaced"))
        yield Bullets(tuple(_left_out(event, unplaced, voice) for unplaced in schedule.unplaced))
    else:
        yield Paragraph(voice.quietly("timetable.nobody_left"), "small")


def _left_out(event: Event, unplaced: Unplaced, voice: Voice) -> Line:
    reasons = " ".join(reason.text[voice.language] for reason in unplaced.because) or voice.say("timetable.no_reason")
    return (*_numbered(event, unplaced.candidate), *plain(f": {reasons}"))
