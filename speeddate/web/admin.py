"""What an administrator looks after: users, and whether the journal is whole; nothing of what events hold."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField, SelectMultipleField, StringField, ValidationError

from speeddate.domain.text import LANGUAGES
from speeddate.services import journals
from speeddate.services.access import users
from speeddate.services.access.users import About, LastError, OwnRolesError, TakenError
from speeddate.services.parts import ChangedError
from speeddate.store.offices import ROLES
from speeddate.web import words
from speeddate.web.fields import Form, at_most, needed, said, with_at
from speeddate.web.visiting import stored, visitor

views = Blueprint("admin", __name__, url_prefix="/admin")
LONGEST, LONGEST_EMAIL = 120, 254
SPOKEN: Final = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))
Answer = str | Response | tuple[str, int]


def some_roles(_: Form, field: SelectMultipleField) -> None:
    """Ask for one of the roles, or several."""
    if not field.data or not set(field.data) <= set(ROLES):
        raise ValidationError(words.say("form.roles"))


class Address(Form):
    """Where somebody gets mail."""

    email = StringField(validators=[with_at, at_most(LONGEST_EMAIL)])


class Person(Form):
    """What is said of somebody."""

    name = StringField(validators=[needed("form.user_name"), at_most(LONGEST)])
    roles = SelectMultipleField(choices=[], validate_choice=False, validators=[some_roles])
    language = StringField(default="nb")
    version = IntegerField()

    @property
    def about(self) -> About:
        """It, as the service takes it."""
        roles = tuple(role for role in ROLES if role in (self.roles.data or ()))
        return About(said(self.name), roles, next((own for own in LANGUAGES if own == self.language.data), "nb"))


class Newcomer(Address, Person):
    """Somebody new: their address, and their office by its name."""

    office = StringField()
    office_new = StringField(validators=[at_most(LONGEST)])

    def validate_office_new(self, _: StringField) -> None:
        """Ask for an office."""
        if not (said(self.office) or said(self.office_new)):
            raise ValidationError(words.say("form.office"))


@views.get("")
def every() -> Answer:
    """Show all users."""
    return render_template("admin/every.html", users=users.users(stored(), visitor()))


@views.route("/users/new", methods=["GET", "POST"])
def new() -> Answer:
    """Let somebody in."""
    who, form = visitor(), Newcomer()
    offices = users.offices(stored(), who)
    if form.validate_on_submit():
        where = said(form.email), said(form.office_new) or said(form.office)
        try:
            users.add(stored(), who, where, form.about, f"{current_app.config['ADDRESS']}{url_for('doors.sign_in')}")
        except TakenError:
            form.email.errors = [words.say("admin.taken")]
        else:
            flash(words.say("admin.added", name=said(form.name)))
            return redirect(url_for("admin.every"))
    page = render_template("admin/new.html", form=form, offices=offices, roles=ROLES, spoken=SPOKEN)
    return page, 400 if form.errors else 200


@views.route("/users/<user>", methods=["GET", "POST"])
def one(user: str) -> Answer:
    """Show somebody, and change what is said of them."""
    row, form, theirs = users.found(stored(), visitor(), user), Person(), None
    if not form.is_submitted():
        form = Person(obj=row)
    if form.validate_on_submit():
        try:
            users.change(stored(), visitor(), user, form.about, form.version.data or 0)
        except ChangedError as changed:
            theirs = changed.now
            form.version.raw_data, form.version.data = None, theirs.version
        except (LastError, OwnRolesError) as error:
            form.roles.errors = [words.say("admin.last" if isinstance(error, LastError) else "admin.own_roles")]
        else:
            flash(words.say("message.saved"))
            return redirect(url_for("admin.every"))
    row = users.found(stored(), visitor(), user)
    page = render_template(
        "admin/one.html", row=row, form=form, theirs=theirs and theirs.content, roles=ROLES, spoken=SPOKEN
    )
    return page, 409 if theirs else 400 if form.errors else 200


@views.post("/users/<user>/close")
def close(user: str) -> Answer:
    """Close the door to somebody."""
    try:
        users.close(stored(), visitor(), user)
    except LastError:
        flash(words.say("admin.last"), "error")
        return redirect(url_for("admin.one", user=user))
    flash(words.say("admin.is_closed"))
    return redirect(url_for("admin.every"))


@views.post("/users/<user>/reopen")
def reopen(user: str) -> Answer:
    """Let somebody in again."""
    users.reopen(stored(), visitor(), user)
    flash(words.say("admin.is_open"))
    return redirect(url_for("admin.every"))


@views.get("/journal")
def journal() -> Answer:
    """Tell whether the journal is whole."""
    return render_template("admin/journal.html", checked=journals.check(stored(), visitor()))
