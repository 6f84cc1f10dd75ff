"""Employers: the list, and what each does, looks for and asks."""

from __future__ import annotations

from typing import Any, Final

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField, SelectMultipleField, StringField, TextAreaField

from speeddate.domain.private import private_words_in
from speeddate.services import employers, events
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.permissions import Where
from speeddate.web import words
from speeddate.web.fields import Form, at_most, needed, no_numbers, said
from speeddate.web.visiting import stored, visitor

views = Blueprint("employers", __name__, url_prefix="/events/<event>/employers")
LONGEST_NAME = 120
LONGEST = 1000
LINES: Final = ("name", "line", "hours", "interviewer", "interviewer_role")
TEXTS: Final = ("does", "looks_for", "pace", "body_work")
Answer = str | Response | tuple[str, int]


class Profile(Form):
    """What an employer says of itself."""

    name = StringField(validators=[needed("form.employer_name"), at_most(LONGEST_NAME)])
    line = StringField(validators=[at_most(LONGEST_NAME), no_numbers])
    does = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    looks_for = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    hours = StringField(validators=[at_most(LONGEST_NAME)])
    pace = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    body_work = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    interviewer = StringField(validators=[at_most(LONGEST_NAME), no_numbers])
    interviewer_role = StringField(validators=[at_most(LONGEST_NAME), no_numbers])
    questions = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    stations = SelectMultipleField(choices=[], validate_choice=False)
    version = IntegerField()

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it."""
        asked = [line.strip() for line in said(self.questions).splitlines() if line.strip()]
        texts = {key: said(self[key]) for key in (*LINES, *TEXTS)}
        return texts | {"questions": asked, "stations": list(self.stations.data or ())}

    @property
    def doubtful(self) -> list[str]:
        """The words in it that may say something about somebody's health or benefits."""
        texts = [*(said(self[key]) for key in (*LINES, *TEXTS)), said(self.questions)]
        return list(dict.fromkeys(word for text in texts for word in private_words_in(text)))


@views.get("")
def every(event: str) -> Answer:
    """Show the employers of an event."""
    row = events.found(stored(), visitor(), event)
    known = employers.listed(stored(), visitor(), row)
    return render_template("employers/every.html", row=row, employers=known)


@views.route("/new", methods=["GET", "POST"])
def new(event: str) -> Answer:
    """Register an employer."""
    row, form = events.found(stored(), visitor(), event), Profile()
    known = employers.stations(stored(), visitor(), row)
    if form.validate_on_submit():
        employers.add(stored(), visitor(), event, form.content)
        return _saved(event, form)
    page = render_template("employers/one.html", row=row, form=form, stations=known, theirs=None, new=True)
    return page, 400 if form.errors else 200


@views.route("/<ref>", methods=["GET", "POST"])
def one(event: str, ref: str) -> Answer:
    """Show what an employer says of itself, and change it."""
    row = events.found(stored(), visitor(), event)
    kept, theirs = employers.opened(stored(), visitor(), row, ref), None
    known = kept.content | {"questions": "\n".join(kept.content.get("questions", []))}
    form = Profile(data=known | {"version": kept.version})
    if form.validate_on_submit():
        try:
            employers.change(stored(), visitor(), Where(event, ref), Kept(form.content, form.version.data or 0))
        except ChangedError as changed:
            theirs = changed.now
            form.version.raw_data, form.version.data = None, theirs.version
        else:
            return _saved(event, form)
    page = render_template(
        "employers/one.html", row=row, form=form, theirs=theirs and theirs.content, new=False,
        stations=employers.stations(stored(), visitor(), row),
    )  # fmt: skip
    return page, 409 if theirs else 400 if form.errors else 200


def _saved(event: str, form: Profile) -> Answer:
    flash(words.say("message.saved"))
    for word in form.doubtful:
        flash(words.say("employers.word", name=said(form.name), word=word))
    return redirect(url_for("employers.every", event=event))
