"""A candidate's link and code: handed out by their counsellor, and the code asked for before what is private."""

from __future__ import annotations

from flask import current_app, flash, redirect, request, session, url_for
from wtforms import StringField

from speeddate.services.access import guests
from speeddate.services.registration import own, own_link
from speeddate.web import words
from speeddate.web.fields import Form, at_most, said, with_at
from speeddate.web.own.address import Answer, actor, beside, me, show, where
from speeddate.web.visiting import guest, stored, visitor

LONGEST_ADDRESS = 254
LONGEST_CODE = 12


class Code(Form):
    """The code that a candidate got from their counsellor."""

    code = StringField(validators=[at_most(LONGEST_CODE)])


class Send(Form):
    """Where to send a link; the address is not kept."""

    email = StringField(validators=[with_at, at_most(LONGEST_ADDRESS)])


@me.route("/code", methods=["GET", "POST"])
def code() -> Answer:
    """Ask for the code, and then go on to what it opens."""
    mine, form = own.opened(stored(), guest(), where()), Code()
    onward = request.values.get("page", "")
    if not form.validate_on_submit():
        return show("code", mine, form=form, onward=onward)
    heard = guests.give_code(stored(), session["stay"], said(form.code))
    if heard != "opened":
        helper = own.contact(stored(), mine).get("name") or words.say("own.counsellor")
        form.code.errors = [words.say(f"code.{heard}", counsellor=helper)]
        return show("code", mine, form=form, onward=onward), 400
    opened = f"me.{onward}"
    return redirect(url_for(opened if opened in current_app.view_functions else "me.home"))


@beside.route("/link", methods=["GET", "POST"])
def link() -> Answer:
    """Make a new link and code for a candidate, shown once."""
    mine, form, made = own.opened(stored(), actor(), where()), Send(), None
    if request.method == "POST" and "show" in request.form:
        made = own_link.invite(stored(), visitor(), where())
    elif form.validate_on_submit():
        made = own_link.send(stored(), visitor(), where(), said(form.email), doorstep())
        flash(words.say("link.sent"))
    there = where().ref in guests.invited(stored(), "candidates", where().event)
    address = doorstep() + made.key if made else ""
    return show("link", mine, form=form, made=made, address=address, there=there), 400 if form.errors else 200


@beside.post("/link/shut")
def shut() -> Answer:
    """Let a candidate's link open nothing any more."""
    own_link.shut_out(stored(), visitor(), where())
    flash(words.say("link.shut"))
    return redirect(url_for(".home"))


def doorstep() -> str:
    """Write the address that a link's key is put behind."""
    return f"{current_app.config['ADDRESS']}{url_for('doors.enter', key='')}"
