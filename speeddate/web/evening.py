"""The evening on each one's own page: the sheets of the plan that holds, and calendar files."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template
from markupsafe import Markup

from speeddate.services import events
from speeddate.services.handouts import own_sheets
from speeddate.services.handouts.own_sheets import Read, Shared
from speeddate.services.permissions import Guest
from speeddate.services.registration import firm as services_firm
from speeddate.services.registration import own
from speeddate.services.setup import frame
from speeddate.services.versions import calendars, published
from speeddate.web import words
from speeddate.web.firm import views as firm
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.visiting import guest, stored, visitor

views = Blueprint("evening", __name__, url_prefix="/events/<event>")
NEUTRAL = "moter.ics"


@firm.get("/plan")
def meetings() -> Answer:
    """Show an employer their own meetings."""
    read = own_sheets.of_employer(stored(), guest(), words.language())
    host = services_firm.host(stored(), guest())
    return render_template("firm/plan.html", read=read, inside=_inside(read), host=host)


@firm.get("/calendar")
def calendar() -> Answer:
    """Hand out an employer's own meetings for their calendar."""
    return _calendar(calendars.of_employer(stored(), guest(), words.language()))


@page("/plan", methods=("GET",))
def mine() -> Answer:
    """Show a candidate their own time and place, and what is arranged; where employers are hidden, time and place."""
    found = own.opened(stored(), actor(), where())
    planned = bool(published.holds(stored(), found.event))
    if isinstance(actor(), Guest) and frame.employers_hidden(stored(), found.event):
        coming = own_sheets.coming(stored(), actor(), where())
        return show("plan", found, read=None, coming=coming, planned=planned)
    read = own_sheets.of_candidate(stored(), actor(), where(), words.language())
    return show("plan", found, read=read, inside=_inside(read), coming=None, planned=planned)


@views.get("/my-evening")
def counsellor(event: str) -> Answer:
    """Show a counsellor where they have to be, and when."""
    row = events.found(stored(), visitor(), event)
    every = own_sheets.of_counsellor(stored(), visitor(), event, words.language())
    return render_template("evening/counsellor.html", row=row, sheets=[(each, _inside(each)) for each in every])


@views.get("/calendar/<ref>")
def counsellors_calendar(event: str, ref: str) -> Answer:
    """Hand out where a counsellor has to be, for their calendar."""
    return _calendar(calendars.of_counsellor(stored(), visitor(), event, ref, words.language()))


@views.get("/check-in")
def check_in(event: str) -> Answer:
    """Show who comes when."""
    return _for_all(event, "check-in")


@views.get("/run-sheet")
def run_sheet(event: str) -> Answer:
    """Show the evening minute by minute."""
    return _for_all(event, "run-sheet")


def _for_all(event: str, kind: Shared) -> str:
    row = events.found(stored(), visitor(), event)
    read, title = own_sheets.for_all(stored(), visitor(), event, kind, words.language()), words.say(f"evening.{kind}")
    return render_template("evening/all.html", row=row, read=read, inside=_inside(read), title=title)


def _inside(read: Read | None) -> Markup | None:
    return Markup(read.inside) if read else None  # noqa: S704  # elements whose words are never markup


def _calendar(content: bytes | None) -> Response:
    named = {"Content-Disposition": f'attachment; filename="{NEUTRAL}"'}
    return Response(content, mimetype="text/calendar", headers=named) if content else abort(404)
