"""What and whom candidates share at an event: the list, one of them, and taking one away."""

from __future__ import annotations

from typing import Any, Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField, RadioField, StringField
from wtforms.validators import StopValidation

from speeddate.domain.fault import BadInput
from speeddate.services import events
from speeddate.services.parts import ChangedError, Content, Kept
from speeddate.services.permissions import Where
from speeddate.services.setup import resources
from speeddate.services.setup.features import asked, named
from speeddate.store.events import EventRow
from speeddate.web import tongues, words
from speeddate.web.amounts import CountField
from speeddate.web.faults import tell
from speeddate.web.fields import Form, at_most, no_numbers, said
from speeddate.web.hours import HoursField, some_hours, windows
from speeddate.web.visiting import stored, visitor

views = Blueprint("resources", __name__, url_prefix="/events/<event>/resources")
LONGEST: Final = 60
MOST: Final = 400
SPOKEN: Final = "spoken_interpreter"
Answer = str | Response | tuple[str, int]


def a_few(_: Form, field: CountField) -> None:
    """Ask how many it serves at once."""
    if not (isinstance(field.data, int) and 1 <= field.data <= MOST):
        raise StopValidation(words.say("resources.how_many", most=MOST))


class Resource(Form):
    """What it is, what people call it, how many it serves at once, and when it is there."""

    kind = RadioField(choices=[], validate_choice=False)
    lang = StringField(validators=[at_most(LONGEST - len(SPOKEN) - 1), no_numbers])
    name = StringField(validators=[at_most(LONGEST), no_numbers])
    capacity = CountField(default=1, validators=[a_few])
    available = HoursField(validators=[some_hours])
    version = IntegerField()

    def validate_kind(self, field: RadioField) -> None:
        """Ask what it is."""
        if not field.data:
            raise StopValidation(words.say("resources.kindless"))

    def validate_lang(self, field: StringField) -> None:
        """Ask which language an interpreter of another language speaks."""
        if self.kind.data == SPOKEN and not said(field):
            raise StopValidation(words.say("resources.langless"))
        if {",", ";", ":", "="} & set(said(field)):
            raise StopValidation(words.say("resources.langless"))

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it."""
        spoken = f":{tongues.read(said(self.lang))}" if self.kind.data == SPOKEN else ""
        return {
            "kind": self.kind.data + spoken,
            "name": said(self.name),
            "capacity": self.capacity.data,
            "available": self.available.data,
        }


class Press(Form):
    """A button, and nothing to fill in."""


@views.get("")
def every(event: str) -> Answer:
    """Show what candidates share."""
    row = events.found(stored(), visitor(), event)
    known = [_told(each) for each in resources.listed(stored(), visitor(), row)]
    return render_template("resources/every.html", row=row, resources=known)


@views.route("/new", methods=["GET", "POST"])
def new(event: str) -> Answer:
    """Add one."""
    row, form = events.found(stored(), visitor(), event), Resource()
    resources.listed(stored(), visitor(), row)
    if form.validate_on_submit():
        try:
            resources.add(stored(), visitor(), event, form.content)
        except BadInput as bad:
            tell(form, bad, otherwise=form.kind)
        else:
            return _saved(event, form.content)
    return _page(row, form), 400 if form.errors else 200


@views.route("/<ref>", methods=["GET", "POST"])
def one(event: str, ref: str) -> Answer:
    """Show one, and change it."""
    row = events.found(stored(), visitor(), event)
    kept = resources.opened(stored(), visitor(), row, ref)
    form, theirs = Resource(data=_fields(kept)), None
    if form.validate_on_submit():
        try:
            resources.change(stored(), visitor(), Where(event, ref), Kept(form.content, form.version.data or 0))
        except ChangedError as changed:
            theirs = changed.now.content
            form.version.raw_data, form.version.data = None, changed.now.version
        except BadInput as bad:
            tell(form, bad, otherwise=form.kind)
        else:
            return _saved(event, form.content)
    return _page(row, form, ref=ref, theirs=theirs), 409 if theirs else 400 if form.errors else 200


@views.route("/<ref>/remove", methods=["GET", "POST"])
def remove(event: str, ref: str) -> Answer:
    """Ask once, and then take one away."""
    row, form = events.found(stored(), visitor(), event), Press()
    name = _told(resources.opened(stored(), visitor(), row, ref).content)["name"]
    if request.method == "GET" or not form.validate():
        return render_template("resources/remove.html", row=row, name=name, form=form)
    resources.remove(stored(), visitor(), Where(event, ref))
    flash(words.say("app.removed", name=name))
    return redirect(url_for("resources.every", event=event))


def _page(row: EventRow, form: Resource, *, ref: str = "", theirs: Content | None = None) -> str:
    kinds = dict.fromkeys([*asked("resource"), *filter(None, [form.kind.data])])
    return render_template(
        "resources/one.html", row=row, form=form, ref=ref, kinds=named(kinds, words.language()),
        theirs=theirs and _told(theirs), languages=tongues.names(), doubt=tongues.doubt(said(form.lang)),
    )  # fmt: skip


def _fields(kept: Kept) -> Content:
    """Say what is kept as the fields do."""
    kind, _, lang = kept.content["kind"].partition(":")
    return kept.content | {"kind": kind, "lang": tongues.name(lang), "version": kept.version}


def _told(content: Content) -> Content:
    """Say what is kept in words."""
    kind, _, lang = content["kind"].partition(":")
    [word] = named([kind], words.language()).values()
    what = f"{word} ({tongues.name(lang)})" if lang else word
    return {
        "id": content["id"],
        "kind": what,
        "name": content.get("name") or what,
        "capacity": content.get("capacity", 1),
        "available": windows(content.get("available", ())) or words.say("resources.always"),
    }


def _saved(event: str, content: Content) -> Answer:
    flash(words.say("message.saved"))
    tongues.warn(content["kind"].partition(":")[2])
    return redirect(url_for("resources.every", event=event))
