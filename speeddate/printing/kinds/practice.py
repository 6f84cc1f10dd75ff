"""The practice sheet: the work, what I am good at, what I say and ask, what I bring. Parts 3, 6 to 9, 11 and 13."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.schedule import Meeting
from speeddate.printing.blocks import Block, Bullets, Heading, Paragraph, WritingLines
from speeddate.printing.guest import Guest
from speeddate.printing.kinds.day_meeting import employer_name
from speeddate.printing.own import own_list, own_words

THINGS = 3
TO_BRING = ("clothes", "sheet", "phone", "food", "aids", "money", "calm")


def title(guest: Guest) -> Iterator[Block]:
    """Name the sheet, and whose it is."""
    voice = guest.voice
    yield Heading(voice.say("practice.title"), 1)
    hello = voice.quietly("pack.greeting", first_name=guest.name)
    yield from voice.told(hello, voice.quietly("pack.7.hint"), voice.quietly("pack.5.notes"))


def work(guest: Guest) -> Iterator[Block]:
    """Part 3: what the employer does and looks for, and what a day there is like."""
    yield Heading(guest.voice.say("pack.3.heading"))
    for meeting in guest.meetings:
        if guest.several:
            yield Heading(employer_name(guest, meeting), 3)
        yield from tuple(_work(guest, meeting)) or guest.voice.told(guest.voice.quietly("pack.3.missing"))


def _work(guest: Guest, meeting: Meeting) -> Iterator[Block]:
    voice, employer = guest.voice, guest.employer(meeting)
    yield from voice.told(voice.quietly("pack.2.firm_line", employer_line=employer.line))
    for key, words in (("pack.3.do", employer.does), ("pack.3.look_for", employer.looks_for)):
        if words.strip():
            yield Paragraph(voice.quietly(key), "strong")
            yield from own_words(words)
    day = (
        voice.quietly("pack.3.hours", hours=employer.hours),
        voice.quietly("pack.3.pace", pace=employer.pace),
        voice.quietly("pack.3.body", body_work=employer.body_work),
        voice.quietly("pack.3.licences", licences=employer.licences),
        voice.quietly("pack.3.safety", safety=employer.safety),
    )
    if any(day):
        yield Paragraph(voice.quietly("pack.3.day"), "strong")
        yield Bullets(tuple(line for line in day if line))


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
    mine = guest.candidate.three_things
    yield from own_list(mine, "number")
    if not mine:
        yield from voice.told(voice.quietly("pack.7.start", first_name=guest.name))
    if len(mine) < THINGS:
        yield WritingLines(THINGS - len(mine))


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
    """Part 9: more to say, and that one may leave."""
    voice = guest.voice
    yield Heading(voice.say("pack.9.heading"))
    yield from voice.told(voice.quietly("pack.9.decide"), voice.quietly("pack.9.not_ask"))
    yield Paragraph(voice.quietly("pack.9.can_say"))
    more = (voice.quietly("pack.9.say_3"), voice.quietly("pack.9.say_4"), voice.quietly("practice.again"))
    yield Bullets(more, "quote")
    out = "pack.9.out_together" if guest.has("counsellor_in_room") else "pack.9.out"
    yield from voice.told(voice.quietly(out, **guest.contact), voice.quietly("pack.5.warning"))


def to_bring(guest: Guest) -> Iterator[Block]:
    """Part 11: what to bring."""
    yield Heading(guest.voice.say("pack.11.heading"))
    yield Bullets(tuple(guest.voice.quietly(f"pack.11.{thing}") for thing in TO_BRING))


def answers(guest: Guest) -> Iterator[Block]:
    """Part 13: what the answers mean, and that there is a next step whatever they are."""
    voice = guest.voice
    yield Heading(voice.say("pack.13.heading"))
    yield from voice.told(voice.quietly("pack.13.you_answer"))
    yield Bullets(tuple(voice.quietly(f"pack.13.{answer}") for answer in ("yes", "maybe", "not_now")))
    yield from voice.told(*(voice.quietly(f"pack.13.{what}") for what in ("next", "liked", "my_data")))
