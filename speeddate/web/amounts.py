"""Numbers and times of day as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from wtforms import Field
from wtforms.validators import StopValidation

from speeddate.exchange.clocks import read_windows
from speeddate.exchange.shapes import CLOCK, tidy
from speeddate.web import words
from speeddate.web.fields import Check, Form

HOURS: Final = "15.30–17.00, 17.30–18.10"
LONGEST: Final = 4


class CountField(Field):
    """A whole number, or nothing."""

    data: int | str | None

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read it, and keep what was written when it is no number."""
        written = str(next(iter(valuelist), "")).strip()
        self.data = int(written) if written.isdecimal() and len(written) <= LONGEST else written

    def _value(self) -> str:
        return str(self.data or "")


class HoursField(Field):
    """Stretches of a day, one or several; nothing means all of it."""

    data: list[list[str]] | str | None

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read them, and keep what was written when they are no stretches."""
        written = tidy(str(next(iter(valuelist), "")))
        windows = read_windows(written) if written else []
        sound = isinstance(windows, list) and all(map(_stretch, windows)) and (windows or not written)
        self.data = windows if sound and isinstance(windows, list) else written

    def _value(self) -> str:
        if isinstance(self.data, str):
            return self.data
        spoken = ", ".join("–".join(window) for window in self.data or ())
        return spoken if words.language() == "en" else spoken.replace(":", ".")


def between(least: int, most: int) -> Check:
    """Ask for a number from one to another, or for nothing."""

    def check(_: Form, field: CountField) -> None:
        if field.data and not (isinstance(field.data, int) and least <= field.data <= most):
            raise StopValidation(words.say("form.number", least=least, most=most))

    return check


def stretches(_: Form, field: HoursField) -> None:
    """Ask for stretches of the day, each from before to after."""
    if isinstance(field.data, str):
        raise StopValidation(words.say("form.hours", example=HOURS))


def _stretch(window: list[Any]) -> bool:
    clocks = [clock for clock in window if isinstance(clock, str) and re.fullmatch(CLOCK, clock)]
    return len(window) == len(clocks) == 2 and clocks[0] < clocks[1]  # noqa: PLR2004  # from and to
