"""Know who visits: each request finds its visitor, or none, and its database session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from ipaddress import ip_network
from typing import Final, TypeVar, cast

from flask import Flask, current_app, g, redirect, request, session, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from speeddate.services.access import doors, guests
from speeddate.services.permissions import Guest, RefusedError, Visitor

Known = TypeVar("Known")

GUESTS_TOO: frozenset[str] = frozenset({"events.home", "doors.sign_out"})
OWN: Mapping[str, str] = {"me": "candidates", "firm": "employers"}
OPEN: frozenset[str] = frozenset({
    "static", "doors.sign_in", "doors.enter", "doors.choose_language", "passwords.sign_in", "oidc.go", "oidc.back",
})  # fmt: skip
NETWORK: Final = 64  # of an IPv6 address: what one household or office has


def stored() -> Session:
    """Find the database session of this request."""
    return cast("Session", current_app.extensions["stored"].session)


def visitor() -> Visitor:
    """Find the visitor of a page that only those who work here can see."""
    return cast("Visitor", g.visitor)


def guest() -> Guest:
    """Find the guest of a page that only they can see."""
    return cast("Guest", g.guest)


def whence() -> str:
    """Tell where a request comes from: its address, or the network of it where everybody has many."""
    address = request.remote_addr or ""
    return str(ip_network(f"{address}/{NETWORK}", strict=False)) if ":" in address else address


def come_in(kind: str, key: str) -> Response:
    """Go in with a new session, and take nothing along from before but the language."""
    chosen = session.get("language")
    session.clear()
    session.permanent = True
    session.update({kind: key} | ({"language": chosen} if chosen else {}))
    return redirect(url_for("events.home"))


def know_visitors(app: Flask) -> None:
    """Let everybody see only the pages that are for them: who works here theirs, a guest their own, others the door."""

    @app.before_request
    def _known() -> Response | None:
        g.visitor = g.guest = None
        if request.endpoint is None or request.endpoint == "static":
            return None
        g.visitor = _found("visit", doors.visitor)
        g.guest = _found("stay", guests.guest)
        if request.endpoint in OPEN:
            return None
        if not (g.visitor or g.guest):
            return redirect(url_for("doors.sign_in"))
        if not _theirs(request.endpoint):
            raise RefusedError(request.endpoint)
        return None


def _found(key: str, find: Callable[[Session, str], Known | None]) -> Known | None:
    """Find who holds a session, and forget one that is over."""
    held = session.get(key)
    found = find(stored(), held) if held else None
    if held and found is None:
        session.pop(key)
    return found


def _theirs(endpoint: str) -> bool:
    whose = OWN.get(endpoint.partition(".")[0])
    if whose or g.visitor is None:
        return g.guest is not None and (endpoint in GUESTS_TOO or g.guest.list == whose)
    return True
