"""Answer slips: for each meeting one for the employer, and one for the talk with the candidate."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting
from speeddate.printing import person
from speeddate.printing.blocks import Block, Box, Choices, Heading, Paragraph, WritingLines
from speeddate.printing.kinds.slip import slip
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice

FEELINGS = ("good", "ok", "hard")
AGAIN = ("yes", "maybe", "no")
GOT_IT = ("yes", "no")


def feedback(event: Event, voice: Voice, meeting: Meeting) -> Page:
    """Make the page of one meeting, to cut in two: neither part says what the other does."""
    candidate = event.candidate[meeting.candidate]
    when = voice.clock(meeting.start)
    employer = event.employer[meeting.employer].name
    theirs = " · ".join(filter(None, (when, employer, person.called(candidate, voice))))
    blocks = (
        Heading(voice.say("feedback.title"), 1),
        slip(voice, theirs),
        Box(tuple(_talk(voice, f"{when} · {person.as_number(candidate, voice)}")), edge="cut"),
    )
    return Page(blocks, fit="snug")


def _talk(voice: Voice, whose: str) -> Iterator[Block]:
    yield Heading(f"{voice.say('feedback.candidate')} · {whose}", 2)
    for question, answers in (("title", FEELINGS), ("again", AGAIN), ("needed", GOT_IT)):
        options = tuple(voice.say(f"after.{answer}") for answer in answers)
        yield Choices(voice.say(f"after.{question}"), options, len(options))
        if question == "again":
            yield Paragraph(voice.quietly("after.no_shown"), "small")
    for question in ("missing", "well"):
        yield Heading(voice.say(f"after.{question}"), 3)
        yield WritingLines(1)
    yield Paragraph(voice.quietly("after.thanks"), "strong")
