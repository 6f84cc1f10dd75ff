"""A counsellor's own candidates: who is ready, and who would like to be called."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, render_template

from speeddate.services.mine import mine
from speeddate.web.visiting import stored, visitor

views = Blueprint("mine", __name__)


@views.get("/my-candidates")
def every() -> str:
    """Show the candidates whom the visitor prepares, event by event."""
    tables = mine(stored(), visitor(), dt.datetime.now(dt.UTC).date())
    return render_template("candidates/mine.html", tables=tables)
