"""Behind the buttons «Why?»: why somebody sits here, has no meeting or not the one they wish for, and what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from speeddate.services import events
from speeddate.services.board import drafts, offering, solving
from speeddate.services.board.boards import Shown
from speeddate.services.board.drafts import Pair
from speeddate.services.board.editing import MovedOnError
from speeddate.services.permissions import RefusedError
from speeddate.services.why import asking, costs_said, reasons
from speeddate.services.why.here import why_here
from speeddate.web import words
from speeddate.web.fields import Press
from speeddate.web.plans import goals_of
from speeddate.web.visiting import stored, visitor
from speeddate.web.working import beside, wake

views = Blueprint("reasons", __name__, url_prefix="/events/<event>/plan/<int:number>/candidates/<ref>")
Answer = str | Response


@views.get("/why")
def why(event: str, number: int, ref: str) -> Answer:
    """Say why somebody is without a meeting, or why they do not meet an employer."""
    row = events.found(stored(), visitor(), event)
    whole, draft = drafts.opened(stored(), visitor(), row, number)
    if ref not in whole.candidate:
        raise RefusedError(ref)
    plan, employer = Shown(whole, draft.board), request.args.get("employer", "")
    if employer:
        answer = reasons.why_not(stored(), visitor(), row, (whole, draft), Pair(ref, employer), beside().ask)
        lines = costs_said.said(whole, answer, plan.called(ref), employer, words.language())
        said = {"employer": employer, "said": _lists(lines), "kind": costs_said.kind(answer)}
        return render_template("reasons/why_not.html", row=row, draft=draft, plan=plan, ref=ref, **said)
    missing = any(each.id == ref for each in plan.without)
    fits = missing and offering.fits(whole, draft.board, ref)
    out = None if fits or not missing else reasons.why_without(whole, draft.board, ref, beside().ask)
    more = {"missing": missing, "fits": fits, "out": out}
    return render_template("reasons/why.html", row=row, draft=draft, plan=plan, ref=ref, **more)


@views.get("/here")
def here(event: str, number: int, ref: str) -> Answer:
    """Say why a meeting is where it is; of somebody without one, why they are without."""
    row = events.found(stored(), visitor(), event)
    whole, draft = drafts.opened(stored(), visitor(), row, number)
    found = why_here(whole, draft.board, ref, request.args.get("employer", ""))
    if found is None:
        return redirect(url_for("reasons.why", event=event, number=number, ref=ref))
    return render_template("reasons/here.html", row=row, draft=draft, ref=ref, **found._asdict())


@views.post("/why")
def take(event: str, number: int, ref: str) -> Answer:
    """Make a new draft in which the two meet."""
    form, employer = Press(), request.form.get("employer", "")
    version = request.form.get("version", type=int, default=0)
    if not form.validate_on_submit():
        return redirect(url_for("reasons.why", event=event, number=number, ref=ref, employer=employer))
    try:
        made = reasons.take(stored(), visitor(), event, (number, version), Pair(ref, employer), beside().ask)
    except MovedOnError:
        flash(words.say("plan.moved_on"), "warning")
        return redirect(url_for("plans.board", event=event, number=number))
    flash(words.say("why.taken") if made else words.say("why.not_taken"), "message" if made else "warning")
    return redirect(url_for("plans.board", event=event, number=made or number))


@views.route("/longer", methods=["GET", "POST"])
def longer(event: str, number: int, ref: str) -> Answer:
    """Search longer for what a meeting costs; show how far that is, whomever it is about, and lead to the answer."""
    row = events.found(stored(), visitor(), event)
    if request.method == "POST":
        pair = Pair(ref, request.form.get("employer", ""))
        wake(asking.ask(stored(), visitor(), event, number, pair))
        return redirect(url_for("reasons.longer", event=event, number=number, ref=ref))
    last = asking.sought(stored(), visitor(), row)
    if last is None:
        return redirect(url_for("reasons.why", event=event, number=number, ref=ref))
    if not last.stand.open:
        if last.stand.state != "done":
            flash(words.say(f"why.came.{last.stand.state}"), "warning")
        (who, employer), of = last.pair, last.draft
        return redirect(url_for("reasons.why", event=event, number=of, ref=who, employer=employer))
    whole, draft = drafts.opened(stored(), visitor(), row, last.draft)
    more = {"plan": Shown(whole, draft.board), "last": last, "goals": goals_of(whole)}
    return render_template("reasons/longer.html", row=row, draft=draft, **more)


@views.post("/longer/stop")
def stop(event: str, number: int, ref: str) -> Answer:
    """End the search that is going on."""
    solving.stop(stored(), visitor(), event, "cost")
    return redirect(url_for("reasons.longer", event=event, number=number, ref=ref))


def _lists(lines: Iterable[str]) -> Iterator[tuple[bool, list[str]]]:
    """Gather the lines that are one list, which has dots of its own on the page, and those that are not."""
    for dashed, some in groupby(map(str.strip, lines), lambda line: line.startswith("– ")):
        yield dashed, [line.removeprefix("– ") for line in some]
