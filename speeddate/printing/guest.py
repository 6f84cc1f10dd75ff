"""A candidate who gets a sheet: what the plan says of them, and how the sheet speaks to them."""

from __future__ import annotations

from dataclasses import dataclass

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate, Employer
from speeddate.domain.schedule import Meeting
from speeddate.printing import person
from speeddate.printing.words import Voice

QUESTIONS = ("questions_ahead", "questions_on_paper")
PHOTOS = "photos_ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """One candidate with their meetings in order, the needs the plan gave up, and the voice of their sheet."""

    event: Event
    candidate: Candidate
    meetings: tuple[Meeting, ...]
    missed: frozenset[str]
    voice: Voice

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
        """The needs that are not met yet: questions that an employer has not sent, and photos, which no pack holds."""
        sent = all(any(map(str.strip, self.employer(meeting).questions)) for meeting in self.meetings)
        return frozenset(key for key in (PHOTOS, *(() if sent else QUESTIONS)) if self.has(key))

    def employer(self, meeting: Meeting) -> Employer:
        """Find whom they meet."""
        return self.event.employer[meeting.employer]

    def has(self, need: str) -> bool:
        """Tell whether they asked for this and got it."""
        return need not in self.missed and any(each.key == need for each in self.candidate.needs)
