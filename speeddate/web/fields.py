"""Fields that speak the visitor's language, and say what to do when something is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Final

from flask_wtf import FlaskForm
from wtforms import Field, StringField, ValidationError
from wtforms.validators import StopValidation

from speeddate.domain.private import numbers_in
from speeddate.web import words

FORMATS: Final = ("%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%Y-%m-%d")
EXAMPLE: Final = "10.02.2027"
Check = Callable[[Any, Any], None]


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """A form that says everything in our own words."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """Find the library's own texts nowhere: every text is ours."""

        locales: Sequence[str] = ()


class Press(Form):
    """A button, and nothing to fill in."""


def needed(key: str, **values: object) -> Check:
    """Ask for a field to be filled in, in its own words."""

    def check(_: Form, field: Field) -> None:
        if not (field.data and str(field.data).strip()):
            raise StopValidation(words.say(key, **values))

    return check


def at_most(most: int) -> Check:
    """Ask for no more than so many characters."""

    def check(_: Form, field: Field) -> None:
        if len(field.data or "") > most:
            raise ValidationError(words.say("form.long", most=most))

    return check


def no_numbers(_: Form, field: StringField) -> None:
    """Ask for no telephone number, national id or e-mail address: they are not shared here."""
    if numbers_in(said(field)):
        raise StopValidation(words.shared("error.number_in_text"))


def with_at(_: Form, field: Field) -> None:
    """Ask for an e-mail address."""
    name, at, host = (field.data or "").strip().partition("@")
    if not (name and at and host):
        raise StopValidation(words.say("form.email"))


class DayField(Field):
    """A date as people write it: 14.01.2027, 14.1.27 or 2027-01-14."""

    data: dt.date | str | None

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read it, and keep what was written when it is no date."""
        written = str(next(iter(valuelist), "")).strip()
        self.data = _date(written) or written

    def _value(self) -> str:
        return self.data.strftime(FORMATS[0]) if isinstance(self.data, dt.date) else self.data or ""


def a_day(_: Form, field: DayField) -> None:
    """Ask for a date."""
    if not isinstance(field.data, dt.date):
        raise StopValidation(words.say("form.date", example=EXAMPLE))


def said(field: StringField) -> str:
    """Read what was written in a field, without the space around it."""
    return (field.data or "").strip()


def day(field: DayField) -> dt.date:
    """Read a field that has been found to be a date."""
    if not isinstance(field.data, dt.date):
        raise TypeError(field.name)
    return field.data


def _date(written: str) -> dt.date | None:
    for form in FORMATS:
        try:
            return dt.datetime.strptime(written, form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None
