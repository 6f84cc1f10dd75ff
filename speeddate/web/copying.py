"""Begin an event from an earlier one of the office."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import RadioField

from speeddate.services import events
from speeddate.services.setup import copying
from speeddate.web import words
from speeddate.web.event_fields import a_name, a_new_day
from speeddate.web.fields import Form, an_example, ask_about, day, needed, said
from speeddate.web.visiting import stored, visitor

views = Blueprint("copying", __name__)
Answer = str | Response | tuple[str, int]


class Copy(Form):
    """Which event to begin from, and what is new."""

    earlier = RadioField(choices=[], validate_choice=False, validators=[needed("copying.which")])
    name = a_name()
    date = a_new_day()


@views.route("/events/new/copy", methods=["GET", "POST"])
def copy() -> Answer:
    """Show the earlier events, and begin a new one as one of them was."""
    who, form = visitor(), Copy()
    who.ask("make events")
    earlier = events.events(stored(), who)
    if not form.validate_on_submit():
        return render_template(
            "events/copy.html", form=form, earlier=earlier, example=an_example()
        ), 400 if form.errors else 200
    made = copying.copy(stored(), who, form.earlier.data, name=said(form.name), date=day(form.date))
    flash(words.say("message.made"))
    ask_about(said(form.name), said(form.name))
    return redirect(url_for("events.one", event=made))
