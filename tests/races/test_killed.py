"""A server that is killed while people register: who was told that it went well is there once, and it opens soon."""

import random
import re
import signal
from collections import Counter
from http.client import HTTPException
from threading import Event, Thread
from time import sleep

import pytest

from benchmarks.served import Served, Visitor
from tests.races.visitors import times

KILLS = times(few=3, all_of_them=200)
CLERKS = 4
SOON = times(few=60, all_of_them=3)  # what a busy machine takes proves nothing
LOTS = random.Random(7)


@pytest.fixture
def served(tmp_path):
    served = Served(tmp_path)
    yield served
    served.end(signal.SIGKILL)


class Clerk(Thread):
    """Registers one candidate after another until the server is gone, and remembers who was taken."""

    def __init__(self, boss, page, prefix):
        super().__init__()
        self.page, self.prefix, self.sent, self.taken = page, prefix, [], []
        self.visitor = Visitor(boss.port)
        self.visitor.cookie, self.visitor.token = boss.cookie, boss.token
        self.stop = Event()

    def run(self):
        while not self.stop.is_set():
            name = f"{self.prefix}n{len(self.sent)}x"
            self.sent.append(name)
            try:
                form = {"name": name, "counsellor": "", "language": "nb"}
                if self.visitor.ask("POST", f"{self.page}/new", form).status == 302:
                    self.taken.append(name)
            except (OSError, HTTPException):  # half an answer is none
                return


def test_whoever_was_told_that_they_are_registered_is_there_once_after_a_kill(served):
    kari, slowest = served.link("kari@example.org", "organiser"), 0.0
    served.start()
    visitor = Visitor(served.port).come(kari)
    for turn in range(KILLS):
        visitor.ask("GET", "/events/new")
        made = visitor.ask("POST", "/events/new", {"name": "Kveld", "date": "10.2.2099", "template": "blank"})
        page = f"{made.location}/candidates"
        clerks = [Clerk(visitor, page, f"T{turn}c{n}") for n in range(CLERKS)]
        for clerk in clerks:
            clerk.start()
        sleep(LOTS.uniform(0.05, 1.0))
        served.end(signal.SIGKILL)
        for clerk in clerks:
            clerk.stop.set()
            clerk.join()
        slowest = max(slowest, served.start())
        there = Counter(re.findall(rf"T{turn}c\dn\d+x", re.sub(r"<[^>]*>", " ", visitor.ask("GET", page).text)))
        lost = [name for clerk in clerks for name in clerk.taken if there[name] == 0]
        assert (lost, [name for name in there if there[name] > 1]) == ([], [])
    assert slowest < SOON
