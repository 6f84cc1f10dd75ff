"""The checklist of an event: what is to be done by when, ticks, and whose each thing is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from speeddate.services import events
from speeddate.services.permissions import Where
from speeddate.services.setup import todos
from speeddate.services.setup.todos import TakenError, Thing
from speeddate.store.events import EventRow
from speeddate.web import words
from speeddate.web.visiting import stored, visitor

views = Blueprint("checklist", __name__, url_prefix="/events/<event>/checklist")
OWNER: Final = "owner-"
WAS: Final = "was-"
Answer = str | Response | tuple[str, int]


@views.get("")
def every(event: str) -> Answer:
    """Show everything that is to be done, by its day."""
    row = events.found(stored(), visitor(), event)
    return _page(row)


@views.post("/<key>")
def tick(event: str, key: str) -> Answer:
    """Say that something is done, or not after all."""
    todos.tick(stored(), visitor(), Where(event, key), done=request.form.get("done") == "yes")
    return _back(event, key)


@views.post("/<key>/answer")
def answer(event: str, key: str) -> Answer:
    """Answer a question of the checklist."""
    was, new = request.form.get("was", ""), request.form.get("answer", "")
    try:
        todos.answer(stored(), visitor(), Where(event, key), was=was, new=new)
    except TakenError as taken:
        return _page(events.found(stored(), visitor(), event), taken=taken.now[key], ours=new), 409
    return _back(event, key)


@views.get("/owners")
def owners(event: str) -> Answer:
    """Show whose each thing is, all at once."""
    who, row = visitor(), events.found(stored(), visitor(), event)
    who.ask("change todos")
    return _owners(row)


@views.post("/owners")
def assign(event: str) -> Answer:
    """Say whose things are."""
    was, new = _sent(WAS), _sent(OWNER)
    if g.only_speaking:
        return _owners(events.found(stored(), visitor(), event), was=was, chosen=new)
    try:
        todos.assign(stored(), visitor(), event, was, new)
    except TakenError as taken:
        return _owners(events.found(stored(), visitor(), event), chosen=new, taken=taken.now), 409
    flash(words.say("message.saved"))
    return redirect(url_for("checklist.every", event=event))


def _page(row: EventRow, **conflict: str) -> str:
    things = todos.checklist(stored(), visitor(), row)
    return render_template(
        "checklist/every.html", row=row, groups=_grouped(things), who=visitor(), conflict=conflict,
        open=sum(not thing.done for thing in things), late=sum(thing.late for thing in things),
    )  # fmt: skip


def _owners(row: EventRow, **given: Mapping[str, str]) -> str:
    """Show whose things were and who is chosen, unless given as they are kept, and which others have taken since."""
    things = todos.checklist(stored(), visitor(), row)
    kept = {thing.todo.key: thing.owner for thing in things}
    shown = {"was": kept, "chosen": kept, "taken": {}} | given
    owners = todos.owners(stored(), visitor())
    return render_template("checklist/owners.html", row=row, groups=_grouped(things), owners=owners, **shown)


def _grouped(things: Sequence[Thing]) -> list[list[Thing]]:
    return [list(group) for _, group in groupby(things, lambda thing: thing.todo.when)]


def _sent(prefix: str) -> dict[str, str]:
    sent = request.form.items()
    return {name.removeprefix(prefix): value for name, value in sent if name.startswith(prefix)}


def _back(event: str, key: str) -> Answer:
    """Say that it is saved, and go back to where it was ticked: the road, or its place in the list."""
    flash(words.say("message.saved"))
    if request.form.get("back") == "road":
        return redirect(url_for("events.one", event=event, _anchor="checklist"))
    return redirect(url_for("checklist.every", event=event, _anchor=key))
