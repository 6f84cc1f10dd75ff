"""The sheet of an interpreter, a guide or a thing that people share: exact minutes and rooms, set-up and rest."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.people import Resource
from speeddate.domain.schedule import Schedule
from speeddate.printing import moments, person, place, thing
from speeddate.printing.blocks import Block, Box, Cell, Heading, Line, Paragraph, Table, plain, strong
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice
from speeddate.rules.duties import Duty

COLUMNS = ("run.col.time", "run.col.what", "run.col.where")
MEETS_PEOPLE = ("guide", "host")
ON_SCREEN = "remote_interpreter"
Row = tuple[int, int, str, str]


def title(event: Event, resource: Resource, voice: Voice) -> str:
    """Name a resource's sheet."""
    return voice.say("resource.title", resource=thing.called(resource, event.resources))


def resource_sheet(event: Event, schedule: Schedule, voice: Voice, resource: Resource) -> Page:
    """Make the sheet of one resource; only those who meet people learn whom."""
    rows = list(_rows(event, schedule, voice, resource))
    table = Table(
        head=tuple(Cell((strong(voice.say(column)),)) for column in COLUMNS),
        rows=tuple(
            (Cell((strong(voice.span(start, end)),)), Cell((plain(what),)), Cell((plain(where),)))
            for start, end, what, where in rows
        ),
        widths=(2.4, 4, 3.6),
    )
    blocks: tuple[Block, ...] = (
        Heading(title(event, resource, voice), 1),
        Paragraph(place.day_and_address(event, voice)),
        table if rows else Paragraph(voice.quietly("resource.none")),
    )
    return Page(blocks)


def _rows(event: Event, schedule: Schedule, voice: Voice, resource: Resource) -> Iterator[Row]:
    duties = moments.of_resource(event, schedule, resource.id)
    for number, duty in enumerate(duties):
        yield from _parts(event, voice, resource, duty)
        if rest := moments.rest(duties, number):
            yield duty.end, duty.end + rest, voice.say("resource.rest"), ""


def _parts(event: Event, voice: Voice, resource: Resource, duty: Duty) -> Iterator[Row]:
    """Yield what comes before, in and after a meeting, each with its own minutes."""
    meeting, where = duty.meeting, place.name(event, duty.meeting.station, voice)
    meets = thing.kind(resource) in MEETS_PEOPLE
    whom = f": {person.called(event.candidate[meeting.candidate], voice)}" if meets else ""
    spans = (
        ("before", duty.start, min(duty.end, meeting.start)),
        ("meeting", max(duty.start, meeting.start), min(duty.end, meeting.end)),
        ("after", max(duty.start, meeting.end), duty.end),
    )
    for what, start, end in spans:
        if start < end:
            yield start, end, f"{voice.say(f'resource.{what}')}{whom}", where


def booking(event: Event, schedule: Schedule, voice: Voice, resource: Resource) -> Page:
    """Make the sheet that an interpreter is booked with; it names no candidate and no need but the interpreter."""
    duties = moments.of_resource(event, schedule, resource.id)
    lines = tuple(line for line in _fields(event, voice, resource, duties) if line)
    rules = (voice.quietly("interpreter.name_rule"), voice.quietly("interpreter.secrecy"))
    return Page((Heading(voice.say("interpreter.title"), 1), Box(tuple(map(Paragraph, lines))), *map(Paragraph, rules)))


def _fields(event: Event, voice: Voice, resource: Resource, duties: list[Duty]) -> Iterator[Line]:
    """Yield the fields that a booking asks for: kind, when, where, topic, who takes part, method and contact."""
    kind, _, language = resource.kind.partition(":")
    yield voice.line("interpreter.kind", kind=voice.say(f"kind.{kind}"))
    yield voice.line("interpreter.language", language=voice.tongue(language))
    for duty in duties:
        times = {"from_time": voice.clock(duty.start), "to_time": voice.clock(duty.end)}
        yield voice.line("interpreter.when", date=voice.date(event.date), **times)
    rooms = dict.fromkeys(place.name(event, duty.meeting.station, voice) for duty in duties)
    yield voice.line("interpreter.where", address=event.venue, station=voice.listed(rooms))
    yield voice.line("interpreter.count", count=max((duty.need.number("count") or 1 for duty in duties), default=1))
    around = all(duty.start < duty.meeting.start and duty.meeting.end < duty.end for duty in duties)
    agenda = ("agenda",) if around else ()
    for key in ("topic", *agenda, "people", "method_screen" if kind == ON_SCREEN else "method_room"):
        yield voice.quietly(f"interpreter.{key}")
    for duty in [duty for duty in duties if duty.end - duty.start > duty.need.number("max_run_min")][:1]:
        minutes = {"rest_minutes": duty.need.number("rest_min"), "run_minutes": duty.need.number("max_run_min")}
        yield voice.line("interpreter.rest", **{name: each or "" for name, each in minutes.items()})
    yield voice.quietly("interpreter.needs")
    looked_after = (event.candidate[duty.meeting.candidate].counsellor for duty in duties)
    yield voice.line("interpreter.ask_for", **person.contact(event, next(looked_after, "")))
