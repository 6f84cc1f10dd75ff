"""Fields for clock times, stretches of the day and minutes, read as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from wtforms import Field
from wtforms.validators import StopValidation

from speeddate.domain.clock import at, spoken
from speeddate.exchange.clocks import read_clock, read_windows
from speeddate.exchange.shapes import CLOCK
from speeddate.web import words
from speeddate.web.amounts import CountField

EXAMPLE: Final = "16:10"
MOST_MINUTES: Final = 240


def is_clock(written: object) -> bool:
    """Tell whether something is a clock time, as files write it."""
    return isinstance(written, str) and re.fullmatch(CLOCK, written) is not None


def clock(written: str) -> str:
    """Write a clock time as the visitor reads it."""
    return spoken(at(written))[words.language()] if is_clock(written) else written


def clock_example() -> str:
    """Show how a clock time is written."""
    return clock(EXAMPLE)


class ClockField(Field):
    """A clock time: 9.05, 09:05 or 905; what cannot be read stays as it was written."""

    data: str | None

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read it as files write it."""
        written = str(next(iter(valuelist), "")).strip()
        self.data = str(read_clock(written)) if written else ""

    def _value(self) -> str:
        return clock(self.data or "")


def a_clock(_: object, field: ClockField) -> None:
    """Ask for a clock time, if anything is written."""
    if field.data and not is_clock(field.data):
        raise StopValidation(words.shared("error.time_form", example=clock_example()))


def windows(stretches: Iterable[Sequence[str]]) -> str:
    """Write stretches of the day as the visitor reads them."""
    return ", ".join("–".join(map(clock, stretch)) for stretch in stretches)


class HoursField(Field):
    """Stretches of the day: 15.30-17.30, 18-18.30; nothing means the whole day."""

    data: list[list[str]] | str | None

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read them as files write them, and keep what was written when they are none."""
        written = str(next(iter(valuelist), "")).strip()
        read: Any = read_windows(written) if written else []
        good = read and all(len(pair) == len(("start", "end")) and all(map(is_clock, pair)) for pair in read)
        self.data = read if good or not written else written

    def _value(self) -> str:
        if isinstance(self.data, str):
            return self.data
        return windows(self.data or ())


def some_hours(_: object, field: HoursField) -> None:
    """Ask for stretches of the day, each ending after it starts, if anything is written."""
    if isinstance(field.data, str):
        raise StopValidation(words.say("form.hours"))
    for start, end in field.data or ():
        if end <= start:
            raise StopValidation(words.shared("error.end_before_start", starts_at=clock(start)))


def some_minutes(_: object, field: CountField) -> None:
    """Ask for a sensible number of minutes, if anything is written."""
    if field.data not in ("", None) and not (isinstance(field.data, int) and field.data <= MOST_MINUTES):
        raise StopValidation(words.shared("error.minutes", least=0, most=MOST_MINUTES))


class MinutesField(Field):
    """Several numbers of minutes, with commas between them; what is none stays as it was written."""

    data: list[int] | str | None

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read them, each once, the least first."""
        written = str(next(iter(valuelist), "")).strip()
        parts = [part for part in re.split(r"[,;\s]+", written) if part]
        good = all(part.isdecimal() and int(part) <= MOST_MINUTES for part in parts)
        self.data = sorted({int(part) for part in parts}) if good else written

    def _value(self) -> str:
        return self.data if isinstance(self.data, str) else ", ".join(map(str, self.data or ()))


def all_minutes(_: object, field: MinutesField) -> None:
    """Ask for sensible numbers of minutes, if anything is written."""
    if isinstance(field.data, str):
        raise StopValidation(words.shared("error.minutes", least=0, most=MOST_MINUTES))
