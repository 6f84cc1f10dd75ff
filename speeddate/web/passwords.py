"""Sign in by a password and a code; choose them, and take them away again."""

from __future__ import annotations

from typing import Final

import segno
from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import StopValidation

from speeddate.services.access import accounts, passwords
from speeddate.services.access.limits import Refusal
from speeddate.web import words
from speeddate.web.fields import Form, at_most, needed, said, with_at
from speeddate.web.visiting import come_in, stored, visitor, whence

views = Blueprint("passwords", __name__)
SHORTEST, LONGEST, LONGEST_CODE = 12, 200, 40
DOTS: Final = 5
Answer = str | Response | tuple[str, int]


def long_enough(_: Form, field: PasswordField) -> None:
    """Ask for a password that is hard to guess."""
    if len(field.data or "") < SHORTEST:
        raise StopValidation(words.say("form.short", least=SHORTEST))


class SignIn(Form):
    """Say who you are."""

    email = StringField(validators=[with_at, at_most(LONGEST)])
    password = PasswordField(validators=[needed("form.password"), at_most(LONGEST)])
    code = StringField(validators=[needed("form.code"), at_most(LONGEST_CODE)])


class Choice(Form):
    """Choose a password, and show that the app is connected."""

    password = PasswordField(validators=[long_enough, at_most(LONGEST)])
    code = StringField(validators=[needed("form.code"), at_most(LONGEST_CODE)])
    sealed = HiddenField()


@views.route("/sign-in/password", methods=["GET", "POST"])
def sign_in() -> Answer:
    """Let in whoever has password and code; all others get the same answer."""
    form = SignIn()
    if not form.validate_on_submit():
        return _door(form, 400 if form.errors else 200)
    tried = passwords.Tried(said(form.email), form.password.data or "", said(form.code), whence())
    match passwords.sign_in(stored(), tried):
        case Refusal.WRONG:
            form.email.errors = [words.say("password.wrong")]
            return _door(form, 400)
        case Refusal.TOO_MANY:
            form.email.errors = [words.say("password.too_many")]
            return _door(form, 429)
        case visit:
            return come_in("visit", visit)


@views.get("/account")
def account() -> Answer:
    """Show how the visitor signs in."""
    return render_template("account/one.html", kept=accounts.kept(stored(), visitor()))


@views.route("/account/password", methods=["GET", "POST"])
def choose() -> Answer:
    """Choose a password and connect an app; the spare codes are shown in the answer, and never again."""
    who, form = visitor(), Choice()
    if form.validate_on_submit():
        chosen = accounts.Chosen(form.password.data or "", said(form.sealed), said(form.code))
        if codes := accounts.choose(stored(), who, chosen, session["visit"]):
            return render_template("account/codes.html", codes=codes)
        form.code.errors = [words.say("account.code_wrong")]
    offer = accounts.offer(stored(), who, said(form.sealed))
    form.sealed.data, form.password.data, form.code.data = offer.sealed, "", ""
    page = render_template("account/password.html", form=form, offer=offer, drawn=_drawn(offer.address), least=SHORTEST)
    return page, 400 if form.errors else 200


@views.route("/account/password/remove", methods=["GET", "POST"])
def remove() -> Answer:
    """Ask once, and then take password and app away."""
    if request.method == "GET":
        return render_template("account/remove.html")
    accounts.remove(stored(), visitor(), session["visit"])
    flash(words.say("account.removed"))
    return redirect(url_for("passwords.account"))


def _door(form: SignIn, status: int) -> Answer:
    form.password.data = form.code.data = ""
    return render_template("doors/password.html", form=form), status


def _drawn(address: str) -> Markup:
    """Draw an address for apps to scan: dark on light in any scheme, since cameras want that."""
    drawn = segno.make_qr(address, error="m").svg_inline(scale=DOTS, dark="#000", light="#fff", omitsize=True)
    return Markup(drawn)  # noqa: S704  # drawn from an address, no text of anybody's stands in it
