"""A candidate who gets a sheet: what the plan says of them, and how the sheet speaks to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate, Employer
from speeddate.domain.schedule import Meeting
from speeddate.domain.text import Language
from speeddate.printing import person
from speeddate.printing.blocks import Block, Bullets, Line, Mark, Paragraph, joined, plain
from speeddate.printing.words import Value, Voice

QUESTIONS = ("questions_ahead", "questions_on_paper")
PHOTOS = "photos_ahead"
QUOTES: dict[Language, tuple[str, str]] = {"nb": ("«", "»"), "nn": ("«", "»"), "en": ("“", "”")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """One candidate with their meetings in order, the needs the plan gave up, and the voice of their sheet.

    A `brief` sheet leaves out what it can do without, and sets sentences one after another.
    """

    event: Event
    candidate: Candidate
    meetings: tuple[Meeting, ...]
    missed: frozenset[str]
    voice: Voice
    brief: bool = False

    @property
    def contact(self) -> dict[str, str]:
        """Whom they turn to, by the names that texts use."""
        return person.contact(self.event, self.candidate.counsellor)

    @property
    def name(self) -> str:
        """What their own sheet calls them."""
        return person.first_name(self.candidate) or person.as_number(self.candidate, self.voice)

    @property
    def several(self) -> bool:
        """Tell whether they have more than one meeting, so that each needs its own heading."""
        return len(self.meetings) > 1

    @property
    def waiting(self) -> frozenset[str]:
        """The needs that are not met yet: questions that an employer has not sent, and pictures nobody has given."""
        theirs = [self.employer(meeting) for meeting in self.meetings]
        sent = all(any(map(str.strip, employer.questions)) for employer in theirs)
        seen = bool(self.event.map or self.event.picture) and all(employer.picture for employer in theirs)
        late = (*(() if seen else (PHOTOS,)), *(() if sent else QUESTIONS))
        return frozenset(key for key in late if self.has(key))

    def spare(self, key: str, **values: Value) -> Line:
        """Fill in a text that a brief sheet leaves out."""
        return () if self.brief else self.voice.quietly(key, **values)

    def told(self, *lines: Line) -> Iterator[Paragraph]:
        """Set sentences as the voice does or, on a brief sheet, as one paragraph."""
        return replace(self.voice, profile="standard").told(*lines) if self.brief else self.voice.told(*lines)

    def listed(self, lines: tuple[Line, ...], mark: Mark = "bullet") -> Block:
        """Set points one below another or, on a brief sheet, one after another."""
        return Paragraph(joined(lines)) if self.brief else Bullets(lines, mark)

    def said(self, lead: Line, sentences: tuple[str, ...]) -> Iterator[Block]:
        """Set sentences that somebody can say below what leads to them or, on a brief sheet, after it in quotes."""
        if self.brief:
            before, after = QUOTES[self.voice.language]
            yield Paragraph(joined((lead, *(plain(f"{before}{sentence}{after}") for sentence in sentences))))
        else:
            yield Paragraph(lead)
            yield Bullets(tuple(map(plain, sentences)), "quote")

    def employer(self, meeting: Meeting) -> Employer:
        """Find whom they meet."""
        return self.event.employer[meeting.employer]

    def has(self, need: str) -> bool:
        """Tell whether they asked for this and got it."""
        return need not in self.missed and any(each.key == need for each in self.candidate.needs)
