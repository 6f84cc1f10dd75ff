"""Come in, choose a language, and go out."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, current_app, flash, g, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response
from wtforms import StringField

from speeddate.domain.text import LANGUAGES
from speeddate.services import doors, guests
from speeddate.web import words
from speeddate.web.fields import Form, at_most, said, with_at
from speeddate.web.visiting import guest, stored, visitor

views = Blueprint("doors", __name__)
LONGEST_ADDRESS = 254
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
    doors.send_link(stored(), said(form.email), doorstep)
    return render_template("doors/sent.html", minutes=doors.LINK_LASTS // timedelta(minutes=1))


@views.route("/enter/", defaults={"key": ""})
@views.route("/enter/<key>", methods=["GET", "POST"])
def enter(key: str) -> Answer:
    """Land here from a link; only the button uses it up, since scanners of mail follow links too."""
    if request.method == "GET":
        return render_template("doors/enter.html", opens=doors.opens(stored(), key) or guests.opens(stored(), key))
    if visit := doors.enter(stored(), key):
        return _come_in("visit", visit)
    if stay := guests.enter(stored(), key):
        return _come_in("stay", stay)
    return render_template("doors/enter.html", opens=False), 400


def _come_in(kind: str, key: str) -> Answer:
    """Begin a session from nothing, but for the language that was chosen."""
    chosen = session.get("language")
    session.clear()
    session.permanent = True
    session.update({kind: key} | ({"language": chosen} if chosen else {}))
    return redirect(url_for("events.home"))


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
    """Remember the language, and go back to the page it was chosen on."""
    if request.form.get("language") in LANGUAGES:
        session["language"] = request.form["language"]
    page = request.form.get("page", "")
    return redirect(page if page.startswith("/") and not page.startswith(("//", "/\\")) else url_for("events.home"))
