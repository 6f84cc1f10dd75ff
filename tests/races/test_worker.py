"""Whoever makes a plan may be killed, stopped or out of memory: it is said within 15 seconds, and another can begin."""

import os
import signal
from importlib import import_module
from multiprocessing import active_children
from pathlib import Path
from time import monotonic, sleep

import pytest

from benchmarks.events import fair
from speeddate.jobs.apart import apart
from speeddate.services import events
from speeddate.services.access import offices
from speeddate.services.board import drafts, solving
from speeddate.store.events import EventRow
from speeddate.store.jobs import OPEN
from speeddate.web import working
from tests.web.conftest import app_in, enrolled

SOON = 15.0
MINUTES = 180  # until a plan is begun, however busy the machine
SLOW = fair(1, candidates=120, employers=30)


class Office:
    """An office with a large event, and somebody who works."""

    def __init__(self, app):
        self.app = app
        with app.app_context():
            enrolled(app, "organiser", "Hamar")
            self.who = offices.organiser_of(self.session(), "Hamar")
            self.event = events.add(self.session(), self.who, SLOW)

    def session(self):
        return self.app.extensions["stored"].session()

    def ask(self):
        """Ask for a plan, and wait until somebody is at it and beats."""
        with self.app.app_context():
            job = solving.ask(self.session(), self.who, self.event)
            working.wake(job)
        self.until(lambda stand: stand.reached or stand.state not in OPEN, MINUTES)
        return job

    def stand(self):
        with self.app.app_context():
            self.session().rollback()
            return solving.stand(self.session(), self.who, self.session().get_one(EventRow, self.event))

    def drafts(self):
        with self.app.app_context():
            return drafts.listed(self.session(), self.who, self.session().get_one(EventRow, self.event))

    def until(self, holds, seconds):
        """Look until something holds, and tell how long that took."""
        began = monotonic()
        while not holds(self.stand()):
            assert monotonic() < began + seconds, self.stand()
            sleep(0.2)
        return monotonic() - began


@pytest.fixture
def office(tmp_path):
    app = app_in(tmp_path)
    office, stop = Office(app), working.keep_working(app)
    yield office
    for child in active_children():
        child.kill()
    stop()
    with app.app_context():
        app.extensions["stored"].session.remove()
        app.extensions["stored"].engine.dispose()


@pytest.mark.parametrize(("how", "said"), [(signal.SIGKILL, "failed"), (signal.SIGSTOP, "lost")])
def test_a_worker_that_is_killed_or_hangs_is_told_of_soon_and_another_can_begin(office, how, said):
    first = office.ask()
    (child,) = active_children()
    os.kill(child.pid, how)
    assert office.until(lambda stand: stand.state not in OPEN, SOON) <= SOON
    assert (office.stand().state, office.drafts()) == (said, [])
    assert office.ask() != first
    assert office.stand().state in OPEN
    assert child.exitcode == -signal.SIGKILL


def test_a_worker_that_is_out_of_memory_is_told_of(office, monkeypatch, capfd):
    monkeypatch.setattr(import_module("speeddate.jobs.apart"), "MOST_BYTES", 400_000_000)
    office.ask()
    assert (office.stand().state, office.drafts()) == ("failed", [])
    capfd.readouterr()


def test_work_apart_gives_way(tmp_path):
    assert apart(kept_nice, str(tmp_path / "nice"), alive=lambda **_: True) == 0
    assert (tmp_path / "nice").read_text() == "19"


def kept_nice(path):
    Path(path).write_text(str(os.nice(0)), "utf-8")
