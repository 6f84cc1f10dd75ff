"""Attempts are counted one by one, however many come at once, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from speeddate.store.attempts import Limit, attempt, forgive
from speeddate.store.database import writing

DOOR = Limit("door", 5, timedelta(minutes=15))
GATE = Limit("gate", 50, timedelta(minutes=15))
MANY = 20


def test_no_more_pass_than_may_when_many_come_at_once(app):
    ready = Barrier(MANY)

    def come(_):
        with app.app_context():
            session = app.extensions["stored"].session()
            ready.wait()
            with writing(session):
                return attempt(session, (DOOR, "kari"), (GATE, "10.0.0.1")) is not None

    with ThreadPoolExecutor(MANY) as pool:
        assert sum(pool.map(come, range(MANY))) == DOOR.most


def test_what_is_forgiven_counts_no_more(app):
    with app.app_context():
        session = app.extensions["stored"].session()
        for _ in range(3 * DOOR.most):
            with writing(session):
                forgive(session, attempt(session, (DOOR, "kari")))


def test_an_attempt_that_is_refused_counts_against_nothing(app):
    with app.app_context():
        session = app.extensions["stored"].session()
        with writing(session):
            counted = [attempt(session, (DOOR, "kari"), (GATE, "10.0.0.1")) for _ in range(60)]
            others = [attempt(session, (GATE, "10.0.0.1")) for _ in range(60)]
    assert len(list(filter(None, counted))) == DOOR.most
    assert len(list(filter(None, others))) == GATE.most - DOOR.most
