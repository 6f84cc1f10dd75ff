"""A counsellor's sheet: where to be, minute by minute, and what is not ready for whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate, Counsellor
from speeddate.domain.schedule import Reason, Schedule
from speeddate.printing import moments, person, place
from speeddate.printing.agreed import granted, seen
from speeddate.printing.blocks import Block, Bullets, Cell, Choices, Heading, Line, Paragraph, Table, plain, strong
from speeddate.printing.guest import Guest
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice
from speeddate.rules.duties import Duty, of_counsellor, task

WHERE = ("run.col.time", "run.col.what", "run.col.where")
MINE = ("checkin.col.number", "checkin.col.name", "counsellor.col.meetings", "counsellor.col.not_ready")
TICKS = ("ready_1", "ready_2", "ready_3", "pack", "reminded")


def counsellor_sheet(event: Event, schedule: Schedule, voice: Voice, counsellor: Counsellor) -> Page:
    """Make the sheet of one counsellor."""
    return Page(tuple(_Day(event, schedule, voice, counsellor).blocks()))


class _Day(NamedTuple):
    """One counsellor's evening."""

    event: Event
    schedule: Schedule
    voice: Voice
    counsellor: Counsellor

    def blocks(self) -> Iterator[Block]:
        voice = self.voice
        yield Heading(voice.say("counsellor.title", counsellor=self.counsellor.name or self.counsellor.id), 1)
        yield Paragraph(place.day_and_address(self.event, voice))
        yield from self._where_to_be()
        yield from self._mine()
        yield from self._without()
        yield Heading(voice.say("counsellor.ticks"))
        yield Choices("", tuple(voice.say(f"counsellor.{tick}") for tick in TICKS), 1)
        yield from voice.told(voice.quietly("counsellor.tell_orally"))
        yield from voice.told(voice.quietly("counsellor.not_now"))

    def _where_to_be(self) -> Iterator[Block]:
        duties = of_counsellor(self.event, self.schedule, self.counsellor.id)
        yield Heading(self.voice.say("counsellor.where"))
        for minute in moments.clashes(duties):
            yield Paragraph(self.voice.quietly("counsellor.clash", time=self.voice.clock(minute)), "strong")
        if duties:
            yield _table(self.voice, WHERE, (self._duty(duty) for duty in duties), (2.2, 5, 3))
        else:
            yield Paragraph(self.voice.quietly("counsellor.nowhere"))

    def _duty(self, duty: Duty) -> tuple[Line, ...]:
        candidate = self.event.candidate[duty.meeting.candidate]
        at_door = task(duty.need) == "door"
        station = place.name(self.event, duty.meeting.station, self.voice)
        who = self._who(candidate)
        what = self.voice.say(f"counsellor.{task(duty.need)}", first_name=who, minutes=duty.need.number("first_min"))
        return (
            strong(self.voice.span(duty.start, duty.end)),
            plain(what if at_door else f"{what}: {who}"),
            plain(self.voice.say("run.where.door") if at_door else station),
        )

    def _who(self, candidate: Candidate) -> str:
        return person.first_name(candidate) or person.as_number(candidate, self.voice)

    def _mine(self) -> Iterator[Block]:
        yield Heading(self.voice.say("counsellor.mine"))
        guests = tuple(self._guests())
        if guests:
            yield _table(self.voice, MINE, map(self._guest, guests), (1.9, 2.2, 3.5, 3.8))
        else:
            yield Paragraph(self.voice.quietly("counsellor.nobody"))

    def _guests(self) -> Iterator[Guest]:
        for candidate in self.event.candidates:
            meetings = tuple(sorted(m for m in self.schedule.meetings if m.candidate == candidate.id))
            if meetings and candidate.counsellor == self.counsellor.id:
                missed = self.schedule.missed_by(candidate.id)
                yield Guest(event=self.event, candidate=candidate, meetings=meetings, missed=missed, voice=self.voice)

    def _guest(self, guest: Guest) -> tuple[Line, ...]:
        voice = self.voice
        times = (
            f"{voice.span(meeting.start, meeting.end)} {place.name(self.event, meeting.station, voice)}"
            for meeting in guest.meetings
        )
        not_ready = " · ".join(_not_ready(guest)) or voice.say("counsellor.all_ready")
        return (
            strong(person.number(guest.candidate)),
            plain(self._who(guest.candidate)),
            plain("; ".join(times)),
            plain(not_ready),
        )

    def _without(self) -> Iterator[Block]:
        """Name those who have no meeting, with the reasons."""
        left = [
            each
            for each in self.schedule.unplaced
            if self.event.candidate[each.candidate].counsellor == self.counsellor.id
        ]
        if left:
            yield Heading(self.voice.say("counsellor.without"))
            yield Bullets(
                tuple(
                    (*strong(self._who(self.event.candidate[each.candidate])), *plain(f": {self._why(each.because)}"))
                    for each in left
                )
            )

    def _why(self, because: tuple[Reason, ...]) -> str:
        reasons = " ".join(reason.text[self.voice.language] for reason in because)
        return reasons or self.voice.say("timetable.no_reason")


def _not_ready(guest: Guest) -> Iterator[str]:
    """Yield what is still to be done for a candidate, and what the plan cannot give: words, needs, what may be told."""
    voice, candidate = guest.voice, guest.candidate
    if not (candidate.strengths.strip() and any(map(str.strip, candidate.three_things))):
        yield voice.say("counsellor.no_words")
    for need in candidate.needs:
        if need.key in guest.missed | guest.waiting:
            said = "counsellor.missing" if need.key in guest.missed else "counsellor.waiting"
            yield voice.say(said, need=need.kind.label[voice.language])
    asks = any(need.kind.share == "ask" for need in candidate.needs)
    if asks and any(meeting.employer not in candidate.shares for meeting in guest.meetings):
        yield voice.say("counsellor.consent_open")
        along = dict.fromkeys(seen(need.kind, voice) for need in granted(candidate, guest.missed))
        if people := voice.listed(filter(None, along)):
            yield voice.say("counsellor.seen", people=people)


def _table(voice: Voice, heads: tuple[str, ...], rows: Iterator[tuple[Line, ...]], widths: tuple[float, ...]) -> Table:
    return Table(
        head=tuple(Cell((strong(voice.say(head)),)) for head in heads),
        rows=tuple(tuple(Cell((line,)) for line in row) for row in rows),
        widths=widths,
    )
