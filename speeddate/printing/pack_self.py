"""Parts 6 to 9 of the preparation pack: what I am good at, what I want to say and ask, what I choose."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.printing.blocks import Block, Bullets, Heading, Paragraph, WritingLines
from speeddate.printing.guest import Guest
from speeddate.printing.own import own_list, own_words
from speeddate.printing.pack_day import employer_name


def about_me(guest: Guest) -> Iterator[Block]:
    """Part 6: strengths and wishes in own words, or lines to write them on."""
    for part, words in (("strengths", guest.candidate.strengths), ("wishes", guest.candidate.wants)):
        yield Heading(guest.voice.say(f"pack.6.{part}"))
        if words.strip():
            yield from own_words(words)
        else:
            yield from guest.voice.told(guest.voice.quietly(f"pack.6.{part}_hint"))
            yield WritingLines(2)


def three_things(guest: Guest) -> Iterator[Block]:
    """Part 7: three things to say, or lines to write them on."""
    voice = guest.voice
    yield Heading(voice.say("pack.7.heading"))
    mine = tuple(own_list(guest.candidate.three_things, "number"))
    yield from mine
    if not mine:
        yield from voice.told(voice.quietly("pack.7.hint"), voice.quietly("pack.7.start", first_name=guest.name))
        yield WritingLines(3)


def questions(guest: Guest) -> Iterator[Block]:
    """Part 8: what each employer will ask, or what many ask, and what the candidate wants to ask."""
    voice = guest.voice
    yield Heading(voice.say("pack.8.theirs"))
    for meeting in guest.meetings:
        if guest.several:
            yield Heading(employer_name(guest, meeting), 3)
        yield from tuple(own_list(guest.employer(meeting).questions)) or _usual(guest)
    yield Heading(voice.say("pack.8.mine"))
    yield from tuple(own_list(guest.candidate.questions)) or _suggested(guest)


def _usual(guest: Guest) -> Iterator[Block]:
    yield from guest.voice.told(guest.voice.quietly("pack.8.usual"))
    yield Bullets(tuple(guest.voice.quietly(f"pack.8.usual_{n}") for n in range(1, 5)))


def _suggested(guest: Guest) -> Iterator[Block]:
    yield Bullets(tuple(guest.voice.quietly(f"pack.8.mine_{n}") for n in (1, 2)))
    yield WritingLines(2)


def you_choose(guest: Guest) -> Iterator[Block]:
    """Part 9: nobody has to talk about health, and what to say instead."""
    voice = guest.voice
    yield Heading(voice.say("pack.9.heading"))
    yield from voice.told(*(voice.quietly(f"pack.9.{key}") for key in ("health", "answer", "decide", "not_ask")))
    yield Paragraph(voice.quietly("pack.9.can_say"))
    yield Bullets(tuple(voice.quietly(f"pack.9.say_{n}") for n in range(1, 5)), "quote")
    out = "pack.9.out_together" if guest.has("counsellor_in_room") else "pack.9.out"
    yield from voice.told(voice.quietly(out, **guest.contact))
