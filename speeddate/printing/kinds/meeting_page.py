"""An employer's page for one meeting: what the candidate agreed to show, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.printing import person, place
from speeddate.printing.agreed import company, parts, shared
from speeddate.printing.blocks import Beside, Block, Box, Bullets, Heading, Paragraph, Run, joined, plain
from speeddate.printing.kinds.slip import slip
from speeddate.printing.own import own_list, own_words
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice

MINUTES = ("they_minutes", "you_minutes", "question_minutes", "close_minutes")


def meeting_page(event: Event, schedule: Schedule, voice: Voice, meeting: Meeting, count: tuple[int, int]) -> Page:
    """Make the page of one meeting; `count` is its number among the employer's, and how many those are."""
    candidate = event.candidate[meeting.candidate]
    who = person.called(candidate, voice)
    number, of = count
    told = shared(candidate, meeting, schedule.missed_by(candidate.id), voice)
    blocks = (
        Heading(voice.say("page.title", number=number, count=of), 1),
        Box(tuple(_facts(event, meeting, who, voice)), sign=place.sign(event, meeting.station, voice)),
        *_own_words(candidate, who, voice),
        Heading(voice.say("page.do"), 3),
        Bullets((*map(plain, told), voice.quietly("page.do_card"))),
        *_help(event, candidate, voice),
        slip(voice, f"{voice.clock(meeting.start)} {who}"),
    )
    return Page(blocks, fit="snug")


def _facts(event: Event, meeting: Meeting, who: str, voice: Voice) -> Iterator[Block]:
    candidate = event.candidate[meeting.candidate]
    minutes = meeting.end - meeting.start
    when = voice.line("page.when", starts_at=voice.clock(meeting.start), ends_at=voice.clock(meeting.end))
    if person.by_name(candidate):
        yield from voice.told(voice.line("page.who", first_name=who))
    else:
        yield from voice.told(voice.line("page.who_number", participant_no=person.number(candidate)))
    yield Paragraph((*when, Run(" · "), *voice.line("page.where", station=place.name(event, meeting.station, voice))))
    yield from voice.told(voice.line("page.others", people=company(event, meeting, voice)))
    shares = dict(zip(MINUTES, parts(minutes), strict=True))
    yield from voice.told(voice.line("page.length", minutes=minutes), voice.quietly("page.parts", **shares))


def _own_words(candidate: Candidate, who: str, voice: Voice) -> Iterator[Block]:
    told = (
        ("strengths", tuple(own_words(candidate.strengths))),
        ("wishes", tuple(own_words(candidate.wants))),
        ("three", tuple(own_list(candidate.three_things, "number"))),
        ("questions", tuple(own_list(candidate.questions)) if candidate.share_questions else ()),
    )
    filled = [(Heading(voice.say(f"page.{key}", first_name=who), 3), *blocks) for key, blocks in told if blocks]
    half = -(-len(filled) // 2)
    if filled:
        yield Beside(*(tuple(chain.from_iterable(side)) for side in (filled[:half], filled[half:])))
    if not filled:
        yield Paragraph(plain(_capital(voice.say("page.own_words_later", first_name=who))))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _help(event: Event, candidate: Candidate, voice: Voice) -> Iterator[Block]:
    names = person.contact(event, candidate.counsellor)
    whom = voice.line("page.help", **names) or voice.quietly("sheet.host")
    yield Paragraph(joined((whom, voice.line("cover.deputy", **names))), "small")
