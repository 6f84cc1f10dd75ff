"""The counsellors of an event: who they are, and a new one."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import StringField

from speeddate.services import events, seats
from speeddate.web import words
from speeddate.web.fields import Form, at_most, needed, said
from speeddate.web.visiting import stored, visitor

views = Blueprint("counsellors", __name__, url_prefix="/events/<event>/counsellors")
LONGEST = 60
Answer = str | Response | tuple[str, int]


class Added(Form):
    """A counsellor, with the number they have agreed to publish."""

    name = StringField(validators=[needed("form.counsellor_name"), at_most(LONGEST)])
    phone = StringField(validators=[at_most(LONGEST)])


@views.get("")
def every(event: str) -> Answer:
    """Show the counsellors of an event, and which users they are."""
    return _page(event, Added())


@views.post("")
def seat(event: str) -> Answer:
    """Say which users they are."""
    users = {ref.removeprefix("seat-"): user for ref, user in request.form.items() if ref.startswith("seat-")}
    seats.seat(stored(), visitor(), event, users)
    flash(words.say("message.saved"))
    return redirect(url_for("counsellors.every", event=event))


@views.post("/new")
def new(event: str) -> Answer:
    """Add one more."""
    form = Added()
    if not form.validate_on_submit():
        return _page(event, form), 400
    seats.add(stored(), visitor(), event, {"name": said(form.name), "phone": said(form.phone)})
    flash(words.say("candidates.added", name=said(form.name)))
    return redirect(url_for("counsellors.every", event=event))


def _page(event: str, form: Added) -> str:
    who, row = visitor(), events.found(stored(), visitor(), event)
    return render_template(
        "events/counsellors.html",
        row=row,
        form=form,
        seats=seats.seats(stored(), who, row),
        colleagues=seats.colleagues(stored(), who),
    )
