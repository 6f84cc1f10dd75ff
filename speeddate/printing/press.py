"""What is to be printed: for each file its pages, not yet made, and how it shall look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from textwrap import shorten
from typing import Final, Literal

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate, Employer
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.domain.text import Language
from speeddate.printing.agreed import unmet
from speeddate.printing.blocks import Page, Sheet
from speeddate.printing.candidate import pack
from speeddate.printing.guest import Guest
from speeddate.printing.kinds.employer_cover import card, cover
from speeddate.printing.kinds.meeting_page import meeting_page
from speeddate.printing.kinds.timetable import timetable
from speeddate.printing.paper.look import Look, look_for
from speeddate.printing.words import Voice

Kind = Literal["timetable", "employer", "candidate"]
Size = Literal["standard", "large", "easy"]
STANDARD: Final = 14
EASY: Final = 16
LARGE: Final = 18
LARGEST: Final = 24
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be: its id, its sheet without pages, its look, and what makes each page, by a name to report."""

    id: str
    sheet: Sheet
    look: Look
    pages: tuple[tuple[str, Callable[[], Page]], ...]


@dataclass(frozen=True, slots=True)
class Press:
    """An event and its plan, about to be printed in one language for all, or in each reader's own or `otherwise`."""

    event: Event
    schedule: Schedule
    language: Language | None
    otherwise: Language
    size: Size
    printed_at: datetime

    def drafts(self, kind: Kind) -> Iterator[Draft]:
        """Yield the files of a kind: one timetable, one for each employer and candidate who has a meeting."""
        match kind:
            case "timetable":
                yield self._timetable()
            case "employer":
                yield from map(self._employer, (e for e in self.event.employers if self._meetings(employer=e.id)))
            case "candidate":
                yield from map(self._candidate, (c for c in self.event.candidates if self._meetings(candidate=c.id)))

    def _timetable(self) -> Draft:
        voice = self._voice()
        sheet = self._sheet(voice, voice.say("timetable.title"), footer=voice.say("footer.return"), lying=True)
        look = self._look()
        make = partial(timetable, self.event, self.schedule, voice, most_columns=look.most_columns)
        return Draft("timetable", sheet, look, (("timetable", make),))

    def _employer(self, employer: Employer) -> Draft:
        voice, meetings = self._voice(), self._meetings(employer=employer.id)
        title = voice.say("cover.title", event=self.event.name or voice.say("sheet.event"))
        only_for = shorten(voice.say("page.watermark", employer=employer.name), LONGEST_NAME, placeholder=" …")
        sheet = self._sheet(voice, title, footer=". ".join(filter(None, (only_for, voice.say("footer.return")))))
        make = partial(meeting_page, self.event, self.schedule, voice)
        each = (
            (meeting.candidate, partial(make, meeting, (number, len(meetings))))
            for number, meeting in enumerate(meetings, start=1)
        )
        covers = ("cover", partial(cover, self.event, employer, meetings, voice)), ("card", partial(card, voice))
        return Draft(f"employer-{employer.id}", sheet, self._look(), (*covers, *each))

    def _candidate(self, candidate: Candidate) -> Draft:
        voice = self._own_voice(candidate)
        guest = Guest(
            event=self.event,
            candidate=candidate,
            meetings=self._meetings(candidate=candidate.id),
            missed=unmet(self.schedule, candidate.id),
            voice=voice,
        )
        sheet = self._sheet(voice, voice.say("pack.title"), footer=voice.say("footer.own"))
        return Draft(f"candidate-{candidate.id}", sheet, self._own_look(candidate), (("pack", partial(pack, guest)),))

    def _meetings(self, **whose: str) -> tuple[Meeting, ...]:
        ((role, who),) = whose.items()
        return tuple(sorted(meeting for meeting in self.schedule.meetings if getattr(meeting, role) == who))

    def _sheet(self, voice: Voice, title: str, *, footer: str, lying: bool = False) -> Sheet:
        version = voice.say("footer.version", version=self.schedule.version)
        printed = voice.say("footer.printed", printed_at=voice.moment(self.printed_at))
        return Sheet(
            title=title,
            language=voice.language,
            pages=(),
            footer=footer,
            stamp=f"{version} · {printed}",
            numbered=lambda page, pages: voice.say("footer.page", page=page, pages=pages),
            lying=lying,
        )

    def _voice(self) -> Voice:
        return Voice(self.language or self.otherwise, "easy" if self.size == "easy" else "standard")

    def _look(self) -> Look:
        return look_for(LARGE, large=True) if self.size == "large" else look_for(STANDARD, large=False)

    def _own_voice(self, candidate: Candidate) -> Voice:
        easy = self.size == "easy" or any(need.word("pack") == "easy_read" for need in candidate.needs)
        return Voice(self.language or candidate.language or self.otherwise, "easy" if easy else "standard")

    def _own_look(self, candidate: Candidate) -> Look:
        """Large print where it is asked for, by whoever prints or by the candidate, who may want it larger still."""
        asked = [need.number("pt") or LARGE for need in candidate.needs if need.word("pack") == "large_print"]
        if asked or self.size == "large":
            return look_for(min(max(LARGE if self.size == "large" else 0, *asked, STANDARD + 2), LARGEST), large=True)
        return look_for(EASY if self._own_voice(candidate).profile == "easy" else STANDARD, large=False)
