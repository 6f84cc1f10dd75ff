"""The contact list: whom to call on the evening, with room for those who are not in the files."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.printing import place, thing
from speeddate.printing.blocks import Block, Cell, Heading, Paragraph, Table, plain, strong
from speeddate.printing.person import unbroken
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice

COLUMNS = ("contacts.col.role", "contacts.col.name", "contacts.col.phone")
Row = tuple[str, str, str]


def contacts(event: Event, voice: Voice) -> Page:
    """Make the list: staff, interpreters and employers, and lines to fill in."""
    blocks: tuple[Block, ...] = (
        Heading(voice.say("contacts.title"), 1),
        Paragraph(place.day_and_address(event, voice)),
        Paragraph(voice.quietly("contacts.emergency"), "strong"),
        *voice.told(voice.quietly("contacts.write")),
        Table(
            head=tuple(Cell((strong(voice.say(column)),)) for column in COLUMNS),
            rows=tuple(tuple(Cell((plain(word),)) for word in row) for row in dict.fromkeys(_rows(event, voice))),
            widths=(3, 4, 3),
        ),
    )
    return Page(blocks)


def _rows(event: Event, voice: Voice) -> Iterator[Row]:
    say = voice.say
    yield say("run.who.organiser").capitalize(), "", ""
    yield say("contacts.greeter"), event.directions.greeter, ""
    for each in event.counsellors:
        yield say("contacts.counsellor"), each.name or each.id, unbroken(each.phone)
        if each.deputy:
            yield say("contacts.deputy"), each.deputy, unbroken(each.deputy_phone)
    for resource in event.resources:
        if thing.interprets(resource):
            what, called = voice.read(thing.what(resource)), voice.read(thing.called(resource, event.resources))
            yield (thing.capital(what), called, "") if resource.name else (thing.capital(called), "", "")
    for employer in event.employers:
        yield employer.name or employer.id, employer.interviewer, ""
    yield say("contacts.caretaker"), "", ""
    yield say("contacts.taxi"), "", ""
