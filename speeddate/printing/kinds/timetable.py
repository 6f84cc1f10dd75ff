"""The whole plan on one sheet: stations by clock time, to scale, who is without a meeting, and how good it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting, Schedule, Unplaced
from speeddate.printing import person, place
from speeddate.printing.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    joined,
    plain,
    strong,
)
from speeddate.printing.columns import Column, columns
from speeddate.printing.figures import in_words
from speeddate.printing.kinds.wishes_chart import chart
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice

HEAD_WIDTH = 0.26
ROOM_FOR_TIMES = 0.92


def timetable(event: Event, schedule: Schedule, voice: Voice, *, most_columns: int) -> Page:
    """Make the page; where there are many rounds, several tables one after another."""
    whole = _Whole(event, schedule, voice, most_columns)
    nobody = () if schedule.unplaced else voice.quietly("timetable.nobody_left")
    figures = Paragraph(joined((nobody, *in_words(event, schedule, voice))), "small")
    bars = tuple(chart(event, schedule, voice))
    blocks = (
        Heading(voice.say("timetable.title_of", event=event.name) or voice.say("timetable.title"), 1),
        Paragraph(place.day_and_address(event, voice)),
        *whole.tables(),
        *_unplaced(event, schedule, voice),
        Beside(bars, (figures,)) if bars else figures,
    )
    return Page(blocks, fit="snug")


class Placed(NamedTuple):
    """Meetings that are drawn in one cell, from when to when: one, or several that a broken plan sets at one time."""

    start: int
    end: int
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True)
class _Whole:
    """The plan as tables: a row for each station in use, and as much width for each minute."""

    event: Event
    schedule: Schedule
    voice: Voice
    most_columns: int

    def tables(self) -> Iterator[Table]:
        across = columns(self.event.rounds)
        parts = -(-len(across) // self.most_columns)
        each = -(-len(across) // parts)
        return (self._table(across[first : first + each]) for first in range(0, len(across), each))

    def _table(self, across: Sequence[Column]) -> Table:
        begin, end = self._reach(across)
        here = {station: self._placed(station, begin, end) for station in self._stations}
        starts = {minute for column in across for minute in (column.start, column.until)}
        meant = {minute for placed in here.values() for each in placed for minute in each[:2]}
        cuts = sorted({begin, end, *starts, *meant})
        minutes = [later - earlier for earlier, later in pairwise(cuts)]
        return Table(
            head=(Cell((strong(self.voice.say("timetable.station")),)), *self._heads(across, cuts)),
            rows=tuple(self._row(station, here[station], across, cuts) for station in self._stations),
            widths=(HEAD_WIDTH * sum(minutes), *minutes),
        )

    def _reach(self, across: Sequence[Column]) -> tuple[int, int]:
        """Find from when to when a table reaches: over all that begins in it, also what begins before or ends late."""
        rounds = sorted(self.event.rounds)
        mine = [m for m in self.schedule.meetings if across[0].start <= m.start < across[-1].until]
        early = [m.start for m in self.schedule.meetings] if across[0].start == rounds[0].start else []
        late = [m.end for m in self.schedule.meetings] if across[-1].until == rounds[-1].end else []
        return min([across[0].start, *early]), max([across[-1].until, *late, *(m.end for m in mine)])

    def _heads(self, across: Sequence[Column], cuts: Sequence[int]) -> Iterator[Cell]:
        for number, column in enumerate(across):
            start = column.start if number else cuts[0]
            until = column.until if column != across[-1] else cuts[-1]
            name = self._say("round", round=column.number) if column.number else self._say("break")
            lines = (strong(name), *self._times(column.start, column.end, cuts))
            yield Cell(lines, shaded=not column.number, span=_between(cuts, start, until))

    def _say(self, key: str, **values: int) -> str:
        return self.voice.say(f"timetable.{key}", **values)

    def _row(
        self, station: str, placed: Sequence[Placed], across: Sequence[Column], cuts: Sequence[int]
    ) -> tuple[Cell, ...]:
        names = (plain(employer.name) for employer in self.event.employers if station in employer.stations)
        lines = (strong(place.name(self.event, station, self.voice)), *filter(None, names))
        cells = [Cell(lines, place.sign(self.event, station, self.voice))]
        minute = cuts[0]
        for each in (*placed, Placed(cuts[-1], cuts[-1], ())):
            cells += self._free(minute, each.start, across, cuts)
            if each.meetings:
                inside = tuple(line for meeting in each.meetings for line in self._meeting(meeting, cuts))
                cells.append(Cell(inside, framed=True, span=_between(cuts, each.start, each.end)))
            minute = max(minute, each.end)
        return tuple(cells)

    def _free(self, start: int, end: int, across: Sequence[Column], cuts: Sequence[int]) -> Iterator[Cell]:
        """Yield the empty cells between two meetings, the breaks shaded."""
        edges = {start, end, *(c for column in across for c in (column.start, column.until) if start < c < end)}
        for earlier, later in pairwise(sorted(edges)):
            at_break = any(not column.number and column.start <= earlier < column.until for column in across)
            yield Cell(shaded=at_break, span=_between(cuts, earlier, later))

    def _times(self, start: int, end: int, cuts: Sequence[int]) -> Iterator[Line]:
        """Write from when to when, on two lines where the cell is narrow."""
        share = (end - start) / ((1 + HEAD_WIDTH) * (cuts[-1] - cuts[0]))
        if share * self.most_columns > ROOM_FOR_TIMES:
            yield plain(self.voice.span(start, end))
        else:
            yield plain(f"{self.voice.clock(start)}–")
            yield plain(self.voice.clock(end))

    def _meeting(self, meeting: Meeting, cuts: Sequence[int]) -> Iterator[Line]:
        """Yield who it is, the real time where it is not the round's, and an employer who is a guest at the station."""
        yield _numbered(self.event, meeting.candidate)
        if (meeting.start, meeting.end) not in self.event.rounds:
            yield from self._times(meeting.start, meeting.end, cuts)
        hosts = [employer.id for employer in self.event.employers if meeting.station in employer.stations]
        if hosts != [meeting.employer]:
            yield plain(self.event.employer[meeting.employer].name)

    def _placed(self, station: str, begin: int, end: int) -> list[Placed]:
        """Set a station's meetings that begin in a stretch in order; those at one time share a cell."""
        placed: list[Placed] = []
        for meeting in self._meetings[station]:
            if begin <= meeting.start < end and placed and meeting.start < placed[-1].end:
                last = placed.pop()
                placed.append(Placed(last.start, max(last.end, meeting.end), (*last.meetings, meeting)))
            elif begin <= meeting.start < end:
                placed.append(Placed(meeting.start, meeting.end, (meeting,)))
        return placed

    @cached_property
    def _stations(self) -> list[str]:
        used = place.used(self.event, self.schedule)
        return [station.id for station in self.event.stations if station.id in used]

    @cached_property
    def _meetings(self) -> dict[str, list[Meeting]]:
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in sorted(self.schedule.meetings):
            found[meeting.station].append(meeting)
        return found


def _between(cuts: Sequence[int], start: int, end: int) -> int:
    return cuts.index(end) - cuts.index(start)


def _numbered(event: Event, candidate: str) -> Line:
    known = event.candidate[candidate]
    name = f" {person.first_name(known)}" if person.by_name(known) else ""
    return (Run(person.number(known), strong=True), *plain(name))


def _unplaced(event: Event, schedule: Schedule, voice: Voice) -> Iterator[Block]:
    if schedule.unplaced:
        yield Heading(voice.say("timetable.unplaced"))
        yield Bullets(tuple(_left_out(event, unplaced, voice) for unplaced in schedule.unplaced))


def _left_out(event: Event, unplaced: Unplaced, voice: Voice) -> Line:
    reasons = " ".join(reason.text[voice.language] for reason in unplaced.because) or voice.say("timetable.no_reason")
    return (*_numbered(event, unplaced.candidate), *plain(f": {reasons}"))
