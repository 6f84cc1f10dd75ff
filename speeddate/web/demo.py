"""The demo: an office of its own, with somebody in each role and the example evening, on this computer only."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final

from flask import Flask

from speeddate.exchange import read_event
from speeddate.services import events, offices, seats
from speeddate.store.offices import ROLES, Role
from speeddate.store.seal import new_key
from speeddate.web.factory import create_app
from speeddate.web.serving import link_for, ready
from speeddate.web.settings import Settings, database_in

OFFICE: Final = "Hamar"
PRIVATE: Final = 0o700


def demo_app(data: Path, port: int) -> Flask:
    """Make an application with an empty database, and a key that nobody else has."""
    data.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    for old in data.glob("speeddate.sqlite*"):
        old.unlink()
    settings = Settings(
        data=data,
        database=database_in(data),
        secret=secrets.token_hex(),
        keys=(new_key(),),
        address=f"http://127.0.0.1:{port}",
        production=False,
    )
    app = create_app(settings)
    ready(app)
    return app


def settle(app: Flask, example: Path) -> dict[Role, str]:
    """Enrol somebody in each role, give the office its evening, and give the links that sign them in."""
    links = {role: link_for(app, office=OFFICE, email=f"{role}@example.org", name=role, roles=[role]) for role in ROLES}
    with app.app_context():
        session = app.extensions["stored"].session()
        organiser, evening = offices.organiser_of(session, OFFICE), read_event(example)
        made = events.add(session, organiser, evening)
        counsellor = offices.user_id(session, "counsellor@example.org")
        seats.seat(session, organiser, made, {evening.counsellors[0].id: counsellor})
    return links
