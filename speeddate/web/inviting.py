"""Invite an employer: a link to copy or to send, a new one, or none any more."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import StringField

from speeddate.services import events
from speeddate.services.access.codes import code
from speeddate.services.permissions import Where
from speeddate.services.registration import inviting
from speeddate.web import words
from speeddate.web.doors import LONGEST_ADDRESS
from speeddate.web.fields import Form, at_most, said, with_at
from speeddate.web.visiting import stored, visitor

views = Blueprint("inviting", __name__, url_prefix="/events/<event>/employers/<ref>/invite")
Answer = str | Response | tuple[str, int]


class Address(Form):
    """Where a link is sent."""

    email = StringField(validators=[with_at, at_most(LONGEST_ADDRESS)])


@views.get("")
def page(event: str, ref: str) -> Answer:
    """Show whether an employer has a link, and what can be done about it."""
    return _page(event, ref, Address(formdata=None))


@views.post("")
def link(event: str, ref: str) -> Answer:
    """Make a new link, and show it this once."""
    made = f"{_doorstep()}{inviting.invite(stored(), visitor(), Where(event, ref))}"
    return _page(event, ref, Address(formdata=None), made)


@views.post("/mail")
def mail(event: str, ref: str) -> Answer:
    """Send a new link."""
    form = Address()
    if not form.validate_on_submit():
        return _page(event, ref, form), 400 if form.errors else 200
    envelope = inviting.Envelope(said(form.email), words.language(), _doorstep())
    inviting.send(stored(), visitor(), Where(event, ref), envelope)
    flash(words.say("inviting.sent"))
    return redirect(url_for("employers.every", event=event))


@views.post("/shut")
def shut(event: str, ref: str) -> Answer:
    """Shut the link."""
    inviting.shut(stored(), visitor(), Where(event, ref))
    flash(words.say("inviting.is_shut"))
    return redirect(url_for("inviting.page", event=event, ref=ref))


def _page(event: str, ref: str, form: Address, made: str = "") -> str:
    row = events.found(stored(), visitor(), event)
    guest = inviting.guesthood(stored(), visitor(), Where(event, ref))
    drawn = code(made) if made else None
    return render_template("employers/invite.html", row=row, ref=ref, guest=guest, form=form, made=made, code=drawn)


def _doorstep() -> str:
    return f"{current_app.config['ADDRESS']}{url_for('doors.enter', key='')}"
