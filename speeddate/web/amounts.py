"""Whole numbers as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from wtforms import Field
from wtforms.validators import StopValidation

from speeddate.web import words
from speeddate.web.fields import Check, Form

LONGEST: Final = 4


class CountField(Field):
    """A whole number, or nothing."""

    data: int | str | None

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read it, and keep what was written when it is no number."""
        written = str(next(iter(valuelist), "")).strip()
        self.data = int(written) if written.isdecimal() and len(written) <= LONGEST else written

    def _value(self) -> str:
        return "" if self.data is None else str(self.data)


def between(least: int, most: int) -> Check:
    """Ask for a number from one to another, or for nothing."""

    def check(_: Form, field: CountField) -> None:
        if field.data and not (isinstance(field.data, int) and least <= field.data <= most):
            raise StopValidation(words.say("form.number", least=least, most=most))

    return check
