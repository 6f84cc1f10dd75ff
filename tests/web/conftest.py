"""An application with an empty database of its own, and people who come to it."""

import re
from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient

from speeddate.exchange import read_event
from speeddate.services import events, files, offices, seats
from speeddate.store.offices import ROLES
from speeddate.store.seal import new_key
from speeddate.web import create_app
from speeddate.web.serving import ready
from speeddate.web.settings import Settings, database_in

ADDRESS = "http://localhost"


def app_in(folder, **other):
    """Make an application whose database and mail lie in a folder."""
    settings = {
        "data": folder,
        "database": database_in(folder),
        "secret": "only for tests, and nowhere else at all",
        "keys": (new_key(),),
        "address": ADDRESS,
        "production": False,
    }
    app = create_app(Settings(**(settings | other)))
    ready(app)
    return app


@dataclass
class House:
    """An application, its office with an event, and somebody in each role there and elsewhere."""

    app: object
    event: str
    foreign: str

    def visit(self, role, office="Hamar"):
        """Come in by a link, as somebody in a role."""
        client = self.visitor()
        client.post(f"/enter/{self.link(role, office)}", data={"csrf_token": token(client, f"/enter/{'x' * 22}")})
        return client

    def visitor(self):
        """Come in with nothing."""
        return self.app.test_client()

    def link(self, role, office="Hamar"):
        """Make the key of a link for somebody in a role."""
        with self.app.app_context():
            return enrolled(self.app, role, office)

    def session(self):
        """Open the database; inside an application context."""
        return self.app.extensions["stored"].session()


def enrolled(app, role, office):
    session = app.extensions["stored"].session()
    roles = [role] if role else []
    return offices.enrol(session, office=office, email=f"{role}@{office.lower()}.example", name="", roles=roles)


def token(client: FlaskClient, page="/sign-in"):
    """Read the token of a form, as the browser would send it back."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(page).text)
    return found[1] if found else ""


@pytest.fixture
def house(tmp_path):
    app = app_in(tmp_path)
    made = {}
    for office in ("Hamar", "Elverum"):
        with app.app_context():
            for role in ROLES:
                enrolled(app, role, office)
            session = app.extensions["stored"].session()
            evening = read_event(files.example("ta-sjansen"))
            made[office] = events.add(session, offices.organiser_of(session, office), evening)
    yield House(app, made["Hamar"], made["Elverum"])
    with app.app_context():
        app.extensions["stored"].engine.dispose()


@pytest.fixture
def seated(house):
    """Let the counsellor be one of the event's."""
    with house.app.app_context():
        session = house.session()
        who = offices.organiser_of(session, "Hamar")
        seats.seat(session, who, house.event, {"V1": offices.user_id(session, "counsellor@hamar.example")})
    return house
