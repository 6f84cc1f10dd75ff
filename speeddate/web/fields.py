"""Fields that speak the visitor's language, and say what to do when something is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from flask import flash, g
from flask_wtf import FlaskForm
from wtforms import Field, StringField, ValidationError
from wtforms.validators import StopValidation

from speeddate.domain.event import Event
from speeddate.domain.private import numbers_in, private_words_in
from speeddate.exchange.shapes import tidy
from speeddate.services.setup.frame import today_in
from speeddate.web import words

FORMATS: Final = ("%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%Y-%m-%d")
Check = Callable[[Any, Any], None]


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """A form that says everything in our own words."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """Find the library's own texts nowhere: every text is ours."""

        locales: Sequence[str] = ()

    def validate(self, **more: Any) -> bool:
        """Find what must be mended; while somebody only chooses a language that is nothing, and nothing is done."""
        return not g.only_speaking and bool(super().validate(**more))


class Press(Form):
    """A button, and nothing to fill in."""


def needed(key: str) -> Check:
    """Ask for a field to be filled in, in its own words."""

    def check(_: Form, field: Field) -> None:
        if not (field.data and str(field.data).strip()):
            raise StopValidation(words.say(key))

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


def ask_about(name: str, *texts: str) -> None:
    """Ask once about each word that may say something about somebody's health or benefits."""
    for asked in asked_about(name, *texts):
        flash(asked, "warning")


def asked_about(name: str, *texts: str) -> Iterator[str]:
    """Yield what to ask about each word that may say something about somebody's health or benefits."""
    for word in dict.fromkeys(word for text in texts for word in private_words_in(text)):
        yield words.say("employers.word", name=name, word=word)


def tell_apart(name: str, others: Iterable[Mapping[str, Any]]) -> None:
    """Tell that another one is called the same, where one is."""
    if tidy(name).casefold() in {tidy(each.get("name", "")).casefold() for each in others}:
        flash(words.say("form.same_name", name=name), "warning")


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


def an_example() -> str:
    """Write a day in winter that is still to come."""
    return f"10.02.{today_in(ZoneInfo(Event.timezone)).year + 1}"


def a_day(_: Form, field: DayField) -> None:
    """Ask for a date."""
    if not isinstance(field.data, dt.date):
        raise StopValidation(words.say("form.date", example=an_example()))


def not_over(_: Form, field: DayField) -> None:
    """Ask for a day that is not over yet, where new events usually are."""
    if day(field) < today_in(ZoneInfo(Event.timezone)):
        raise StopValidation(words.say("form.over"))


def said(field: StringField) -> str:
    """Read what was written in a field, without the space around it."""
    return (field.data or "").strip()


def differ(one: object, other: object) -> bool:
    """Tell whether two values say different things, however their lines end; what is empty says nothing."""
    return _lines(one) != _lines(other)


def _lines(value: object) -> object:
    return (value.splitlines() if isinstance(value, str) else value) or None


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
