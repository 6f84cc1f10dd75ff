"""The stations of an event: the list, what each has, and taking one away."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField, SelectMultipleField, StringField

from speeddate.domain.fault import BadInput
from speeddate.services import events
from speeddate.services.parts import ChangedError, Content, Kept
from speeddate.services.permissions import Where
from speeddate.services.setup import stations
from speeddate.services.setup.features import asked, named
from speeddate.store.events import EventRow
from speeddate.web import words
from speeddate.web.faults import tell
from speeddate.web.fields import Form, at_most, needed, no_numbers, said, tell_apart
from speeddate.web.visiting import stored, visitor

views = Blueprint("stations", __name__, url_prefix="/events/<event>/stations")
LONGEST = 60
Answer = str | Response | tuple[str, int]


class Station(Form):
    """What a station is called and has."""

    name = StringField(validators=[needed("stations.nameless"), at_most(LONGEST), no_numbers])
    features = SelectMultipleField(choices=[], validate_choice=False)
    near = SelectMultipleField(choices=[], validate_choice=False)
    version = IntegerField()

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it."""
        return {"name": said(self.name), "features": self.features.data or [], "near": self.near.data or []}


class Press(Form):
    """A button, and nothing to fill in."""


@views.get("")
def every(event: str) -> Answer:
    """Show the stations of an event."""
    row = events.found(stored(), visitor(), event)
    known = stations.listed(stored(), visitor(), row)
    has = {each["id"]: list(named(each.get("features", ()), words.language()).values()) for each in known}
    return render_template("stations/every.html", row=row, stations=known, has=has)


@views.route("/new", methods=["GET", "POST"])
def new(event: str) -> Answer:
    """Add a station."""
    row, form = events.found(stored(), visitor(), event), Station()
    known = stations.listed(stored(), visitor(), row)
    form.near.data = _there(form.near.data, known)
    if form.validate_on_submit():
        try:
            stations.add(stored(), visitor(), event, form.content)
        except BadInput as bad:
            tell(form, bad, otherwise=form.name)
        else:
            return _saved(event, form, known)
    return _page(row, form, known), 400 if form.errors else 200


@views.route("/<ref>", methods=["GET", "POST"])
def one(event: str, ref: str) -> Answer:
    """Show a station, and change it."""
    row = events.found(stored(), visitor(), event)
    kept = stations.opened(stored(), visitor(), row, ref)
    form, theirs = Station(data=kept.content | {"version": kept.version}), None
    known = [each for each in stations.listed(stored(), visitor(), row) if each["id"] != ref]
    form.near.data = _there(form.near.data, known)
    if form.validate_on_submit():
        try:
            stations.change(stored(), visitor(), Where(event, ref), Kept(form.content, form.version.data or 0))
        except ChangedError as changed:
            theirs = changed.now.content
            form.version.raw_data, form.version.data = None, changed.now.version
        except BadInput as bad:
            tell(form, bad, otherwise=form.name)
        else:
            return _saved(event, form, known)
    return _page(row, form, known, ref=ref, theirs=theirs), 409 if theirs else 400 if form.errors else 200


@views.route("/<ref>/remove", methods=["GET", "POST"])
def remove(event: str, ref: str) -> Answer:
    """Ask once, and then take a station away."""
    row, form = events.found(stored(), visitor(), event), Press()
    kept = stations.opened(stored(), visitor(), row, ref)
    if request.method == "GET" or not form.validate():
        lost = stations.loss(stored(), visitor(), row, ref)
        return render_template("stations/remove.html", row=row, station=kept.content, lost=lost, form=form)
    stations.remove(stored(), visitor(), Where(event, ref))
    flash(words.say("app.removed", name=_name(kept.content)))
    return redirect(url_for("stations.every", event=event))


def _page(row: EventRow, form: Station, others: list[Content], *, ref: str = "", theirs: Content | None = None) -> str:
    features = dict.fromkeys([*asked("feature"), *(form.features.data or ())])
    return render_template(
        "stations/one.html", row=row, form=form, ref=ref, features=named(features, words.language()),
        others={each["id"]: _name(each) for each in others},
        theirs=theirs and _told(theirs, others),
    )  # fmt: skip


def _told(theirs: Content, others: list[Content]) -> list[tuple[str, str]]:
    """Say what stands kept now, in words."""
    names = {each["id"]: _name(each) for each in others}
    has = named(theirs.get("features", ()), words.language()).values()
    near = (names.get(ref, ref) for ref in theirs.get("near", ()))
    return [
        (words.say("stations.name"), theirs.get("name", "")),
        (words.say("stations.features"), ", ".join(has)),
        (words.say("stations.near"), ", ".join(near)),
    ]


def _there(chosen: list[str] | None, others: list[Content]) -> list[str]:
    """Leave out stations that somebody has taken away meanwhile."""
    known = {each["id"] for each in others}
    return [ref for ref in chosen or () if ref in known]


def _name(content: Content) -> str:
    return str(content.get("name") or content["id"])


def _saved(event: str, form: Station, others: list[Content]) -> Answer:
    flash(words.say("message.saved"))
    tell_apart(said(form.name), others)
    return redirect(url_for("stations.every", event=event))
