"""What printing starts from: an event and its plan, in whose language and how large each sheet is, and its frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final, Literal

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.domain.text import Language
from speeddate.printing.paper.look import LARGE, Look, look_for
from speeddate.printing.sheet import Page, Sheet
from speeddate.printing.words import Voice

Size = Literal["standard", "large", "easy"]
STANDARD: Final = 14
EASY: Final = 16
LARGEST: Final = 24
Make = Callable[[], Page]


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be: its id, its sheet without pages, its look, and what makes each page, by a name to report.

    The sheets of those in `then` follow in the same file.
    """

    id: str
    sheet: Sheet
    look: Look
    pages: tuple[tuple[str, Make], ...]
    then: tuple[Draft, ...] = ()


@dataclass(frozen=True)
class Press:
    """An event and its plan, about to be printed in one language for all, or in each reader's own or `otherwise`.

    `instead` is what those who run the evening do about promises that are broken.
    """

    event: Event
    schedule: Schedule
    language: Language | None
    otherwise: Language
    size: Size
    printed_at: datetime
    instead: tuple[str, ...] = ()

    def meetings(self, **whose: str) -> tuple[Meeting, ...]:
        """List the meetings of an employer or a candidate, in order."""
        ((role, who),) = whose.items()
        return self._meetings.get((role, who), ())

    @cached_property
    def _meetings(self) -> Mapping[tuple[str, str], tuple[Meeting, ...]]:
        """The meetings by whose they are, in order."""
        found: dict[tuple[str, str], tuple[Meeting, ...]] = {}
        for meeting in sorted(self.schedule.meetings):
            for whose in (("employer", meeting.employer), ("candidate", meeting.candidate)):
                found[whose] = (*found.get(whose, ()), meeting)
        return found

    def sheet(self, voice: Voice, title: str, *, footer: str, lying: bool = False) -> Sheet:
        """Make a sheet without pages: its title, and version, print time and page number below every page."""
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

    @property
    def voice(self) -> Voice:
        """How sheets speak to those whose own language nobody has asked for."""
        return Voice(self.language or self.otherwise, "easy" if self.size == "easy" else "standard")

    @property
    def look(self) -> Look:
        """How sheets look for those who have not asked for anything."""
        return look_for(LARGE, large=True) if self.size == "large" else look_for(STANDARD, large=False)

    def own_voice(self, candidate: Candidate) -> Voice:
        """How a sheet speaks to a candidate: in their language; in easy words where they ask, or whoever prints."""
        easy = self.size == "easy" or any(need.word("pack") == "easy_read" for need in candidate.needs)
        return Voice(self.language or candidate.language or self.otherwise, "easy" if easy else "standard")

    def own_look(self, candidate: Candidate) -> Look:
        """Large print where it is asked for, by whoever prints or by the candidate, who may want it larger still."""
        asked = [need.number("pt") or LARGE for need in candidate.needs if need.word("pack") == "large_print"]
        if asked or self.size == "large":
            return look_for(min(max(LARGE if self.size == "large" else 0, *asked, STANDARD + 2), LARGEST), large=True)
        return look_for(EASY if self.own_voice(candidate).profile == "easy" else STANDARD, large=False)
