"""Pages beside the day sheet and the practice sheet, for those who asked: the questions on paper, and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.picture import Picture
from speeddate.printing.blocks import Block, Code, Heading, Image, Paragraph, WritingLines, plain
from speeddate.printing.guest import PHOTOS, Guest
from speeddate.printing.kinds.day_meeting import employer_name
from speeddate.printing.readable import paragraphs
from speeddate.printing.sheet import Page

ON_PAPER = "questions_on_paper"
OWN_PAGE = "me"


def wanted(name: str, guest: Guest) -> bool:
    """Tell whether somebody asked for a page, and there is something to put on it."""
    return any(PARTS[name](guest))


def page(name: str, guest: Guest) -> Page:
    """Make one of the pages."""
    return Page((Heading(guest.voice.say(f"practice.{name}"), 1), *PARTS[name](guest)))


def _questions(guest: Guest) -> Iterator[Block]:
    """Yield the employers' questions in their order, with room to write below each."""
    if guest.has(ON_PAPER):
        for meeting in guest.meetings:
            asked = [" ".join(parts) for each in guest.employer(meeting).questions if (parts := paragraphs(each))]
            if asked and guest.several:
                yield Heading(employer_name(guest, meeting))
            for question in asked:
                yield Paragraph(plain(question), "strong")
                yield WritingLines(2)


def _pictures(guest: Guest) -> Iterator[Block]:
    """Yield the map and the pictures that were given, to those who asked to see them, and the way to their page."""
    voice, event = guest.voice, guest.event
    if guest.has(PHOTOS):
        yield from _image(event.map, voice.say("pack.4.map_alt", address=event.venue))
        yield from _image(event.picture, voice.say("pack.4.door"))
        for meeting in guest.meetings:
            employer = guest.employer(meeting)
            yield from _image(employer.picture, voice.say("pack.2.photo_alt", interviewer=employer.interviewer))
            yield from _image(employer.map, voice.say("practice.employer_map", employer=employer.name))


def _image(picture: Picture | None, words: str) -> Iterator[Block]:
    if picture:
        yield Paragraph(plain(words), "strong")
        yield Image(picture.content, picture.width, picture.height, words)


def code(guest: Guest) -> Iterator[Block]:
    """Yield the way to the candidate's own page, when the event has an address."""
    if guest.event.address:
        words = guest.voice.say("practice.code")
        yield Paragraph(plain(words))
        yield Code(f"{guest.event.address.rstrip('/')}/{OWN_PAGE}", words)


PARTS = {"questions": _questions, "pictures": _pictures}
