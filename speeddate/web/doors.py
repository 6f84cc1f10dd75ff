"""Come in, choose a language, and go out."""

from __future__ import annotations

import re
from datetime import timedelta

from flask import Blueprint, abort, current_app, flash, g, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response
from wtforms import StringField

from speeddate.services.access import doors, guests
from speeddate.services.access.limits import Refusal
from speeddate.web import words
from speeddate.web.fields import Form, at_most, said, with_at
from speeddate.web.visiting import come_in, guest, stored, visitor, whence

views = Blueprint("doors", __name__)
LONGEST_ADDRESS = 254
OURS = re.compile(r"/(?!/)[^\s\\\x00-\x1f\x7f]*")  # browsers read over tabs, and \ as /
Answer = str | Response | tuple[str, int]


class SignIn(Form):
    """Ask for a link."""

    email = StringField(validators=[with_at, at_most(LONGEST_ADDRESS)])


@views.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> Answer:
    """Send a link to whoever asks and works here; the answer is the same to all."""
    form = SignIn()
    if not form.validate_on_submit():
        return render_template("doors/sign_in.html", form=form), 400 if form.errors else 200
    doorstep = f"{current_app.config['ADDRESS']}{url_for('doors.enter', key='')}"
    if not doors.send_link(stored(), said(form.email), doorstep, whence()):
        form.email.errors = [words.say("sign_in.too_many")]
        return render_template("doors/sign_in.html", form=form), 429
    return render_template("doors/sent.html", minutes=doors.LINK_LASTS // timedelta(minutes=1))


@views.route("/enter/", defaults={"key": ""})
@views.route("/enter/<key>", methods=["GET", "POST"])
def enter(key: str) -> Answer:
    """Land here from a link; only the button uses it up, since scanners of mail follow links too."""
    if request.method == "GET":
        return render_template("doors/enter.html", opens=doors.opens(stored(), key) or guests.opens(stored(), key))
    if stay := guests.enter(stored(), key):
        return come_in("stay", stay)
    match doors.enter(stored(), key, whence()):
        case Refusal.WRONG:
            return render_template("doors/enter.html", opens=False), 400
        case Refusal.TOO_MANY:
            return abort(429)
        case visit:
            return come_in("visit", visit)


@views.post("/sign-out")
def sign_out() -> Answer:
    """End the session, here and on the server."""
    if g.visitor:
        doors.leave(stored(), session["visit"], visitor())
    if g.guest:
        guests.leave(stored(), session["stay"], guest())
    chosen = session.get("language")
    session.clear()
    if chosen:
        session["language"] = chosen
    flash(words.say("message.signed_out"))
    return redirect(url_for("doors.sign_in"))


@views.post("/language")
def choose_language() -> Answer:
    """Go back to the page that a language was chosen on."""
    page = request.form.get("page", "")
    return redirect(page if OURS.fullmatch(page) else url_for("events.home"))
