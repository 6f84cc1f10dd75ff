"""The run sheet: the evening minute by minute, what happens, where, and who sees to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from speeddate.domain.event import Event, Round
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.printing import moments, place, thing
from speeddate.printing.blocks import TICK, Block, Cell, Heading, Paragraph, Table, plain, strong
from speeddate.printing.columns import BREAK_MINUTES
from speeddate.printing.own import own_list
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice

SET_UP, EMPLOYERS_IN, BRIEFING = 45, 30, 20
WARNING = 5
SUM_UP, CLEAN_UP = 10, 20
COLUMNS = ("run.col.time", "run.col.what", "run.col.where", "run.col.who", "run.col.done")


class Step(NamedTuple):
    """Something to do at a minute of the day; where and who may be empty."""

    minute: int
    what: str
    where: str
    who: str


def run_sheet(event: Event, schedule: Schedule, voice: Voice, instead: Sequence[str] = ()) -> Page:
    """Make the run sheet: on top, what is done instead of promises that are broken, as organisers wrote it."""
    steps = sorted(_Evening(event, schedule, voice).steps(), key=lambda step: step.minute)
    blocks = (
        Heading(voice.say("run.title", event=event.name) or voice.say("run.title_short"), 1),
        Paragraph(place.day_and_address(event, voice)),
        *_instead(instead, voice),
        Table(
            head=tuple(Cell((strong(voice.say(column)),)) for column in COLUMNS),
            rows=tuple(_row(step, voice) for step in steps),
            widths=(1.6, 3.5, 3.3, 2.8, 1.3),
        ),
    )
    return Page(blocks)


def _instead(instead: Sequence[str], voice: Voice) -> Iterator[Block]:
    if lines := tuple(own_list(instead)):
        yield Heading(voice.say("run.instead"))
        yield from lines


def _row(step: Step, voice: Voice) -> tuple[Cell, ...]:
    return (
        Cell((strong(voice.clock(step.minute)),)),
        *(Cell((plain(words),)) for words in (step.what, step.where, step.who)),
        Cell((plain(TICK),)),
    )


class _Evening(NamedTuple):
    """The evening, step by step."""

    event: Event
    schedule: Schedule
    voice: Voice

    def steps(self) -> Iterator[Step]:
        rounds = sorted(self.event.rounds)
        yield from self._before(rounds[0].start)
        for number, each in enumerate(rounds, start=1):
            yield from self._round(number, each)
        for earlier, later in pairwise(rounds):
            long = later.start - earlier.end >= BREAK_MINUTES
            yield self._step(earlier.end, "break" if long else "changeover", who="host")
        yield from self._warnings()
        yield from self._interpreters()
        yield from self._things()
        yield from self._afterwards(max(end for _, end in self._ends(rounds)))

    def _step(self, minute: int, what: str, *, where: str = "", who: str = "", **values: str | int) -> Step:
        """Make a step of texts; a `who` that is no role is somebody's name."""
        say = self.voice.say
        known = {"host", "organiser", "time_keeper", "counsellors"}
        return Step(minute, say(f"run.{what}", **values), where, say(f"run.who.{who}") if who in known else who)

    def _before(self, first: int) -> Iterator[Step]:
        door = self.voice.say("run.where.door")
        everywhere = self.voice.say("run.where.all")
        yield self._step(first - SET_UP, "set_up", where=everywhere, who="organiser")
        yield self._step(first - EMPLOYERS_IN, "employers_in", where=door, who="host")
        yield self._step(first - BRIEFING, "briefing", who="organiser")

    def _round(self, number: int, each: Round) -> Iterator[Step]:
        door, everywhere = self.voice.say("run.where.door"), self.voice.say("run.where.all")
        arriving = each.start - self.event.arrive_minutes
        yield self._step(arriving, "doors", where=door, who="host", round=number)
        yield self._step(each.start, "round", where=everywhere, who="time_keeper", round=number)

    def _ends(self, rounds: list[Round]) -> list[tuple[int, int]]:
        return [*rounds, *((meeting.start, meeting.end) for meeting in self.schedule.meetings)]

    def _warnings(self) -> Iterator[Step]:
        """Yield when to say that five minutes are left, and collect the slips: wherever a meeting ends."""
        for end in sorted({meeting.end for meeting in self.schedule.meetings}):
            where = self._places([meeting for meeting in self.schedule.meetings if meeting.end == end])
            yield self._step(end - WARNING, "five_left", where=where, who="time_keeper")
            yield self._step(end, "slips", where=where, who="host")

    def _places(self, meetings: list[Meeting]) -> str:
        here = {meeting.station for meeting in meetings}
        used = {meeting.station for meeting in self.schedule.meetings}
        if here == used:
            return self.voice.say("run.where.all")
        names = (self._name(station.id) for station in self.event.stations if station.id in here)
        return self.voice.listed(names)

    def _name(self, station: str) -> str:
        return place.name(self.event, station, self.voice)

    def _interpreters(self) -> Iterator[Step]:
        """Yield where each interpreter goes next, and how long they rest between."""
        for resource in self.event.resources:
            if thing.interprets(resource):
                duties = moments.of_resource(self.event, self.schedule, resource.id)
                who = self.voice.read(thing.called(resource, self.event.resources))
                for number, duty in enumerate(duties):
                    station = self._name(duty.meeting.station)
                    yield self._step(duty.start, "interpreter_swap", station=station, where=station, who=who)
                    if rest := moments.rest(duties, number):
                        yield self._step(duty.end, "interpreter_rest", minutes=rest, who=who)

    def _things(self) -> Iterator[Step]:
        """Yield when a loop is switched on and where a microphone goes: what is done, not whom it is for."""
        for meeting in self.schedule.meetings:
            candidate, where = self.event.candidate[meeting.candidate], self._name(meeting.station)
            missed = self.schedule.missed_by(candidate.id)
            if any(need.key == "hearing_loop" and need.key not in missed for need in candidate.needs):
                yield self._step(meeting.start - WARNING, "loop_on", where=where, who="host")
        for resource in self.event.resources:
            if resource.kind == "amp_kit":
                for duty in moments.of_resource(self.event, self.schedule, resource.id):
                    station = self._name(duty.meeting.station)
                    yield self._step(duty.start, "amp", station=station, where=station, who="host")

    def _afterwards(self, last: int) -> Iterator[Step]:
        yield self._step(last, "debrief", who="counsellors")
        yield self._step(last + SUM_UP, "summary", who="organiser", minutes=CLEAN_UP - SUM_UP)
        yield self._step(last + CLEAN_UP, "tasks", who="organiser")
        yield self._step(last + CLEAN_UP, "clean", who="host", where=self.voice.say("run.where.all"))
