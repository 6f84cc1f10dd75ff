"""Two people who change the same thing at once, on either database: one wins, the other is told, nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from speeddate.domain.checklist import todos
from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import offices
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.permissions import Where
from speeddate.services.setup import frame, stations
from speeddate.services.setup import todos as lists
from speeddate.services.setup.todos import TakenError

TIMES = 10


@pytest.fixture
def evening(app):
    with app.app_context():
        session = app.extensions["stored"].session()
        offices.enrol(session, office="Hamar", email="kari@example.org", name="Kari", roles=["organiser"])
        who = offices.organiser_of(session, "Hamar")
        return who, events.add(session, who, read_event(files.example("ta-sjansen")))


def test_a_frame(app, evening):
    who, event = evening

    def change(session, number, version):
        content = frame.opened(session, who, events.found(session, who, event)).content
        frame.change(session, who, event, Kept(content | {"venue": f"Torget {number}"}, version))

    for version in range(1, TIMES + 1):
        assert both(app, change, version) == {None, ChangedError}


def test_a_station(app, evening):
    who, event = evening

    def change(session, number, version):
        stations.change(session, who, Where(event, "P1"), Kept({"name": f"Plass {number}"}, version))

    for version in range(1, TIMES + 1):
        assert both(app, change, version) == {None, ChangedError}


def test_an_answer(app, evening):
    who, event = evening

    def change(session, number, was):
        lists.answer(session, who, Where(event, "t8w.aids"), was=was, new=("yes", "not_needed")[number])

    def clear(session, was):
        lists.answer(session, who, Where(event, "t8w.aids"), was=was, new="")

    for _ in range(TIMES):
        assert both(app, change, "") == {None, TakenError}
        with app.app_context():
            session = app.extensions["stored"].session()
            now = lists.checklist(session, who, events.found(session, who, event))
            clear(session, next(thing.answer for thing in now if thing.todo.asks))


def test_the_same_ticks(app, evening):
    who, event = evening
    keys = [key for key, todo in todos().items() if not todo.asks][:TIMES]

    def change(session, number, key):
        lists.tick(session, who, Where(event, key), done=True)

    for key in keys:
        assert both(app, change, key) == {None}
    with app.app_context():
        session = app.extensions["stored"].session()
        now = lists.checklist(session, who, events.found(session, who, event))
        assert [thing.todo.key for thing in now if thing.done] == keys


def both(app, change, given):
    """Let two do the same at once, and tell what each was answered."""
    ready = Barrier(2)

    def run(number):
        with app.app_context():
            session = app.extensions["stored"].session()
            session.connection()
            ready.wait()
            try:
                change(session, number, given)
            except (ChangedError, TakenError) as told:
                return type(told)
            finally:
                app.extensions["stored"].session.remove()

    with ThreadPoolExecutor(2) as pool:
        return set(pool.map(run, range(2)))
