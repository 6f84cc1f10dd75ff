"""The plan: have it made, see it on a board, and change it by hand."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField, StringField, TextAreaField

from speeddate.domain.event import Event
from speeddate.goals import SENTENCES
from speeddate.services import drafts, editing, events, moving, offering, publishing, solving
from speeddate.services.boards import Shown
from speeddate.services.drafts import Draft, Pair
from speeddate.services.editing import Edit, MovedOnError, Step
from speeddate.services.permissions import RefusedError
from speeddate.services.shifting import Spot
from speeddate.web import words
from speeddate.web.fields import Form, at_most, needed, no_numbers, said
from speeddate.web.visiting import stored, visitor
from speeddate.web.working import wake

views = Blueprint("plans", __name__, url_prefix="/events/<event>/plan")
VIEWS: Final = ("stations", "candidates", "employers")
LONGEST: Final = 300
Answer = str | Response | tuple[str, int]


class Instead(Form):
    """What is done where a promise cannot be kept."""

    version = IntegerField()
    instead = TextAreaField(validators=[needed("plan.instead_needed"), at_most(LONGEST), no_numbers])


class Choice(Form):
    """What to do with somebody on the board, and where to."""

    version = IntegerField()
    deed = StringField()
    spot = StringField()


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
    return render_template("plans/begin.html", row=row, stand=stand, drafts=known, whole=whole, goals=_goals(whole))


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
    return render_template("plans/making.html", row=row, stand=stand, goals=_goals(events.opened(stored(), row)))


@views.post("/stop")
def stop(event: str) -> Answer:
    """Take the best that was found so far."""
    solving.stop(stored(), visitor(), event)
    return redirect(url_for("plans.making", event=event))


@views.get("/<int:number>")
def board(event: str, number: int) -> Answer:
    """Show a draft as a table of places and rounds, or as lists."""
    view = request.args.get("show", "")
    return _board(event, number, view=view if view in VIEWS else VIEWS[0])


@views.post("/<int:number>/step")
def step(event: str, number: int) -> Answer:
    """Take back what was done last, or do it again."""
    by = -1 if request.form.get("by") == "undo" else 1
    version = request.form.get("version", type=int, default=0)
    try:
        editing.step(stored(), visitor(), event, (number, version), by)  # type: ignore[arg-type]  # -1 or 1
    except MovedOnError:
        flash(words.say("plan.moved_on"), "warning")
    return redirect(url_for("plans.board", event=event, number=number))


@views.route("/<int:number>/candidates/<ref>", methods=["GET", "POST"])
def one(event: str, number: int, ref: str) -> Answer:
    """Show what can be done with a candidate on the board, and do it."""
    form = Choice()
    if form.validate_on_submit():
        done = _deed(ref, said(form.deed), said(form.spot))
        if done is None:
            flash(words.say("plan.choose"), "warning")
            return redirect(
                url_for("plans.one", event=event, number=number, ref=ref, employer=request.args.get("employer"))
            )
        return _edited(event, (number, form.version.data or 0), *done)
    row = events.found(stored(), visitor(), event)
    whole, draft = _opened(event, number)
    if ref not in whole.candidate:
        raise RefusedError(ref)
    shown = Shown(whole, draft.board)
    mine = shown.of(candidate=ref)
    chosen = next((seat for seat in mine if seat.meeting.employer == request.args.get("employer")), None)
    chosen = chosen or (mine[0] if len(mine) == 1 and not shown.event.candidate[ref].most_meetings > 1 else None)
    pair = chosen and Pair.of(chosen.meeting)
    return render_template(
        "plans/one.html",
        row=row,
        draft=draft,
        plan=shown,
        ref=ref,
        mine=mine,
        chosen=chosen,
        offers=offering.offers(whole, draft.board, ref, pair),
        swaps=offering.swaps(whole, draft.board, pair) if pair else (),
    )


@views.route("/<int:number>/instead/<mark>", methods=["GET", "POST"])
def instead(event: str, number: int, mark: str) -> Answer:
    """Say what is done instead of a promise that is broken."""
    row, form = events.found(stored(), visitor(), event), Instead()
    whole, draft = _opened(event, number)
    shown = Shown(whole, draft.board)
    concern = next((each for each in shown.concerns if each.mark == mark), None)
    if concern is None:
        return redirect(url_for("plans.board", event=event, number=number))
    if form.validate_on_submit():
        words_ = said(form.instead)
        return _edited(event, (number, form.version.data or 0), "instead", lambda _, held: held.saying(mark, words_))
    if request.method == "GET":
        form.instead.data, form.version.data = concern.instead, draft.version
    page = render_template("plans/instead.html", row=row, draft=draft, plan=shown, concern=concern, form=form)
    return page, 400 if form.errors else 200


def _deed(ref: str, deed: str, to: str) -> tuple[Step, Edit] | None:
    """Read what somebody wants done; nothing where they have chosen no place."""
    what, _, employer = deed.partition(":")
    pair, kind, spot = Pair(ref, employer), to.partition(":")[0], _spot(to)
    match what:
        case "lock" | "unlock":
            return f"{what}ed", lambda _, held: moving.locked(held, pair, lock=what == "lock")  # type: ignore[return-value]
        case "take_out":
            return "unplaced", lambda event, held: moving.unplaced(event, held, pair)
        case "move" if kind == "swap":
            other = Pair(*to.split(":")[1:3])
            return "swapped", lambda event, held: moving.swapped(event, held, pair, other)
        case "move" if spot:
            return "moved", lambda event, held: moving.moved(event, held, pair, spot)
        case "place" if spot:
            return "placed", lambda event, held: moving.placed(event, held, ref, spot)
    return None


def _spot(written: str) -> Spot | None:
    kind, *parts = written.split(":")
    if kind != "spot" or len(parts) != len(Spot._fields) or not parts[0].isdecimal():
        return None
    return Spot(int(parts[0]), *parts[1:])


def _edited(event: str, which: tuple[int, int], what: Step, do: Edit) -> Answer:
    try:
        editing.edit(stored(), visitor(), event, which, what, do)
    except MovedOnError:
        flash(words.say("plan.moved_on"), "warning")
    else:
        flash(words.say(f"plan.did.{what}"))
    return redirect(url_for("plans.board", event=event, number=which[0]))


def _opened(event: str, number: int) -> tuple[Event, Draft]:
    return drafts.opened(stored(), visitor(), events.found(stored(), visitor(), event), number)


def _board(event: str, number: int, *, view: str) -> str:
    row = events.found(stored(), visitor(), event)
    whole, draft = _opened(event, number)
    return render_template(
        "plans/board.html",
        row=row,
        draft=draft,
        drafts=drafts.listed(stored(), visitor(), row),
        versions=publishing.versions(stored(), visitor(), row),
        plan=Shown(whole, draft.board),
        view=view,
        views=VIEWS,
        only="only" in request.args,
    )


def _goals(whole: Event) -> dict[str, str]:
    """Say the goals of an event, in their order."""
    return {key: SENTENCES[key][words.language()] for key in whole.goals if key in SENTENCES}
