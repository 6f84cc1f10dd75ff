"""Employers: the list, and what each does, looks for and asks."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import SelectMultipleField

from speeddate.services import events
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.permissions import Where
from speeddate.services.registration import earlier, employers, leaving
from speeddate.store.events import EventRow
from speeddate.web import words
from speeddate.web.amounts import CountField, between
from speeddate.web.fields import Press, said, tell_apart
from speeddate.web.profile import Profile, advise
from speeddate.web.visiting import stored, visitor

views = Blueprint("employers", __name__, url_prefix="/events/<event>/employers")
MOST_MEETINGS = 400
Answer = str | Response | tuple[str, int]


class Registered(Profile):
    """What an employer says of itself, and what the organiser decides."""

    max_meetings = CountField(validators=[between(1, MOST_MEETINGS)])
    stations = SelectMultipleField(choices=[], validate_choice=False)

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it."""
        decided = {"max_meetings": self.max_meetings.data or 0, "stations": list(self.stations.data or ())}
        return super().content | decided


@views.get("")
def every(event: str) -> Answer:
    """Show the employers of an event."""
    row = events.found(stored(), visitor(), event)
    known = employers.listed(stored(), visitor(), row)
    return render_template("employers/every.html", row=row, employers=known)


@views.route("/new", methods=["GET", "POST"])
def new(event: str) -> Answer:
    """Register an employer, or one more time one who has taken part before."""
    row, name = events.found(stored(), visitor(), event), request.args.get("name", "")
    form = Registered.of(earlier.profile(stored(), visitor(), row, name) if name else {})
    if form.validate_on_submit():
        ref = employers.add(stored(), visitor(), event, form.content)
        return _saved(row, ref, form)
    stations = employers.stations(stored(), visitor(), row)
    known = earlier.known(stored(), visitor(), row)
    page = render_template("employers/new.html", row=row, form=form, stations=stations, known=known)
    return page, 400 if form.errors else 200


@views.route("/<ref>", methods=["GET", "POST"])
def one(event: str, ref: str) -> Answer:
    """Show what an employer says of itself, and change it."""
    row = events.found(stored(), visitor(), event)
    kept, theirs = employers.opened(stored(), visitor(), row, ref), None
    form = Registered.of(kept.content, kept.version)
    if form.validate_on_submit():
        try:
            employers.change(stored(), visitor(), Where(event, ref), Kept(form.content, form.version.data or 0))
        except ChangedError as changed:
            theirs = form.theirs(changed.now.content)
            form.again(changed.now.version)
        else:
            return _saved(row, ref, form)
    page = render_template(
        "employers/one.html", row=row, ref=ref, form=form, theirs=theirs,
        stations=employers.stations(stored(), visitor(), row),
        history=earlier.history(stored(), visitor(), row, kept.content.get("name", "")),
    )  # fmt: skip
    return page, 400 if form.errors else 200 if theirs is None else 409


@views.route("/<ref>/remove", methods=["GET", "POST"])
def remove(event: str, ref: str) -> Answer:
    """Ask once, and then take an employer out of the event."""
    form, row = Press(), events.found(stored(), visitor(), event)
    kept = employers.opened(stored(), visitor(), row, ref)
    if form.validate_on_submit():
        leaving.remove(stored(), visitor(), Where(event, ref))
        flash(words.say("app.removed", name=kept.content.get("name") or ref))
        return redirect(url_for("employers.every", event=event))
    lost = leaving.lost(stored(), visitor(), Where(event, ref))
    return render_template("employers/remove.html", row=row, employer=kept.content, form=form, lost=lost)


def _saved(row: EventRow, ref: str, form: Profile) -> Answer:
    flash(words.say("message.saved"))
    advise(form)
    known = (each.content for each in employers.listed(stored(), visitor(), row))
    tell_apart(said(form.name), (each for each in known if each["id"] != ref))
    return redirect(url_for("employers.every", event=row.id))
