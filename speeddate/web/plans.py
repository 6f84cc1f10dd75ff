"""The plan: have it made, see it on a board, and change it by hand."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from speeddate.domain.event import Event
from speeddate.domain.private import private_words_in
from speeddate.goals import SENTENCES
from speeddate.services import events
from speeddate.services.board import drafts, editing, offering, solving
from speeddate.services.board.boards import Shown, names
from speeddate.services.board.drafts import Draft
from speeddate.services.board.editing import Edit, MovedOnError, Step
from speeddate.services.board.sieves import Sieve
from speeddate.services.versions import published
from speeddate.services.versions.standing import standings
from speeddate.web import words
from speeddate.web.deeds import Choice, Instead, deed_of
from speeddate.web.fields import said
from speeddate.web.visiting import stored, visitor
from speeddate.web.working import wake

views = Blueprint("plans", __name__, url_prefix="/events/<event>/plan")
VIEWS: Final = ("stations", "candidates", "employers")
Answer = str | Response | tuple[str, int]


@views.get("")
def home(event: str) -> Answer:
    """Show the latest draft, or how to begin; while a plan is being made, how far it is."""
    row = events.found(stored(), visitor(), event)
    stand, known = solving.stand(stored(), visitor(), row), drafts.listed(stored(), visitor(), row)
    if stand and stand.open:
        return redirect(url_for("plans.making", event=event))
    if known and (stand is None or stand.state == "done"):
        return redirect(url_for("plans.board", event=event, number=known[0].number))
    whole = events.opened(stored(), row)
    return render_template(
        "plans/begin.html",
        row=row,
        stand=stand,
        drafts=standings(stored(), visitor(), row, whole),
        whole=whole,
        goals=goals_of(whole),
        names=partial(names, whole),
    )


@views.post("/make")
def make(event: str) -> Answer:
    """Ask for a plan, around what is locked in a draft."""
    job = solving.ask(stored(), visitor(), event, request.form.get("draft", type=int))
    wake(job)
    return redirect(url_for("plans.making", event=event))


@views.get("/making")
def making(event: str) -> Answer:
    """Show how far the plan is that is being made; when it is there, lead to it."""
    row = events.found(stored(), visitor(), event)
    stand = solving.stand(stored(), visitor(), row)
    if stand is None or not stand.open:
        return redirect(url_for("plans.home", event=event))
    return render_template("plans/making.html", row=row, stand=stand, goals=goals_of(events.opened(stored(), row)))


@views.post("/stop")
def stop(event: str) -> Answer:
    """Take the best that was found so far."""
    solving.stop(stored(), visitor(), event)
    return redirect(url_for("plans.making", event=event))


@views.get("/<int:number>")
def board(event: str, number: int) -> Answer:
    """Show a draft as a table of places and rounds, or as lists."""
    row = events.found(stored(), visitor(), event)
    whole, draft = _opened(event, number)
    plan, view = Shown(whole, draft.board), _view()
    return render_template(
        "plans/board.html",
        row=row,
        draft=draft,
        drafts=standings(stored(), visitor(), row, whole),
        versions=published.versions(stored(), visitor(), row),
        plan=plan,
        sieve=Sieve(plan, view.get("find", ""), "only" in view),
        view=view,
        views=VIEWS,
    )


@views.post("/<int:number>/step")
def step(event: str, number: int) -> Answer:
    """Take back what was done last, or do it again."""
    way = "undo" if request.form.get("by") == "undo" else "redo"
    version = request.form.get("version", type=int, default=0)
    try:
        editing.step(stored(), visitor(), event, (number, version), -1 if way == "undo" else 1)
    except MovedOnError:
        flash(words.say("plan.moved_on"), "warning")
    _, draft = _opened(event, number)
    return _back(event, number, way if getattr(draft, way) else "redo" if way == "undo" else "undo")


@views.route("/<int:number>/candidates/<ref>", methods=["GET", "POST"])
def one(event: str, number: int, ref: str) -> Answer:
    """Show what can be done with a candidate on the board, and do it."""
    form, moved_on = Choice(), False
    if form.validate_on_submit():
        deed = deed_of(ref, said(form.deed), said(form.spot))
        moved_on = deed is not None and not _edited(event, (number, form.version.data or 0), deed.what, deed.do)
        if deed is not None and not moved_on:
            return _back(event, number, deed.seen)
        if deed is None:
            form.spot.errors = [words.say("plan.choose")]
    row, (whole, draft) = events.found(stored(), visitor(), event), _opened(event, number)
    found = offering.choices(whole, draft.board, ref, request.args.get("employer", ""))
    more = {"form": form, "moved_on": moved_on, "view": _view(), "ref": ref}
    page = render_template("plans/one.html", row=row, draft=draft, **more, **found._asdict())
    return page, 409 if moved_on else 400 if form.errors else 200


@views.route("/<int:number>/instead/<mark>", methods=["GET", "POST"])
def instead(event: str, number: int, mark: str) -> Answer:
    """Say what is done instead of a promise that is broken."""
    row, form, moved_on = events.found(stored(), visitor(), event), Instead(), False
    whole, draft = _opened(event, number)
    plan = Shown(whole, draft.board)
    concern = plan.concern(mark)
    if concern is None:
        if request.method == "POST":
            flash(words.say("plan.moved_on"), "warning")
        return _back(event, number, "")
    if form.validate_on_submit():
        which, saying = (number, form.version.data or 0), said(form.instead)
        if _edited(event, which, "instead", lambda _, held: held.saying(mark, saying)):
            for word in private_words_in(saying):
                flash(words.say("plan.instead_word", word=word), "warning")
            return _back(event, number, f"concern-{mark}")
        moved_on = True
    if request.method == "GET":
        form.instead.data = concern.instead
    more = {"form": form, "moved_on": moved_on, "view": _view(), "concern": concern}
    page = render_template("plans/instead.html", row=row, draft=draft, plan=plan, **more)
    return page, 409 if moved_on else 400 if form.errors else 200


def _edited(event: str, which: tuple[int, int], what: Step, do: Edit) -> bool:
    """Do something to a draft, unless somebody else has changed it since it was read."""
    try:
        editing.edit(stored(), visitor(), event, which, what, do)
    except MovedOnError:
        return False
    flash(words.say(f"plan.did.{what}"))
    return True


def _back(event: str, number: int, seen: str) -> Response:
    """Lead back to the board as it was looked at, to where something is seen."""
    return redirect(url_for("plans.board", event=event, number=number, **_view(), _anchor=seen or None))


def _view() -> dict[str, Any]:
    """Read how the board is looked at: as what, for which words, and whether only what has to be looked at."""
    asked = {key: request.args.get(key, "").strip() for key in ("show", "find", "only")}
    return {key: value for key, value in asked.items() if value and (key != "show" or value in VIEWS)}


def _opened(event: str, number: int) -> tuple[Event, Draft]:
    return drafts.opened(stored(), visitor(), events.found(stored(), visitor(), event), number)


def goals_of(whole: Event) -> dict[str, str]:
    """Say the goals of an event, in their order."""
    return {key: SENTENCES[key][words.language()] for key in whole.goals if key in SENTENCES}
