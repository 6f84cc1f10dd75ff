"""A counsellor's own candidates: who is ready, and who would like to be called."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, render_template

from speeddate.printing.words import Voice
from speeddate.services.registration.mine import mine
from speeddate.services.versions import news
from speeddate.web import words
from speeddate.web.visiting import stored, visitor

views = Blueprint("mine", __name__)


@views.get("/my-candidates")
def every() -> str:
    """Show the candidates whom the visitor prepares, event by event."""
    today = dt.datetime.now(dt.UTC).date()
    tables = mine(stored(), visitor(), today)
    ahead = news.ahead_for(stored(), visitor(), [table.event for table in tables], today)
    return render_template("candidates/mine.html", tables=tables, ahead=ahead, times=_times)


def _times(ahead: news.Ahead, candidate: str) -> str:
    voice = Voice(words.language())
    return ", ".join(voice.span(*each) for each in ahead.hours.get(candidate, ())) or words.say("mine.no_times")
