"""The demo: an office of its own, with somebody in each role and the example evening, on this computer only."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final, NamedTuple

from flask import Flask

from speeddate.exchange import read_event
from speeddate.services import events
from speeddate.services.access import offices
from speeddate.services.permissions import Where
from speeddate.services.registration import inviting, own_link, seats
from speeddate.store.offices import ROLES
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


class Doors(NamedTuple):
    """The links that lead in, by whom they are for, and the code of the candidate among them."""

    links: dict[str, str]
    code: str


def settle(app: Flask, example: Path) -> Doors:
    """Enrol somebody in each role, give the office its evening, invite two guests, and give the links that lead in."""
    links: dict[str, str] = {
        role: link_for(app, office=OFFICE, email=f"{role}@example.org", name=role, roles=[role]) for role in ROLES
    }
    with app.app_context():
        session = app.extensions["stored"].session()
        organiser, evening = offices.organiser_of(session, OFFICE), read_event(example)
        made = events.add(session, organiser, evening)
        counsellor = offices.visitor_of(session, "counsellor@example.org")
        seats.seat(session, organiser, made, {evening.counsellors[0].id: counsellor.id})
        employer = inviting.invite(session, organiser, Where(made, evening.employers[0].id))
        theirs = next(each.id for each in evening.candidates if each.counsellor == evening.counsellors[0].id)
        candidate = own_link.invite(session, counsellor, Where(made, theirs))
    keys = {"employer": employer, "candidate": candidate.key}
    invited = {role: f"{app.config['ADDRESS']}/enter/{key}" for role, key in keys.items()}
    return Doors(links | invited, candidate.code)
