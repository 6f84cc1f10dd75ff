"""Whether an event can work out: in words first, then round for round and thing for thing."""

from __future__ import annotations

from flask import Blueprint, render_template

from speeddate.services import events
from speeddate.services.setup.possible import possible
from speeddate.web.visiting import stored, visitor

views = Blueprint("possible", __name__)


@views.get("/events/<event>/possible")
def one(event: str) -> str:
    """Show what there is of an event against what is needed."""
    who = visitor()
    row = events.found(stored(), who, event)
    return render_template("events/possible.html", row=row, told=possible(who, events.opened(stored(), row)))
