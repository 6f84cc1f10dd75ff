"""Behind the button «Why?»: why somebody has no meeting, or not the one they wish for, and what it would cost."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from speeddate.domain.cost import Priced
from speeddate.services import costs_said, drafts, events, reasons
from speeddate.services.boards import Shown
from speeddate.services.editing import MovedOnError
from speeddate.services.permissions import RefusedError
from speeddate.web import words
from speeddate.web.fields import Press
from speeddate.web.visiting import stored, visitor
from speeddate.web.working import beside

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
        answer = reasons.why_not(stored(), row, whole, draft.board, (ref, employer), beside().ask)
        lines = costs_said.said(whole, answer, plan.called(ref), employer, words.language())
        said = [line.strip().removeprefix("– ") for line in lines]  # a list on the page has dots of its own
        taken = isinstance(answer, Priced)
        return render_template(
            "reasons/why_not.html", row=row, draft=draft, plan=plan, ref=ref, employer=employer, said=said, taken=taken
        )
    out = reasons.why_without(whole, draft.board, ref, beside().ask)
    return render_template("reasons/why.html", row=row, draft=draft, plan=plan, ref=ref, out=out)


@views.post("/why")
def take(event: str, number: int, ref: str) -> Answer:
    """Make a new draft in which the two meet."""
    form, employer = Press(), request.form.get("employer", "")
    version = request.form.get("version", type=int, default=0)
    if not form.validate_on_submit():
        return redirect(url_for("reasons.why", event=event, number=number, ref=ref, employer=employer))
    try:
        made = reasons.take(stored(), visitor(), event, (number, version), (ref, employer), beside().ask)
    except MovedOnError:
        flash(words.say("plan.moved_on"), "warning")
        return redirect(url_for("plans.board", event=event, number=number))
    flash(words.say("why.taken") if made else words.say("why.not_taken"), "message" if made else "warning")
    return redirect(url_for("plans.board", event=event, number=made or number))
