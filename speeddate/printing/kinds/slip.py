"""The answer slip an employer fills in after a meeting: closed answers about the job, never a grade."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.printing.blocks import Block, Box, Choices, Heading, Paragraph, WritingLines, joined, strong
from speeddate.printing.words import Voice

LIKED_LENGTH = 140
ANSWERS = ("yes", "maybe", "not_now")
OFFERS = ("visit", "trial", "placement", "job", "second", "nothing")
REASONS = ("fits", "licence", "training", "hours", "travel", "no_opening", "others", "know_more")


def slip(voice: Voice, meeting: str) -> Box:
    """Make the slip of one meeting, named so that it can be torn off."""
    return Box(tuple(_slip(voice, meeting)), edge="cut")


def _slip(voice: Voice, meeting: str) -> Iterator[Block]:
    yield Heading(f"{voice.say('slip.title')} · {meeting}", 3)
    for question, answers, columns in (("q1", ANSWERS, 3), ("q2", OFFERS, 3), ("q3", REASONS, 2)):
        options = tuple(voice.say(f"slip.{answer}") for answer in answers)
        yield Choices(voice.say(f"slip.{question}"), options, columns)
    hint = voice.quietly("slip.liked_hint", max=LIKED_LENGTH)
    yield Paragraph(joined((strong(f"{voice.say('slip.liked')}."), hint)), "small")
    yield WritingLines(2)
    yield Paragraph(joined((voice.quietly("slip.rule"), voice.quietly("slip.hand_in"))), "small")
