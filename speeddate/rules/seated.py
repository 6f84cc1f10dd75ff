"""Read a timetable's own meetings as options, so that rules can be asked about any timetable, hand-made ones too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from speeddate.domain.event import Event
from speeddate.domain.option import Options, Row, options_of
from speeddate.domain.schedule import Meeting


def seated(event: Event, meetings: Iterable[Meeting]) -> Options:
    """Make one option of every meeting; all of them happen."""
    return options_of(_row(event, meeting) for meeting in meetings)


def numbered(event: Event, meetings: Sequence[Meeting]) -> tuple[Options, tuple[int, ...]]:
    """Make one option of every meeting, and tell the number of each."""
    rows = [_row(event, meeting) for meeting in meetings]
    place = {number: place for place, number in enumerate(sorted(range(len(rows)), key=rows.__getitem__))}
    return options_of(rows), tuple(place[number] for number in range(len(rows)))


def _row(event: Event, meeting: Meeting) -> Row:
    rounds = sorted(event.rounds)
    start, end = max((r for r in rounds if r.start <= meeting.start), default=rounds[0])
    late = meeting.start - start
    extra = meeting.end - meeting.start - (end - start)
    return meeting.match, tuple(sorted(meeting.resources)), meeting.start, meeting.end, late, extra
