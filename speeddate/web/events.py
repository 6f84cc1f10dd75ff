"""Events: the list of them, a new one, one from a file, and the road of each."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answered
from wtforms import FileField, RadioField, StringField, ValidationError

from speeddate.domain.fault import BadInput
from speeddate.services import events
from speeddate.services.board import drafts
from speeddate.services.handouts import overview, own_sheets, printouts
from speeddate.services.lists import uploads
from speeddate.services.permissions import Deed
from speeddate.services.plans.showing import placed
from speeddate.services.setup import todos
from speeddate.services.setup.possible import glimpsed
from speeddate.services.setup.road import next_step, road
from speeddate.services.setup.templates import TEMPLATES, template
from speeddate.services.versions import published
from speeddate.web import words
from speeddate.web.event_fields import a_name, a_new_day
from speeddate.web.fields import Form, Press, an_example, ask_about, at_most, day, needed, said
from speeddate.web.visiting import stored, visitor

views = Blueprint("events", __name__)
KINDS = tuple(each.key for each in TEMPLATES)
LONGEST_PLACE = 200
NEXT_PAGES = {
    "stations": "stations.every",
    "venue": "frame.one",
    "candidates": "candidates.every",
    "employers": "employers.every",
    "gone": "plans.home",
    "no_sheets": "sheets.every",
    "old_sheets": "sheets.every",
    "too_few": "frame.one",
    "unled": "candidates.every",
    "profiles": "employers.every",
    "late": "checklist.every",
    "todo": "checklist.every",
}
Answer = str | Answered | tuple[str, int]


def a_kind(_: Form, field: RadioField) -> None:
    """Ask for one of the templates."""
    if field.data not in KINDS:
        raise ValidationError(words.say("form.template"))


class NewEvent(Form):
    """Begin an event."""

    template = RadioField(
        choices=list(KINDS),  # type: ignore[arg-type]  # the stubs are older than the library
        default=KINDS[0],
        validate_choice=False,
        validators=[a_kind],
    )
    name = a_name()
    date = a_new_day()
    venue = StringField(validators=[at_most(LONGEST_PLACE)])


class Import(Form):
    """Send a file."""

    file = FileField(validators=[needed("import.missing")])


@views.get("/")
def home() -> Answer:
    """Go to what the visitor is here for, or say that there is nothing yet."""
    if g.guest:
        return redirect(url_for("me.home" if g.guest.list == "candidates" else "firm.home"))
    ways: tuple[tuple[Deed, str], ...] = (("see events", "events.every"), ("look after users", "admin.every"))
    way = next((page for deed, page in ways if visitor().may(deed)), None)
    return redirect(url_for(way)) if way else render_template("nothing.html")


@views.get("/events")
def every() -> Answer:
    """Show the events of the visitor's office, and above them what is the visitor's own to do."""
    who = visitor()
    return render_template(
        "events/every.html", glances=overview.glances(stored(), who), mine=todos.mine(stored(), who), who=who
    )


@views.route("/events/new", methods=["GET", "POST"])
def new() -> Answer:
    """Begin an event from a template."""
    who, form = visitor(), NewEvent()
    who.ask("make events")
    if not form.validate_on_submit():
        page = render_template("events/new.html", form=form, templates=TEMPLATES, example=an_example())
        return page, 400 if form.errors else 200
    event = template(form.template.data).event(
        name=said(form.name), date=day(form.date), venue=said(form.venue), language=words.language()
    )
    flash(words.say("message.made"))
    ask_about(said(form.name), said(form.name), said(form.venue))
    return redirect(url_for("events.one", event=events.add(stored(), who, event)))


@views.route("/events/import", methods=["GET", "POST"])
def bring() -> Answer:
    """Bring in an event from a file; where anything is wrong with it, all of that is told and nothing is kept."""
    who, form = visitor(), Import()
    who.ask("make events")
    faults: tuple[str, ...] = ()
    if form.validate_on_submit():
        try:
            event = uploads.event_in(form.file.data.filename or "", form.file.data.read())
        except BadInput as bad:
            faults = tuple(placed(replace(fault, file=""), words.language()) for fault in bad.faults)
        else:
            flash(words.say("message.made"))
            return redirect(url_for("events.one", event=events.add(stored(), who, event)))
    return render_template("events/import.html", form=form, faults=faults), 400 if form.errors or faults else 200


@views.get("/events/<event>")
def one(event: str) -> Answer:
    """Show the road of an event: what there is, and what is next."""
    who = visitor()
    row = events.found(stored(), who, event)
    event_ = events.opened(stored(), row)
    counts, things = road(event_), todos.checklist(stored(), who, row)
    step = next_step(counts, things, who, printouts.owed(stored(), who, row))
    return render_template(
        "events/one.html", row=row, road=counts, who=who, things=todos.due_next(things), venue=event_.venue,
        step=step, pages=NEXT_PAGES, days=todos.days_left(stored(), row),
        drafts=len(drafts.listed(stored(), who, row)) if who.may("make plans") else 0,
        possible=glimpsed(who, event_), version=published.holds(stored(), row),
        seated=own_sheets.seated(stored(), who, row),
    )  # fmt: skip


@views.get("/events/<event>/event.json")
def download(event: str) -> Answer:
    """Hand out an event as a file, under a name that says nothing; packed with its pictures where it has any."""
    name, content = events.exported(stored(), visitor(), event)
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, mimetype=f"application/{name.rpartition('.')[2]}", headers=named)


@views.route("/events/<event>/delete", methods=["GET", "POST"])
def delete(event: str) -> Answer:
    """Ask once, and then delete an event."""
    who, form = visitor(), Press()
    who.ask("delete events")
    row = events.found(stored(), who, event)
    if request.method == "GET" or not form.validate():
        return render_template("events/delete.html", row=row, road=road(events.opened(stored(), row)), form=form)
    events.delete(stored(), who, event)
    flash(words.say("message.deleted"))
    return redirect(url_for("events.every"))
