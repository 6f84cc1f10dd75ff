"""Know who visits: each request finds its visitor, or none, and its database session."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Final, cast

from flask import Flask, current_app, g, redirect, request, session, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from speeddate.services import doors
from speeddate.services.permissions import Visitor

OPEN: frozenset[str] = frozenset({
    "static", "doors.sign_in", "doors.enter", "doors.choose_language", "passwords.sign_in", "oidc.go", "oidc.back",
})  # fmt: skip
NETWORK: Final = 64  # of an IPv6 address: what one household or office has


def stored() -> Session:
    """Find the database session of this request."""
    return cast("Session", current_app.extensions["stored"].session)


def visitor() -> Visitor:
    """Find the visitor of a page that only those who are signed in can see."""
    return cast("Visitor", g.visitor)


def whence() -> str:
    """Tell where a request comes from: its address, or the network of it where everybody has many."""
    address = request.remote_addr or ""
    return str(ip_network(f"{address}/{NETWORK}", strict=False)) if ":" in address else address


def come_in(visit: str) -> Response:
    """Go in with a new session, and take nothing along from before but the language."""
    chosen = session.get("language")
    session.clear()
    session.permanent = True
    session.update({"visit": visit} | ({"language": chosen} if chosen else {}))
    return redirect(url_for("events.home"))


def know_visitors(app: Flask) -> None:
    """Let nobody but visitors who are signed in see pages that are not open to all."""

    @app.before_request
    def _known() -> Response | None:
        key = session.get("visit")
        g.visitor = doors.visitor(stored(), key) if key and request.endpoint != "static" else None
        if key and g.visitor is None and request.endpoint != "static":
            session.pop("visit")
        if g.visitor is None and request.endpoint is not None and request.endpoint not in OPEN:
            return redirect(url_for("doors.sign_in"))
        return None
