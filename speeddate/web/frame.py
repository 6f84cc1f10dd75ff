"""The frame of an event: when and where it is, its rounds, its deadlines, and how it is run."""

from __future__ import annotations

import datetime as dt
from itertools import count, takewhile
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from speeddate.domain.deadlines import DAYS_BEFORE, usual
from speeddate.domain.event import Event
from speeddate.domain.fault import BadInput
from speeddate.services import events
from speeddate.services.parts import ChangedError, Content, Kept
from speeddate.services.setup import frame
from speeddate.services.setup.features import asked, named
from speeddate.store.events import EventRow
from speeddate.web import words
from speeddate.web.fields import an_example, ask_about, said
from speeddate.web.frame_form import DAYS, PLAIN, WAY, Frame, Sheet, Span
from speeddate.web.hours import clock
from speeddate.web.visiting import stored, visitor

views = Blueprint("frame", __name__, url_prefix="/events/<event>/frame")
Answer = str | Response | tuple[str, int]


@views.get("")
def one(event: str) -> Answer:
    """Show the frame of an event."""
    row = events.found(stored(), visitor(), event)
    kept = frame.opened(stored(), visitor(), row)
    form = Frame(formdata=None, data=_shown(kept.content) | {"version": kept.version})
    return _page(row, Sheet(form, _rounds(kept.content)))


@views.post("")
def save(event: str) -> Answer:
    """Change it; or only put one row more or less on the page, and keep nothing yet."""
    row = events.found(stored(), visitor(), event)
    frame.opened(stored(), visitor(), row)
    rounds, removed = _written(), request.form.get("remove", type=int)
    if removed is not None:
        rounds = [span for number, span in enumerate(rounds) if number != removed]
        return _page(row, Sheet(Frame(), rounds), removed=True)
    sheet = Sheet(Frame(), rounds)
    if not sheet.sound():
        return _page(row, sheet), 400 if sheet.errors else 200
    try:
        frame.change(stored(), visitor(), event, Kept(sheet.content, sheet.frame.version.data or 0))
    except ChangedError as changed:
        sheet.frame.version.raw_data, sheet.frame.version.data = None, changed.now.version
        return _page(row, sheet, theirs=_differs(sheet, changed.now.content)), 409
    except BadInput as bad:
        sheet.tell(bad)
        return _page(row, sheet), 400
    flash(words.say("message.saved"))
    ask_about(said(sheet.frame.name), *sheet.frame.texts)
    return redirect(url_for("events.one", event=event))


def _page(row: EventRow, sheet: Sheet, **state: Any) -> str:
    date = sheet.frame.date.data if isinstance(sheet.frame.date.data, dt.date) else row.date
    return render_template(
        "events/frame.html", row=row, sheet=sheet, form=sheet.frame, example=an_example(), state=state,
        usual={which: words.day(usual(which, date)) for which in DAYS_BEFORE},
        days={field.name: words.day(field.data) for field in sheet.frame if isinstance(field.data, dt.date)},
        features=named(dict.fromkeys([*asked("venue"), *(sheet.frame.venue_features.data or ())]), words.language()),
    )  # fmt: skip


def _written() -> list[Span]:
    sent = request.form
    numbers = takewhile(lambda number: f"round-{number}-start" in sent, count())
    return [(sent[f"round-{n}-start"].strip(), sent.get(f"round-{n}-end", "").strip()) for n in numbers]


def _rounds(content: Content) -> list[Span]:
    return [(each["start"], each["end"]) for each in content["rounds"]]


def _shown(content: Content) -> Content:
    """Say what is kept as the fields do: an end that follows from the rounds is left out."""
    days = {key: dt.date.fromisoformat(content[key]) for key in ("date", *DAYS) if content.get(key)}
    last = max(end for _, end in _rounds(content))
    way = {key: content.get("directions", {}).get(key) for key in WAY}
    known = {key: getattr(Event, key) for key in PLAIN} | content
    return known | days | way | {"latest_end": "" if content.get("latest_end") == last else content.get("latest_end")}


def _differs(sheet: Sheet, now: Content) -> list[tuple[str, str]]:
    """Name what stands otherwise now than on the page: the field, and what stands there."""
    there = Sheet(Frame(formdata=None, data=_shown(now)), _rounds(now))
    theirs, ours = _spoken(there.frame), _spoken(sheet.frame)
    told = [(words.say(f"frame.{name}"), theirs[name]) for name in theirs if theirs[name] != ours[name]]
    spans = ", ".join(f"{clock(start)}–{clock(end)}" for start, end in there.spans)
    return told + ([(words.say("road.rounds"), spans)] if there.spans != sheet.spans else [])


def _spoken(form: Frame) -> dict[str, str]:
    """Read the fields of a form as words."""
    return {field.name: _words(field.data) for field in form if field.name not in {"version", "csrf_token"}}


def _words(value: object) -> str:
    match value:
        case bool():
            return words.say("frame.yes" if value else "frame.no")
        case dt.date():
            return words.day(value)
        case list():
            return ", ".join(named(map(str, value), words.language()).values())
        case _:
            return clock(str(value or ""))
