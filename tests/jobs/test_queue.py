"""The queue wakes a worker, in a file or on a real Redis server; what a worker does may fail without ending it."""

import logging
import os
from threading import Event, Thread
from time import monotonic, sleep

import pytest

from speeddate.jobs import Queue, apart, idly
from tests.queues import redis


@pytest.fixture(scope="module")
def server():
    with redis() as address:
        yield address


@pytest.fixture(params=["file", "redis"])
def where(request, tmp_path):
    return str(tmp_path / "queue.sqlite") if request.param == "file" else request.getfixturevalue("server")


def busy():
    """Work, and never rest."""
    while True:
        pass


def worked(queue, done, count):
    """Let a worker do jobs until so many are done."""
    over = Event()
    worker = Thread(target=queue.work, args=(over,))
    worker.start()
    until = monotonic() + 20
    while len(done) < count and monotonic() < until:
        sleep(0.05)
    over.set()
    worker.join()


def test_jobs_are_done_once_and_in_order(where):
    done = []
    queue = Queue(where, done.append)
    for job in "abc":
        queue.wake(job)
    worked(queue, done, 3)
    assert done == ["a", "b", "c"]


def test_another_process_can_have_asked(where):
    done = []
    Queue(where, lambda _: None).wake("a")
    worked(Queue(where, done.append), done, 1)
    assert done == ["a"]


def test_two_workers_share_the_jobs(where):
    done = []
    queues = [Queue(where, done.append) for _ in range(2)]
    for number in range(20):
        queues[0].wake(str(number))
    over = Event()
    workers = [Thread(target=queue.work, args=(over,)) for queue in queues]
    for worker in workers:
        worker.start()
    until = monotonic() + 20
    while len(done) < 20 and monotonic() < until:
        sleep(0.05)
    over.set()
    for worker in workers:
        worker.join()
    assert sorted(done, key=int) == [str(number) for number in range(20)]


def test_a_job_that_fails_does_not_end_the_worker(where, caplog):
    done = []

    def do(job):
        if job == "bad":
            raise ValueError(job)
        done.append(job)

    queue = Queue(where, do)
    queue.wake("bad")
    queue.wake("good")
    with caplog.at_level(logging.CRITICAL, "huey"):
        worked(queue, done, 1)
    assert done == ["good"]


def test_a_queue_that_is_away_is_asked_again_later(caplog):
    queue, over = Queue("redis://127.0.0.1:1/0", print), Event()
    worker = Thread(target=queue.work, args=(over,))
    worker.start()
    sleep(0.7)
    over.set()
    worker.join()
    assert {(record.levelname, record.message) for record in caplog.records} == {
        ("ERROR", "no job could be taken: ConnectionError")
    }


def test_work_apart_says_how_it_ended():
    assert apart(exit, 0, alive=lambda **_: True) == 0
    assert apart(exit, 3, alive=lambda **_: True) == 3


def test_work_that_is_no_longer_wanted_is_killed():
    assert apart(sleep, 60, alive=lambda **_: False) == -9


@pytest.mark.parametrize(("work", "as_told"), [((sleep, 120), False), ((busy,), True)])
def test_who_watches_work_apart_hears_whether_it_waits_for_more_than_its_turn(work, as_told):
    heard, until = [], monotonic() + 60  # it begins by working, however long that takes
    apart(*work, alive=lambda *, ready: heard.append(ready) or (heard[-2:] != [as_told] * 2 and monotonic() < until))
    assert heard[-2:] == [as_told] * 2


def test_long_work_waits_for_all_others_and_who_asked_for_it_does_not():
    assert (idly(os.sched_getscheduler, 0), os.sched_getscheduler(0)) == (os.SCHED_IDLE, os.SCHED_OTHER)


def test_what_long_work_begins_waits_as_well():
    found = []
    idly(lambda: worked_by(Thread(target=lambda: found.append(os.sched_getscheduler(0)))))
    assert found == [os.SCHED_IDLE]


def worked_by(thread):
    thread.start()
    thread.join()


def test_long_work_is_done_where_the_system_lets_nothing_be_idle(monkeypatch):
    def refused(*_):
        raise PermissionError

    monkeypatch.setattr(os, "sched_setscheduler", refused)
    assert idly(divmod, 7, 2) == (3, 1)


def test_what_goes_wrong_in_long_work_is_told_to_who_asked():
    with pytest.raises(ZeroDivisionError):
        idly(divmod, 1, 0)
