"""Lists of candidates and employers as files: a template, the list itself, and a list that is brought in."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answered
from wtforms import FileField

from speeddate.domain.fault import BadInput, Fault
from speeddate.exchange import ListKind
from speeddate.services import events
from speeddate.services.lists import list_imports, list_sealing, lists
from speeddate.services.lists.list_previews import Preview
from speeddate.services.lists.list_sealing import Sent
from speeddate.services.plans.showing import placed
from speeddate.web import words
from speeddate.web.fields import Form, needed
from speeddate.web.visiting import stored, visitor

Answer = str | Answered | tuple[str, int]
TYPES: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


class Upload(Form):
    """Send a list."""

    file = FileField(validators=[needed("import.missing")])


class Confirmed(Form):
    """Press the button below what a list would do."""


def _views(kind: ListKind) -> Blueprint:
    """Make the pages of one list."""
    views = Blueprint(f"{kind}_lists", __name__, url_prefix=f"/events/<event>/{kind}")
    ending = "<any(xlsx, csv):ending>"
    views.add_url_rule("/import", "bring", lambda event: _bring(event, kind), methods=["GET", "POST"])
    views.add_url_rule(f"/template.{ending}", "template", lambda event, ending: _template(event, kind, ending))
    views.add_url_rule(f"/{kind}.{ending}", "download", lambda event, ending: _download(event, kind, ending))
    return views


CANDIDATES: Final = _views("candidates")
EMPLOYERS: Final = _views("employers")
VIEWS: Final = (CANDIDATES, EMPLOYERS)


@CANDIDATES.get("/needs.csv")
def needs(event: str) -> Answer:
    """Hand out what their own candidates need."""
    return _download(event, "needs", "csv")


def _template(event: str, kind: ListKind, ending: str) -> Answer:
    content = lists.template(stored(), visitor(), event, kind, (ending, words.language()))
    return _file(content, "template", ending)


def _download(event: str, sheet: str, ending: str) -> Answer:
    content = lists.exported(stored(), visitor(), event, sheet, (ending, words.language()))
    return _file(content, sheet, ending)


def _file(content: bytes, name: str, ending: str) -> Answer:
    """Hand out a file, under a name that says nothing of whom it is from."""
    named = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return Response(content, content_type=TYPES[ending], headers=named)


def _bring(event: str, kind: ListKind) -> Answer:
    """Ask for a file, say what it would do, and do it when that has been seen."""
    lists.scope_of(stored(), visitor(), events.found(stored(), visitor(), event), kind)
    if "sealed" in request.form:
        return _confirmed(event, kind)
    form = Upload()
    if not form.validate_on_submit():
        return _page(event, kind, form), 400 if form.errors else 200
    sent = Sent(form.file.data.filename or "", form.file.data.read())
    try:
        preview = list_imports.previewed(stored(), visitor(), event, kind, sent)
    except BadInput as bad:
        return _page(event, kind, form, faults=bad.faults), 400
    return _preview(event, kind, sent, preview)


def _confirmed(event: str, kind: ListKind) -> Answer:
    """Write what was shown; where that is no longer what would happen, show what would."""
    form = Confirmed()
    sent = list_sealing.opened(stored(), visitor(), event, kind, request.form["sealed"])
    if sent is None or not (form.validate() or g.only_speaking):
        return _page(event, kind, Upload(formdata=None), old=True), 400
    try:
        if g.only_speaking:
            return _preview(event, kind, sent, list_imports.previewed(stored(), visitor(), event, kind, sent))
        done = list_imports.bring_in(stored(), visitor(), event, kind, sent)
    except list_imports.OutdatedError as outdated:
        return _preview(event, kind, sent, outdated.now, outdated=True), 409
    except BadInput as bad:
        return _page(event, kind, Upload(formdata=None), faults=bad.faults), 409
    flash(words.say("lists.done", added=len(done.added), changed=len(done.changed)))
    return redirect(url_for(f"{kind}.every", event=event))


def _preview(event: str, kind: ListKind, sent: Sent, preview: Preview, *, outdated: bool = False) -> str:
    marked = replace(sent, mark=preview.mark)
    row = events.found(stored(), visitor(), event)
    return render_template(
        "lists/preview.html", row=row, kind=kind, preview=preview, outdated=outdated, form=Confirmed(formdata=None),
        doubts=_told(preview.doubts), sealed=list_sealing.sealed(stored(), visitor(), event, kind, marked),
        counsellors=lists.scope_of(stored(), visitor(), row, kind).counsellors,
    )  # fmt: skip


def _page(event: str, kind: ListKind, form: Upload, *, faults: tuple[Fault, ...] = (), old: bool = False) -> str:
    row = events.found(stored(), visitor(), event)
    return render_template("lists/import.html", row=row, kind=kind, form=form, faults=_told(faults), old=old)


def _told(faults: tuple[Fault, ...]) -> list[str]:
    """Write faults on a line each: the sheet, row and column that they are in, where they are in the file."""
    here = (replace(fault, file="", sheet=fault.sheet if fault.file else "") for fault in faults)
    return [placed(fault, words.language()) for fault in here]
