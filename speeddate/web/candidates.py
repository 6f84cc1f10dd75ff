"""Candidates: the list, and who somebody is."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField, RadioField, StringField
from wtforms.validators import StopValidation

from speeddate.domain.text import LANGUAGES
from speeddate.domain.wording import wording
from speeddate.services import events
from speeddate.services.handouts.standing import recall
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.permissions import Where
from speeddate.services.registration import candidates, preparing, steps, withdrawal
from speeddate.web import words
from speeddate.web.fields import Form, Press, ask_about, at_most, needed, no_numbers, said
from speeddate.web.visiting import stored, visitor

views = Blueprint("candidates", __name__, url_prefix="/events/<event>/candidates")
LONGEST_NAME = 60
Answer = str | Response | tuple[str, int]


def first_name_only(_: Form, name: StringField) -> None:
    """Ask for no surname: nobody here needs it."""
    if len(said(name).split()) > 1:
        raise StopValidation(wording("error.surname", "standard")[words.language()])


class Who(Form):
    """Who a candidate is here, and who prepares them."""

    name = StringField(validators=[needed("form.first_name"), no_numbers, first_name_only, at_most(LONGEST_NAME)])
    counsellor = RadioField(choices=[], validate_choice=False)
    language = RadioField(choices=list(LANGUAGES), default="nb", validate_choice=False)  # type: ignore[arg-type]
    version = IntegerField()

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it."""
        return {"name": said(self.name), "counsellor": self.counsellor.data or "", "language": self.language.data}


@views.get("")
def every(event: str) -> Answer:
    """Show the candidates whom the visitor may see."""
    who, row = visitor(), events.found(stored(), visitor(), event)
    return render_template(
        "candidates/every.html",
        row=row,
        candidates=candidates.listed(stored(), who, row),
        counsellors=candidates.counsellors(stored(), who, row),
        stands=steps.stands(stored(), row),
        away=candidates.away(stored(), who, row),
        who=who,
        crowded=preparing.crowded(stored(), who, row),
        most=preparing.MOST,
    )


@views.route("/new", methods=["GET", "POST"])
def new(event: str) -> Answer:
    """Register a candidate."""
    row, form = events.found(stored(), visitor(), event), Who()
    if form.validate_on_submit():
        candidates.add(stored(), visitor(), event, form.content)
        flash(words.say("candidates.added", name=said(form.name)))
        ask_about(said(form.name), said(form.name))
        return redirect(url_for("candidates.every", event=event))
    known = candidates.counsellors(stored(), visitor(), row)
    if request.method == "GET" and len(known) == 1:
        form.counsellor.data = next(iter(known))
    page = render_template(
        "candidates/one.html", row=row, form=form, counsellors=known, ref="", theirs=None, who=visitor()
    )
    return page, 400 if form.errors else 200


@views.route("/<ref>", methods=["GET", "POST"])
def one(event: str, ref: str) -> Answer:
    """Show who a candidate is, and change it."""
    row = events.found(stored(), visitor(), event)
    kept = candidates.opened(stored(), visitor(), row, ref)
    form, theirs = Who(data=kept.content | {"version": kept.version}), None
    known = candidates.counsellors(stored(), visitor(), row)
    if form.validate_on_submit():
        try:
            held = candidates.change(stored(), visitor(), Where(event, ref), Kept(form.content, form.version.data or 0))
        except ChangedError as changed:
            theirs = changed.now
            form.version.raw_data, form.version.data = None, theirs.version
        else:
            if held:
                flash(words.say("candidates.link_held"), "warning")
            return _saved(event, form)
    page = render_template(
        "candidates/one.html", row=row, form=form, counsellors=known, ref=ref, theirs=theirs and theirs.content,
        who=visitor(),
    )  # fmt: skip
    return page, 409 if theirs else 400 if form.errors else 200


@views.route("/<ref>/remove", methods=["GET", "POST"])
def remove(event: str, ref: str) -> Answer:
    """Ask once, and then delete everything about a candidate."""
    own, form = withdrawal.registered(stored(), visitor(), Where(event, ref)), Press()
    if form.validate_on_submit():
        withdrawal.remove(stored(), visitor(), Where(event, ref), recall=recall)
        flash(words.say("candidates.removed", name=own.called))
        return redirect(url_for("candidates.every", event=event))
    return render_template("candidates/remove.html", own=own, form=form, lost=withdrawal.lost(stored(), own))


def _saved(event: str, form: Who) -> Answer:
    flash(words.say("message.saved"))
    ask_about(said(form.name), said(form.name))
    return redirect(url_for("candidates.every", event=event))
