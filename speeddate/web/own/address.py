"""The two addresses of a candidate's own pages, and who is at them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from speeddate.services.permissions import LockedError, Where
from speeddate.services.registration.own import Actor, Own, contact
from speeddate.web.visiting import guest, stored, visitor

Answer = str | Response | tuple[str, int]
View = Callable[[], Answer]

me = Blueprint("me", __name__, url_prefix="/me")
beside = Blueprint("candidate", __name__, url_prefix="/events/<event>/candidates/<ref>")


def page(rule: str, methods: tuple[str, ...] = ("GET", "POST")) -> Callable[[View], View]:
    """Show a page at both addresses."""

    def at_both(view: View) -> View:
        me.add_url_rule(rule, view_func=view, methods=methods)
        beside.add_url_rule(rule or "/steps", view_func=view, methods=methods)
        return view

    return at_both


def actor() -> Actor:
    """Tell who is at the page: the candidate, or their counsellor."""
    return guest() if "where" not in g else visitor()


def where() -> Where:
    """Tell whose page it is."""
    found: Where = g.get("where") or guest().where
    return found


@beside.url_value_preprocessor
def _named(_: str | None, values: dict[str, Any] | None) -> None:
    if values:
        g.where = Where(values.pop("event"), values.pop("ref"))


@beside.url_defaults
def _again(_: str, values: dict[str, Any]) -> None:
    if known := g.get("where"):
        values.setdefault("event", known.event)
        values.setdefault("ref", known.ref)


@me.errorhandler(LockedError)
def _locked(_: LockedError) -> Response:
    """Ask for the code, and come back."""
    return redirect(url_for("me.code", page=(request.endpoint or "").partition(".")[2]))


def show(name: str, mine: Own, **more: Any) -> str:
    """Show one of a candidate's own pages, with whom they can ask for help."""
    return render_template(f"own/{name}.html", mine=mine, helper=contact(stored(), mine), own="where" not in g, **more)
