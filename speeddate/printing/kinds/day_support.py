"""The day sheet, second half: what I choose, what is arranged, and who helps. Parts 9, 10 and 12 to 14."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.catalogue import catalogue
from speeddate.domain.schedule import Meeting
from speeddate.printing.agreed import company, granted, shared
from speeddate.printing.blocks import Block, Heading, Paragraph, plain
from speeddate.printing.guest import Guest
from speeddate.printing.kinds.day_meeting import employer_name


def you_choose(guest: Guest) -> Iterator[Block]:
    """Part 9: nobody has to talk about health, and what to say instead."""
    voice = guest.voice
    yield Heading(voice.say("pack.9.heading"))
    yield from guest.told(voice.quietly("pack.9.health"), voice.quietly("pack.9.answer"))
    yield from guest.said(voice.quietly("pack.9.can_say"), tuple(voice.say(f"pack.9.say_{n}") for n in (1, 2)))


def arranged(guest: Guest) -> Iterator[Block]:
    """Part 10: the needs that are met, those that are not or not yet, and word for word what employers were told."""
    voice = guest.voice
    ready = granted(guest.candidate, guest.missed | guest.waiting)
    met = tuple(plain(need.kind.label[voice.language]) for need in ready)
    missing = (
        *_without(guest, guest.waiting, "pack.10.waiting", "pack.10.waiting_alone"),
        *_without(guest, guest.missed, "pack.10.missing", "pack.10.missing_alone"),
    )
    if met or missing or not guest.candidate.needs:
        yield Heading(voice.say("pack.10.heading"))
    if met:
        yield Paragraph(voice.quietly("pack.10.list"))
        yield guest.listed(tuple(plain(f"{need[0].text}.") for need in met) if guest.brief else met)
    yield from missing
    if not guest.candidate.needs:
        yield from guest.told(voice.quietly("pack.10.none"))
    yield from _told(guest)


def _without(guest: Guest, needs: frozenset[str], text: str, alone: str) -> Iterator[Paragraph]:
    """Say of each need that it is not there, and whom to talk to; `alone` is said where they have no counsellor."""
    for key in sorted(needs):
        label = catalogue()[key].label
        yield Paragraph(
            guest.voice.quietly(text, need=label, **guest.contact) or guest.voice.quietly(alone, need=label)
        )


def _told(guest: Guest) -> Iterator[Block]:
    voice = guest.voice
    yield Heading(voice.say("pack.10.told_heading"))
    for meeting in guest.meetings:
        if guest.several:
            yield Heading(employer_name(guest, meeting), 3)
        yield from tuple(_told_of(guest, meeting)) or voice.told(voice.quietly("pack.10.nothing"))
    agreed = any(shared(guest.candidate, meeting, guest.missed, voice) for meeting in guest.meetings)
    change = voice.quietly if agreed else guest.spare
    yield from guest.told(change("pack.10.change", **guest.contact))


def _told_of(guest: Guest, meeting: Meeting) -> Iterator[Block]:
    """Say what they agreed to, and who else comes, which employers are told anyway."""
    voice = guest.voice
    if sentences := shared(guest.candidate, meeting, guest.missed, voice):
        yield Paragraph(voice.quietly("pack.10.told"))
        yield guest.listed(tuple(map(plain, sentences)))
    yield from guest.told(voice.quietly("page.others", people=company(guest.event, meeting, voice)))


def if_something_happens(guest: Guest) -> Iterator[Block]:
    """Part 12: late, nervous, ill: whom to text, and that nothing bad happens."""
    voice = guest.voice
    yield Heading(voice.say("pack.12.heading"))
    yield from guest.told(voice.line("pack.12.text", **guest.contact), voice.line("pack.12.deputy", **guest.contact))
    yield guest.listed(tuple(voice.quietly(f"pack.12.{what}") for what in ("late", "nerves", "ill")))
    yield from guest.told(guest.spare("pack.12.no"), voice.quietly("pack.12.new_offer"))
    yield from guest.told(guest.spare("pack.12.our_change", **guest.contact))


def afterwards(guest: Guest) -> Iterator[Block]:
    """Part 13: the talk right after, and when the answer comes."""
    voice, answer_by = guest.voice, guest.event.answer_by
    lines = (
        voice.quietly("pack.13.talk", **guest.contact),
        voice.line("pack.13.answer_by", answer_by=voice.date(answer_by) if answer_by else ""),
    )
    if any(lines):
        yield Heading(voice.say("pack.13.heading"))
        yield from guest.told(*lines)


def your_counsellor(guest: Guest) -> Iterator[Block]:
    """Part 14: who is there the whole time, and a last good word."""
    voice = guest.voice
    if guest.contact["counsellor"]:
        yield Heading(voice.say("pack.14.heading"))
        yield from guest.told(
            guest.spare("pack.14.name", **guest.contact),
            voice.line("pack.14.phone", **guest.contact),
            voice.line("pack.14.deputy", **guest.contact),
            guest.spare("pack.14.ask"),
        )
    yield Paragraph(voice.quietly("pack.closing"), "strong")
