"""Words for sheets: the texts that ship, spoken in one language and profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Final

from babel.dates import format_date
from babel.lists import format_list

from speeddate.domain.clock import spoken
from speeddate.domain.text import Language, Text
from speeddate.domain.tongue import LOCALES, named
from speeddate.domain.wording import Profile, wording
from speeddate.domain.words import texts
from speeddate.printing.blocks import Line, Paragraph, Run, joined

HARD_SPACE = "\u00a0"
TEXTS: Final = texts("sheets.csv")
Value = str | int | Text


def sheet_text(key: str, profile: Profile = "standard") -> Text:
    """Find a text of the sheets: one of their own, or one of those all pages share. Raises KeyError."""
    return TEXTS.get(key) or wording(key, profile)


@cache
def _parts(key: str, profile: Profile, language: Language) -> tuple[Run | str, ...]:
    """Take a text apart, once: its words, and the names of the values between them."""
    parsed = Formatter().parse(sheet_text(key, profile)[language])
    parts = ((Run(words) if words else None, name) for words, name, _, _ in parsed)
    return tuple(part for each in parts for part in each if part is not None)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks to whom: in which language, and how plainly."""

    language: Language
    profile: Profile = "standard"

    def line(self, key: str, **values: Value) -> Line:
        """Fill in a text, its values strong; empty when a value it needs is empty, so that nothing half is printed."""
        runs: list[Run] = []
        for part in _parts(key, self.profile, self.language):
            if isinstance(part, Run):
                runs.append(part)
            elif value := self.read(values[part]):
                runs.append(Run(value, strong=True))
            else:
                return ()
        return tuple(runs)

    def say(self, key: str, **values: Value) -> str:
        """Fill in a text as plain words; empty when a value it needs is empty."""
        return "".join(run.text for run in self.line(key, **values))

    def quietly(self, key: str, **values: Value) -> Line:
        """Fill in a text without strong words."""
        words = self.say(key, **values)
        return (Run(words),) if words else ()

    def told(self, *lines: Line) -> Iterator[Paragraph]:
        """Set sentences as one paragraph; in easy sheets, each on a line of its own."""
        if self.profile == "easy":
            yield from (Paragraph(line) for line in lines if line)
        elif whole := joined(lines):
            yield Paragraph(whole)

    def read(self, value: Value) -> str:
        """Read a value as words."""
        return value[self.language] if isinstance(value, Text) else str(value)

    def date(self, day: dt.date) -> str:
        """Write a date in words: `onsdag 10. februar 2027`; no line ends between its day and its month."""
        return f"{self._date(day, 'EEEE')} {self._day(day)}"

    def moment(self, when: dt.datetime) -> str:
        """Write a moment, shorter: `1. februar 2027, 12.05`."""
        return f"{self._day(when)}, {self.clock(60 * when.hour + when.minute)}"

    def _day(self, day: dt.date) -> str:
        number = str(day.day) if self.language == "en" else f"{day.day}."
        return f"{number}{HARD_SPACE}{self._date(day, 'MMMM y')}"

    def _date(self, day: dt.date, pattern: str) -> str:
        return str(format_date(day, pattern, locale=LOCALES[self.language]))

    def clock(self, minute: int) -> str:
        """Write minutes of the day: `16.10`."""
        return spoken(minute)[self.language]

    def span(self, start: int, end: int) -> str:
        """Write from when to when: `16.10–16.40`."""
        return f"{self.clock(start)}–{self.clock(end)}"

    def tongue(self, language: str) -> str:
        """Name a language that an event knows by its code, such as `vi`; other names stay as they are."""
        return self.read(named(language))

    def listed(self, words: Iterable[str]) -> str:
        """Join words as people do: `a, b og c`."""
        return str(format_list(list(words), locale=LOCALES[self.language]))
