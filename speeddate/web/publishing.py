"""Publish a draft, see the versions there are, and compare any two plans."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField

from speeddate.services import events
from speeddate.services.board import drafts
from speeddate.services.board.boards import Shown
from speeddate.services.board.drafts import Board
from speeddate.services.board.editing import MovedOnError
from speeddate.services.permissions import RefusedError
from speeddate.services.versions import changes_told, published, publishing
from speeddate.services.versions.changes import compare
from speeddate.services.versions.publishing import NotReadyError
from speeddate.services.versions.telling import telling
from speeddate.store.events import EventRow
from speeddate.store.offices import UserRow
from speeddate.web import words
from speeddate.web.fields import Form
from speeddate.web.visiting import stored, visitor

views = Blueprint("publishing", __name__, url_prefix="/events/<event>/plan")
Answer = str | Response | tuple[str, int]


class Publish(Form):
    """The version of the draft that was read."""

    version = IntegerField()


@views.route("/<int:number>/publish", methods=["GET", "POST"])
def publish(event: str, number: int) -> Answer:
    """Show what publishing would do, and do it."""
    row, form, moved_on = events.found(stored(), visitor(), event), Publish(), False
    if form.validate_on_submit():
        try:
            made = publishing.publish(stored(), visitor(), event, (number, form.version.data or 0), _letter)
        except MovedOnError:
            moved_on = True
        except NotReadyError:
            pass  # the page says why
        else:
            flash(words.say("publish.done", number=made))
            return redirect(url_for("publishing.version", event=event, number=made))
    ready = publishing.ready(stored(), visitor(), row, number)
    told = changes_told.to_organisers(ready.changes) if ready.changes else ()
    page = render_template("publishing/publish.html", row=row, ready=ready, told=told, moved_on=moved_on)
    return page, 409 if form.is_submitted() else 200


@views.get("/versions/<int:number>")
def version(event: str, number: int) -> Answer:
    """Show a version, and what is different from the one before."""
    row = events.found(stored(), visitor(), event)
    made = published.opened(stored(), visitor(), row, number)
    before = published.opened(stored(), visitor(), row, number - 1) if number > 1 else None
    changes = compare(made.event, before.schedule, made.schedule) if before else None
    told = changes_told.to_organisers(changes) if changes else ()
    every = published.versions(stored(), visitor(), row)
    holds = number == every[0].number
    others = telling(stored(), row, made.event, made.schedule, changes).others if holds else ()
    plan = Shown(made.event, made.board)
    return render_template(
        "publishing/version.html", row=row, made=made, plan=plan, before=before, told=told, others=others, every=every,
        who=visitor(),
    )  # fmt: skip


@views.get("/compare")
def compared(event: str) -> Answer:
    """Show two plans side by side: what is different, for whom, and what each comes to."""
    row = events.found(stored(), visitor(), event)
    known = _plans(row)
    one, other = request.args.get("one", ""), request.args.get("other", "")
    if one not in known or other not in known:
        first, second, *_ = [*known, "", ""]
        return render_template("publishing/choose.html", row=row, known=known, one=one or first, other=other or second)
    whole, boards = events.opened(stored(), row), {named: _plan(row, named) for named in (one, other)}
    comparison = compare(whole, boards[one].schedule, boards[other].schedule)
    return render_template(
        "publishing/compare.html",
        row=row,
        known=known,
        one=one,
        other=other,
        comparison=comparison,
        plans={named: Shown(whole, drafts.here(whole, board)) for named, board in boards.items()},
        told=changes_told.to_organisers(comparison),
    )


def _plans(row: EventRow) -> dict[str, str]:
    """Name the plans that can be compared."""
    versions = published.versions(stored(), visitor(), row)
    made = {f"version-{each.number}": words.say("publish.version", number=each.number) for each in versions}
    known = drafts.listed(stored(), visitor(), row)
    return made | {f"draft-{each.number}": words.say("plan.draft", number=each.number) for each in known}


def _plan(row: EventRow, named: str) -> Board:
    kind, _, number = named.partition("-")
    if not number.isdecimal():
        raise RefusedError(named)
    if kind == "version":
        return published.opened(stored(), visitor(), row, int(number)).board
    return drafts.opened(stored(), visitor(), row, int(number))[1].board


def _letter(user: UserRow, event: EventRow, number: int) -> tuple[str, str]:
    """Write to a counsellor, in neutral words: that there is a plan or a new one, and where; nothing of it."""
    link = f"{current_app.config['ADDRESS']}{url_for('evening.counsellor', event=event.id)}"
    keys = ("publish.mail_subject", "publish.mail") if number == 1 else ("publish.changed_subject", "publish.changed")
    subject, text = (words.texts()[key][user.language] for key in keys)
    return subject, text.format(link=link)
