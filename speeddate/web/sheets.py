"""Printed sheets: have them made, and take each or all of them."""

from __future__ import annotations

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answered

from speeddate.services import events
from speeddate.services.handouts import printouts
from speeddate.services.versions import published
from speeddate.web import words
from speeddate.web.visiting import stored, visitor
from speeddate.web.working import wake

views = Blueprint("sheets", __name__, url_prefix="/events/<event>/sheets")
Answer = str | Answered


@views.get("")
def every(event: str) -> Answer:
    """Show the files that the visitor may have, outdated ones first, and which to collect; or how many are made."""
    row = events.found(stored(), visitor(), event)
    stand = printouts.stand(stored(), visitor(), row)
    files = printouts.listed(stored(), visitor(), row)
    version = published.holds(stored(), row)
    return render_template(
        "sheets/every.html",
        row=row,
        stand=stand,
        files=[each for each in files if not each.recalled],
        recalled=[called(each) for each in files if each.recalled],
        called=called,
        who=visitor(),
        version=version,
    )


def called(file: printouts.Printout) -> str:
    """Name a file by its kind and whose it is."""
    whose = [file.whose[words.language()]] if file.whose else []
    return " ".join([words.say(f"sheets.kind.{file.kind}"), *whose])


@views.post("/make")
def make(event: str) -> Answer:
    """Ask for all sheets of the plan that holds."""
    job = printouts.ask(stored(), visitor(), event)
    if job is None:
        flash(words.say("evening.not_yet"), "warning")
    else:
        wake(job)
    return redirect(url_for("sheets.every", event=event))


@views.get("/<name>.pdf")
def one(event: str, name: str) -> Response:
    """Hand out one file."""
    row = events.found(stored(), visitor(), event)
    content = printouts.opened(stored(), visitor(), row, f"{name}.pdf")
    return _handed(content, "application/pdf", f"{name}.pdf")


@views.get("/pack.zip")
def pack(event: str) -> Response:
    """Hand out all that the visitor may have in one file, whose names say nothing about anybody."""
    content = printouts.packed(stored(), visitor(), events.found(stored(), visitor(), event))
    return _handed(content, "application/zip", "pack.zip") if content else abort(404)


def _handed(content: bytes, kind: str, name: str) -> Response:
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
