"""The counsellors of an event: who they are, a new one, and what is known of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField, SelectMultipleField, StringField
from wtforms.validators import StopValidation

from speeddate.services import events
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.permissions import Where
from speeddate.services.registration import preparing, seats
from speeddate.web import words
from speeddate.web.fields import Form, Press, at_most, needed, no_numbers, said
from speeddate.web.hours import HoursField, some_hours
from speeddate.web.visiting import stored, visitor

views = Blueprint("counsellors", __name__, url_prefix="/events/<event>/counsellors")
LONGEST = 60
PHONE: Final = re.compile(r"(?:(?:\+|00)47)? ?(?:\d ?){8}")
TEXTS: Final = ("name", "phone", "deputy", "deputy_phone")
Answer = str | Response | tuple[str, int]


def a_phone(_: Form, field: StringField) -> None:
    """Ask for a Norwegian telephone number, or for nothing."""
    if said(field) and not PHONE.fullmatch(said(field)):
        raise StopValidation(words.shared("error.phone"))


class Added(Form):
    """A counsellor, with the number they have agreed to publish."""

    name = StringField(validators=[needed("form.counsellor_name"), at_most(LONGEST), no_numbers])
    phone = StringField(validators=[at_most(LONGEST), a_phone])


class Known(Added):
    """What is known of a counsellor: when they are there, and who steps in for them."""

    available = HoursField(validators=[some_hours])
    deputy = StringField(validators=[at_most(LONGEST), no_numbers])
    deputy_phone = StringField(validators=[at_most(LONGEST), a_phone])
    version = IntegerField()

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it."""
        return {key: said(self[key]) for key in TEXTS} | {"available": self.available.data or []}


class Handed(Form):
    """Candidates whom another counsellor takes over."""

    candidates = SelectMultipleField(choices=[], validate_choice=False, validators=[needed("counsellors.none_chosen")])
    to = StringField(validators=[needed("counsellors.nobody_chosen")])


@views.get("")
def every(event: str) -> Answer:
    """Show the counsellors of an event, and which users they are."""
    return _page(event, {})


@views.post("")
def seat(event: str) -> Answer:
    """Say which users they are."""
    users = {ref.removeprefix("seat-"): user for ref, user in request.form.items() if ref.startswith("seat-")}
    if g.only_speaking:
        return _page(event, users)
    seats.seat(stored(), visitor(), event, users)
    flash(words.say("message.saved"))
    return redirect(url_for("counsellors.every", event=event))


@views.route("/new", methods=["GET", "POST"])
def new(event: str) -> Answer:
    """Add one more."""
    row, form = events.found(stored(), visitor(), event), Added()
    visitor().ask("seat counsellors")
    if not form.validate_on_submit():
        return render_template("counsellors/new.html", row=row, form=form), 400 if form.errors else 200
    seats.add(stored(), visitor(), event, {"name": said(form.name), "phone": said(form.phone)})
    flash(words.say("candidates.added", name=said(form.name)))
    return redirect(url_for("counsellors.every", event=event))


@views.route("/<ref>", methods=["GET", "POST"])
def one(event: str, ref: str) -> Answer:
    """Show what is known of a counsellor, and change it: by the organiser, or by whoever it is."""
    row, theirs = events.found(stored(), visitor(), event), None
    kept = preparing.opened(stored(), visitor(), row, ref)
    form = Known(data=kept.content | {"version": kept.version})
    if form.validate_on_submit():
        try:
            preparing.change(stored(), visitor(), Where(event, ref), Kept(form.content, form.version.data or 0))
        except ChangedError as changed:
            theirs = Known(formdata=None, data=changed.now.content)
            form.version.raw_data, form.version.data = None, changed.now.version
        else:
            return _saved(event, ref)
    page = render_template(
        "counsellors/one.html", row=row, ref=ref, form=form, theirs=theirs, who=visitor(),
        candidates=preparing.theirs(stored(), visitor(), row, ref),
        others=preparing.others(stored(), visitor(), row, ref), most=preparing.MOST,
    )  # fmt: skip
    return page, 409 if theirs else 400 if form.errors else 200


@views.route("/<ref>/candidates", methods=["GET", "POST"])
def hand_over(event: str, ref: str) -> Answer:
    """Let another counsellor prepare some of their candidates."""
    row, form = events.found(stored(), visitor(), event), Handed()
    kept = preparing.opened(stored(), visitor(), row, ref)
    theirs, others = (names(stored(), visitor(), row, ref) for names in (preparing.theirs, preparing.others))
    if not (theirs and others):
        return redirect(url_for("counsellors.one", event=event, ref=ref))
    if form.validate_on_submit():
        chosen = form.candidates.data or []
        preparing.hand_over(stored(), visitor(), Where(event, ref), chosen, said(form.to))
        flash(words.say("counsellors.handed", count=len(chosen)))
        return redirect(url_for("candidates.every", event=event))
    more = {"name": kept.content.get("name") or ref, "candidates": theirs, "others": others}
    page = render_template("counsellors/hand_over.html", row=row, ref=ref, form=form, **more)
    return page, 400 if form.errors else 200


@views.route("/<ref>/remove", methods=["GET", "POST"])
def remove(event: str, ref: str) -> Answer:
    """Ask once, and then take a counsellor without candidates out of the event."""
    row, form = events.found(stored(), visitor(), event), Press()
    visitor().ask("seat counsellors")
    kept = preparing.opened(stored(), visitor(), row, ref)
    if form.validate_on_submit():
        try:
            preparing.remove(stored(), visitor(), Where(event, ref))
        except preparing.BusyError:
            flash(words.say("counsellors.busy"), "warning")
            return redirect(url_for("counsellors.one", event=event, ref=ref))
        flash(words.say("app.removed", name=kept.content.get("name") or ref))
        return redirect(url_for("counsellors.every", event=event))
    return render_template("counsellors/remove.html", row=row, ref=ref, counsellor=kept.content, form=form)


def _saved(event: str, ref: str) -> Answer:
    flash(words.say("message.saved"))
    return redirect(url_for("counsellors.one", event=event, ref=ref))


def _page(event: str, chosen: Mapping[str, str]) -> str:
    """Show them, with the users that are chosen here and not saved yet."""
    who, row = visitor(), events.found(stored(), visitor(), event)
    return render_template(
        "counsellors/every.html",
        row=row,
        chosen=chosen,
        seats=seats.seats(stored(), who, row),
        colleagues=seats.colleagues(stored(), who),
        numbers=preparing.numbers(stored(), who, row),
        crowded=preparing.crowded(stored(), who, row),
        most=preparing.MOST,
    )
