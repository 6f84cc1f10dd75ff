"""An application with an empty database of its own, and people who come to it."""

import json
import logging
import re
import socket
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from ipaddress import ip_address
from shutil import copytree

import pytest
from flask.testing import FlaskClient

from speeddate.domain.schedule import Meeting, Schedule
from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import guests, offices
from speeddate.services.board.drafts import Board
from speeddate.services.parts import Kept
from speeddate.services.permissions import Where
from speeddate.services.registration import seats
from speeddate.services.setup import frame
from speeddate.store.database import writing
from speeddate.store.offices import ROLES
from speeddate.store.plans import new_draft
from speeddate.store.published import add_version
from speeddate.store.seal import new_key
from speeddate.web import create_app
from speeddate.web.serving import ready
from speeddate.web.settings import Settings, database_in

ADDRESS = "http://localhost"
WRONG, CONFLICT = 400, 409
NOT_OURS = ("oidc_provider_mock", "mail.log")  # the servers that are only there for tests
PEOPLE = {each.name for each in read_event(files.example("ta-sjansen")).candidates}
KEY = r"(?<![\w-])(?=[\w-]*[\d_-])[\w-]{22}(?![\w-])"
TELLING = re.compile(rf"\S@\S|{KEY}|\b({'|'.join(map(re.escape, PEOPLE))})\b|need-|[Cc]anary|\b\d{{6}}\b")
DAY = date(2099, 2, 10)


def app_in(folder, **other):
    """Make an application whose database and mail lie in a folder."""
    return app_of(settings_in(folder, **other))


def settings_in(folder, **other):
    """Write settings for an application in a folder."""
    settings = {
        "data": folder,
        "database": database_in(folder),
        "secret": "only for tests, and nowhere else at all",
        "keys": (new_key(),),
        "address": ADDRESS,
        "production": False,
    }
    return Settings(**(settings | other))


def app_of(settings):
    """Make an application by its settings."""
    app = watched(settings)
    ready(app)
    return app


def watched(settings):
    """Make an application whose answers are all looked at."""
    app = create_app(settings)
    app.after_request(read_out)
    return app


def main(answer):
    """Read what is the page's own."""
    return answer.get_data(as_text=True).partition("<main")[2].partition("</main>")[0]


def read_out(answer):
    """Let every page on which nothing was saved begin where it says why: its fields are wrong, or others were first."""
    if answer.status_code == CONFLICT or (answer.status_code == WRONG and "<form" in main(answer)):
        assert "data-focus>" in main(answer)
    return answer


GUESTS: dict[str, tuple[guests.Kind, str]] = {"candidate": ("candidates", "K01"), "employer": ("employers", "E1")}


class Heard(logging.Handler):
    """All that would stand in the log of a server, and of our own all there is."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        if not record.name.startswith(NOT_OURS):
            self.lines.append(logging.Formatter().format(record))


@pytest.fixture(autouse=True)
def heard():
    """Listen to the log of every test here: it names nobody, and holds no key, address or need."""
    heard, ours = Heard(), logging.getLogger("speeddate")
    logging.getLogger().addHandler(heard)
    ours.setLevel(logging.DEBUG)
    yield heard
    ours.setLevel(logging.NOTSET)
    logging.getLogger().removeHandler(heard)
    assert [line for line in heard.lines if TELLING.search(line)] == []


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch):
    """Let nothing here reach further than this machine: the program asks nobody outside."""
    connect, asked = socket.socket.connect, []

    def near(one, address):
        if one.family != socket.AF_UNIX and not ip_address(address[0]).is_loopback:
            asked.append(address)
            raise ConnectionRefusedError(address)
        return connect(one, address)

    monkeypatch.setattr(socket.socket, "connect", near)
    yield asked
    assert asked == []


@dataclass
class House:
    """An application, its office with an event, and somebody in each role there and elsewhere."""

    app: object
    event: str
    foreign: str

    def visit(self, role, office="Hamar"):
        """Come in by a link, as somebody in a role, or as the first candidate or employer of the event."""
        return self.come(self.invited(*GUESTS[role]) if role in GUESTS else self.link(role, office))

    def come(self, key):
        """Come in by a link."""
        client = self.visitor()
        client.post(f"/enter/{key}", data={"csrf_token": token(client, f"/enter/{'x' * 22}")})
        return client

    def guest(self, list_, ref, event=None, *, unlocked=True):
        """Come in by a link of one's own, and give the code; gives the key of the link and the code too."""
        client, where = self.visitor(), Where(event or self.event, ref)
        with self.app.app_context(), writing(self.session()):
            made = guests.invite(self.session(), "test", list_, where)
        client.post(f"/enter/{made.key}", data={"csrf_token": token(client, f"/enter/{'x' * 22}")})
        if unlocked and list_ == "candidates":
            client.post("/me/code", data={"csrf_token": token(client, "/me/code"), "code": made.code})
        return client, made

    def invited(self, list_, ref, event=""):
        """Make the key of a link for a candidate or an employer."""
        with self.app.app_context(), writing(self.session()):
            who = Where(event or self.event, ref)
            return guests.invite(self.session(), "test", list_, who).key

    def visitor(self):
        """Come in with nothing."""
        return self.app.test_client()

    def link(self, role, office="Hamar"):
        """Make the key of a link for somebody in a role."""
        with self.app.app_context():
            return enrolled(self.app, role, office)

    def user(self, role, office="Hamar"):
        """Find the id of somebody in a role."""
        with self.app.app_context():
            return offices.user_id(self.session(), f"{role}@{office.lower()}.example")

    def bring(self, content):
        """Bring in an event, given as its file holds it; gives its id."""
        client = self.visit("organiser")
        form = {"csrf_token": token(client, "/events"), "file": (BytesIO(json.dumps(content).encode()), "event.json")}
        answer = client.post("/events/import", data=form, content_type="multipart/form-data")
        return answer.location.rpartition("/")[2]

    def session(self):
        """Open the database; inside an application context."""
        return self.app.extensions["stored"].session()


def drafted(session, event, evening, **how):
    """Keep a draft of a plan, in which the first candidates meet one employer each, at once; it is published, too."""
    met = zip(evening.candidates, evening.employers, strict=False)
    start, end = evening.rounds[0]
    meetings = [
        Meeting(candidate=who.id, employer=firm.id, station=firm.stations[0], start=start, end=end) for who, firm in met
    ]
    with writing(session):
        schedule = Schedule(
            event="x", version=1, made_at="2027-02-01T12:00:00+01:00", status="feasible", seconds=0.1, solver="hand",
            seed=1, goals=(), meetings=tuple(sorted(meetings)),
        )  # fmt: skip
        content = Board(schedule, **how).content
        new_draft(session, event, "test", "made", content)
        add_version(session, event, 1, "test", 1, {"board": content, "secret": "5e", "number": 1})


def enrolled(app, role, office):
    session = app.extensions["stored"].session()
    roles = [role] if role else []
    return offices.enrol(session, office=office, email=f"{role}@{office.lower()}.example", name="", roles=roles)


def deadline(house, which, day):
    """Say in the frame of an event by when others have done their part."""
    with house.app.app_context():
        session = house.session()
        who = offices.organiser_of(session, "Hamar")
        version = events.found(session, who, house.event).version
        frame.change(session, who, house.event, Kept({which: day}, version))


def token(client: FlaskClient, page="/sign-in"):
    """Read the token of a form, as the browser would send it back."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(page).text)
    return found[1] if found else ""


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Build a house once, to be copied for each test: where its data lie, its keys, and its events."""
    folder, keys, made = tmp_path_factory.mktemp("built"), (new_key(),), {}
    app = app_in(folder, keys=keys)
    for office in ("Hamar", "Elverum"):
        with app.app_context():
            for role in ROLES:
                enrolled(app, role, office)
            session = app.extensions["stored"].session()
            evening = replace(read_event(files.example("ta-sjansen")), date=DAY, answer_by=DAY)  # links open until then
            made[office] = events.add(session, offices.organiser_of(session, office), evening)
            drafted(session, made[office], evening)
    close(app)
    return folder, keys, made


@pytest.fixture
def house(tmp_path, built):
    folder, keys, made = built
    copytree(folder, tmp_path, dirs_exist_ok=True)
    app = watched(settings_in(tmp_path, keys=keys))
    yield House(app, made["Hamar"], made["Elverum"])
    close(app)


def close(app):
    """Let go of the database."""
    with app.app_context():
        app.extensions["stored"].session.remove()
        app.extensions["stored"].engine.dispose()


@pytest.fixture
def seated(house):
    """Let the counsellor be one of the event's."""
    with house.app.app_context():
        session = house.session()
        who = offices.organiser_of(session, "Hamar")
        seats.seat(session, who, house.event, {"V1": offices.user_id(session, "counsellor@hamar.example")})
    return house
