"""A server on loopback, with many threads, on either database: with an office, an event, and people in each role."""

import logging
from dataclasses import replace
from threading import Thread

import pytest
from werkzeug.serving import make_server

from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import offices
from speeddate.services.registration import seats
from speeddate.store.offices import ROLES
from tests.databases import free_port
from tests.store.conftest import server  # noqa: F401  # PostgreSQL, once for all
from tests.web.conftest import DAY, House, app_of, enrolled, heard, settings_in  # noqa: F401  # listens to every test here, too


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request, tmp_path):
    other = {"database": request.getfixturevalue("server")} if request.param == "postgresql" else {}
    return settings_in(tmp_path, address=f"http://127.0.0.1:{free_port()}", **other)


@pytest.fixture
def app(settings):
    app = app_of(settings)
    yield app
    with app.app_context():
        stored = app.extensions["stored"]
        stored.session.remove()
        stored.drop_all()
        with stored.engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE alembic_version")
        stored.engine.dispose()


@pytest.fixture
def house(app):
    """Let the office have an event, with the counsellor as its first."""
    with app.app_context():
        for role in ROLES:
            enrolled(app, role, "Hamar")
        session = app.extensions["stored"].session()
        who = offices.organiser_of(session, "Hamar")
        evening = replace(read_event(files.example("ta-sjansen")), date=DAY, answer_by=DAY)
        made = events.add(session, who, evening)
        seats.seat(session, who, made, {"V1": offices.user_id(session, "counsellor@hamar.example")})
        session.rollback()
    return House(app, made, "")


@pytest.fixture
def served(house):
    """Serve it, and give the house."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = make_server("127.0.0.1", int(house.app.config["ADDRESS"].rpartition(":")[2]), house.app, threaded=True)
    thread = Thread(target=running.serve_forever)
    thread.start()
    yield house
    running.shutdown()
    thread.join()
    running.server_close()
