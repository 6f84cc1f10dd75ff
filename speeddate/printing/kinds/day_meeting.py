"""The day sheet, first half: the meeting, whom, the way there and how it goes. Parts 1, 2, 4 and 5 of the pack."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.schedule import Meeting
from speeddate.printing import place
from speeddate.printing.agreed import company, parts
from speeddate.printing.blocks import Block, Box, Bullets, Heading, Paragraph
from speeddate.printing.guest import Guest
from speeddate.printing.person import number, unprintable


def your_meeting(guest: Guest) -> Iterator[Block]:
    """Part 1: the day, when to be there, when it starts, how long it lasts, and where."""
    voice = guest.voice
    yield Heading(voice.say("pack.title"), 1)
    what = "pack.1.what_many" if guest.several else "pack.1.what"
    yield from guest.told(
        voice.quietly("pack.greeting", first_name=guest.name), voice.quietly(what, count=len(guest.meetings))
    )
    if unprintable(guest.candidate):
        yield Paragraph(voice.line("sheet.name_note"), "small")
    if guest.candidate.use_number:
        yield from guest.told(voice.line("sheet.your_number", number=number(guest.candidate)))
    for meeting in guest.meetings:
        yield Box(tuple(_when_and_where(guest, meeting)), sign=place.sign(guest.event, meeting.station, voice))
    yield from guest.told(voice.quietly("pack.1.voluntary"))


def _when_and_where(guest: Guest, meeting: Meeting) -> Iterator[Block]:
    voice = guest.voice
    if guest.several:
        yield Heading(employer_name(guest, meeting), 3)
    first = meeting == guest.meetings[0]
    arrive = voice.clock(meeting.start - guest.event.arrive_minutes)
    if first:
        yield Paragraph(voice.line("pack.1.date", date=voice.date(guest.event.date)))
        yield Paragraph(voice.line("pack.1.arrive", arrive_at=arrive))
    yield from guest.told(
        voice.line("pack.1.starts", starts_at=voice.clock(meeting.start)),
        voice.line("pack.1.lasts", minutes=meeting.end - meeting.start),
    )
    if not guest.brief:
        yield Paragraph(voice.line("pack.1.ends", ends_at=voice.clock(meeting.end)))
    colour, symbol = place.marks(guest.event, meeting.station)
    yield Paragraph(
        voice.line(
            "pack.1.station",
            station=place.name(guest.event, meeting.station, voice),
            colour=voice.say(f"colour.{colour}"),
            symbol=voice.say(f"symbol.{symbol}"),
        )
    )


def employer_name(guest: Guest, meeting: Meeting) -> str:
    """Name the employer of a meeting, with its time where there are several."""
    return f"{guest.voice.clock(meeting.start)} {guest.employer(meeting).name}".strip()


def whom(guest: Guest) -> Iterator[Block]:
    """Part 2: who they meet, from where, and who else is there."""
    yield Heading(guest.voice.say("pack.2.heading"))
    for meeting in guest.meetings:
        yield from _person(guest, meeting)


def _person(guest: Guest, meeting: Meeting) -> Iterator[Block]:
    voice, employer = guest.voice, guest.employer(meeting)
    wished = employer.id in guest.candidate.wishes
    known = {"interviewer": employer.interviewer, "interviewer_role": employer.interviewer_role}
    if guest.several:
        yield Heading(employer_name(guest, meeting), 3)
    yield from guest.told(
        voice.line("pack.2.person", **known) or voice.quietly("pack.2.not_known"),
        voice.quietly("pack.2.role", **known),
        voice.line("pack.2.firm", employer=employer.name),
        guest.spare("pack.2.wished") if wished else (),
    )
    yield from guest.told(voice.line("pack.2.others", people=company(guest.event, meeting, voice)))


def way_there(guest: Guest) -> Iterator[Block]:
    """Part 4: the address, the bus, who is at the door; or when to open the video."""
    voice, event = guest.voice, guest.event
    yield Heading(voice.say("pack.4.heading"))
    if guest.has("video_meeting"):
        arrive = voice.clock(guest.meetings[0].start - event.arrive_minutes)
        yield from guest.told(voice.line("pack.4.video", arrive_at=arrive))
    else:
        way = event.directions
        yield from guest.told(
            voice.line("pack.4.address", address=event.venue),
            voice.line("pack.4.bus", line=way.line, stop=way.stop),
            voice.line("pack.4.walk", minutes=way.walk_minutes or ""),
        )
        greeter = guest.contact["counsellor"] if guest.has("met_at_door") else way.greeter
        yield from guest.told(voice.line("pack.4.met", greeter=greeter), guest.spare("pack.4.wait"))
    yield from guest.told(voice.line("pack.4.lost", **guest.contact))


def how_it_goes(guest: Guest) -> Iterator[Block]:
    """Part 5: the four parts of the meeting with their real minutes, breaks and the way out."""
    voice = guest.voice
    yield Heading(voice.say("pack.5.heading"))
    lengths = dict.fromkeys(meeting.end - meeting.start for meeting in guest.meetings)
    for meeting in guest.meetings if len(lengths) > 1 else guest.meetings[:1]:
        if len(lengths) > 1:
            yield Heading(employer_name(guest, meeting), 3)
        yield from _four_parts(guest, meeting.end - meeting.start)
    out = "pack.5.out_together" if guest.has("counsellor_in_room") else "pack.5.out"
    yield from guest.told(voice.quietly("pack.5.break"), guest.spare(out, **guest.contact))


def _four_parts(guest: Guest, minutes: int) -> Iterator[Block]:
    voice = guest.voice
    keys = ("pack.5.they", "pack.5.you", "pack.5.questions", "pack.5.close")
    yield from voice.told(guest.spare("pack.5.intro"))
    yield Bullets(
        tuple(voice.line(key, minutes=share) for key, share in zip(keys, parts(minutes), strict=True)), "number"
    )
