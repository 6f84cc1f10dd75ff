"""What an employer says of itself: the form that they and the organiser fill in alike, and what it asks about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from flask import flash
from wtforms import IntegerField, RadioField, StringField, TextAreaField
from wtforms.validators import StopValidation

from speeddate.domain.leader import only_hires
from speeddate.domain.private import numbers_in, unasked_words_in
from speeddate.services.registration.employers import LEAST_QUESTIONS, MOST_QUESTIONS, OFFERS
from speeddate.web import words
from speeddate.web.amounts import CountField, between
from speeddate.web.fields import Form, asked_about, at_most, differ, needed, said
from speeddate.web.hours import HoursField, some_hours

LONGEST_NAME = 120
LONGEST = 1000
MOST_OFFERED = 99
TEXTS: Final = (
    "name", "line", "does", "looks_for", "hours", "pace", "body_work", "licences", "safety",
    "interviewer", "interviewer_role",
)  # fmt: skip
SHOWN: Final = (*TEXTS, "questions", "available", *OFFERS, "returning")


def no_numbers(_: Form, field: StringField) -> None:
    """Ask for no telephone number, national id or e-mail address: they are not shared here."""
    if numbers_in(said(field)):
        raise StopValidation(words.shared("error.number_in_text"))


class Profile(Form):
    """What an employer says of itself."""

    name = StringField(validators=[needed("form.employer_name"), at_most(LONGEST_NAME)])
    line = StringField(validators=[at_most(LONGEST_NAME), no_numbers])
    does = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    looks_for = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    hours = StringField(validators=[at_most(LONGEST_NAME)])
    pace = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    body_work = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    licences = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    safety = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    interviewer = StringField(validators=[at_most(LONGEST_NAME), no_numbers])
    interviewer_role = StringField(validators=[at_most(LONGEST_NAME), no_numbers])
    questions = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    jobs = CountField(validators=[between(0, MOST_OFFERED)])
    placements = CountField(validators=[between(0, MOST_OFFERED)])
    visits = CountField(validators=[between(0, MOST_OFFERED)])
    available = HoursField(validators=[some_hours])
    returning = RadioField(choices=[], validate_choice=False, default="")
    version = IntegerField()

    @classmethod
    def of(cls, content: Mapping[str, Any], version: int = 0, **how: Any) -> Profile:
        """Fill the form with what is kept."""
        asked, before = "\n".join(content.get("questions", [])), "yes" if content.get("returning") else ""
        return cls(data=dict(content) | {"questions": asked, "returning": before, "version": version}, **how)

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it."""
        asked = [line.strip() for line in said(self.questions).splitlines() if line.strip()]
        offered = {key: self[key].data or 0 for key in OFFERS}
        rest = {"questions": asked, "available": self.available.data or [], "returning": self.returning.data == "yes"}
        return {key: said(self[key]) for key in TEXTS} | offered | rest

    def theirs(self, content: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What somebody else has saved meanwhile, where it differs from this."""
        other, ours = type(self).of(content, formdata=None), self.content
        return [(key, _written(other[key])) for key in SHOWN if differ(content.get(key), ours[key])]

    @property
    def doubts(self) -> Iterator[str]:
        """Ask about each word that perhaps should not stand there."""
        yield from asked_about(said(self.name), *(said(self[key]) for key in TEXTS), said(self.questions))
        for word in dict.fromkeys(unasked_words_in(said(self.questions))):
            yield words.say("employers.unasked", word=word)

    @property
    def advice(self) -> Iterator[str]:
        """Say kindly what to think over in what is written."""
        yield from self.doubts
        asked = len(self.content["questions"])
        if asked and not LEAST_QUESTIONS <= asked <= MOST_QUESTIONS:
            yield words.say("employers.how_many", count=asked)
        if only_hires(said(self.interviewer_role)):
            yield words.say("employers.leader")

    def again(self, version: int) -> None:
        """Let what is written here be saved over that version."""
        self.version.raw_data, self.version.data = None, version


def _written(field: Any) -> str:
    if isinstance(field, RadioField):
        return words.say("employers.before" if field.data else "employers.first")
    return str(field._value())  # noqa: SLF001  # as the page shows it


def advise(form: Profile) -> None:
    """Say kindly what to think over in what was saved."""
    for advice in form.advice:
        flash(advice, "warning")
