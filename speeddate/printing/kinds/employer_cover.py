"""The first two pages of an employer's sheet: a cover for the evening, and a card for every meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.people import Employer
from speeddate.domain.schedule import Meeting
from speeddate.printing import person, place
from speeddate.printing.blocks import Block, Box, Bullets, Cell, Heading, Line, Paragraph, Table, plain, strong
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice

CARD = (
    "hello", "hand", "tell", "one", "short", "wait", "face", "notes", "paper", "can", "never", "perfume", "photo",
    "five", "liked", "promise",
)  # fmt: skip


def cover(event: Event, employer: Employer, meetings: tuple[Meeting, ...], voice: Voice) -> Page:
    """Make the cover: welcome, their meetings, whom to call, and what happens with the pages."""
    blocks = (
        Heading(voice.say("cover.title", event=event.name or voice.say("sheet.event")), 1),
        *voice.told(strong(employer.name)),
        *voice.told(place.day_and_address(event, voice)),
        *_count(meetings, voice),
        _meetings(event, meetings, voice),
        *_place(event, meetings, voice),
        Box(tuple(_contact(event, meetings, voice))),
        *voice.told(voice.quietly("cover.invisible")),
        *voice.told(voice.quietly("cover.slip"), _answer(event, voice)),
        *voice.told(voice.quietly("cover.pages"), voice.quietly("cover.late")),
        *voice.told(() if employer.returning else voice.quietly("cover.first_time")),
    )
    return Page(blocks, fit="snug")


def card(voice: Voice) -> Page:
    """Make the card that is the same for every employer and every meeting."""
    points = Bullets(tuple(voice.quietly(f"card.{key}") for key in CARD))
    return Page((Heading(voice.say("card.title"), 1), *voice.told(voice.quietly("card.intro")), points), fit="poster")


def _answer(event: Event, voice: Voice) -> Line:
    return voice.quietly("cover.answer", answer_by=voice.date(event.answer_by) if event.answer_by else "")


def _count(meetings: tuple[Meeting, ...], voice: Voice) -> Iterator[Block]:
    key = "cover.meetings_one" if len(meetings) == 1 else "cover.meetings"
    yield Heading(voice.say(key, count=len(meetings)))


def _meetings(event: Event, meetings: tuple[Meeting, ...], voice: Voice) -> Table:
    moves = len({meeting.station for meeting in meetings}) > 1
    heads = ("cover.col.time", "cover.col.who", "cover.col.minutes", *(("timetable.station",) if moves else ()))
    return Table(
        head=tuple(Cell((strong(voice.say(key)),)) for key in heads),
        rows=tuple(_row(event, meeting, voice)[: len(heads)] for meeting in meetings),
        widths=(3, 5, 2, 4)[: len(heads)],
    )


def _row(event: Event, meeting: Meeting, voice: Voice) -> tuple[Cell, ...]:
    candidate = event.candidate[meeting.candidate]
    who = person.called(candidate, voice)
    words = (
        voice.span(meeting.start, meeting.end),
        who,
        str(meeting.end - meeting.start),
        place.name(event, meeting.station, voice),
    )
    return tuple(Cell((plain(word),)) for word in words)


def _place(event: Event, meetings: tuple[Meeting, ...], voice: Voice) -> Iterator[Block]:
    stations = {place.name(event, meeting.station, voice) for meeting in meetings}
    if len(stations) == 1:
        yield from voice.told(voice.line("cover.station", station=stations.pop()))
    else:
        yield from voice.told(voice.quietly("cover.move"))


def _contact(event: Event, meetings: tuple[Meeting, ...], voice: Voice) -> Iterator[Block]:
    """Name the one counsellor whom most of their meetings belong to, so that there is one fixed contact."""
    looked_after = Counter(event.candidate[meeting.candidate].counsellor for meeting in meetings)
    names = person.contact(event, looked_after.most_common(1)[0][0])
    yield Paragraph(voice.line("cover.contact", **names) or voice.quietly("sheet.host"))
    if deputy := voice.line("cover.deputy", **names):
        yield Paragraph(deputy)
