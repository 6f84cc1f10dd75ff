"""Do jobs beside the pages: each in a process of its own, woken by the queue."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Final, cast

from flask import Flask, current_app

from speeddate.jobs import Beside, Queue, apart
from speeddate.services import errands
from speeddate.web.settings import Settings

SECONDS_TO_END: Final = 5


def queue_jobs(app: Flask, settings: Settings) -> None:
    """Let pages wake whoever does jobs."""

    def do(job: str) -> None:
        with app.app_context():
            stored = app.extensions["stored"]
            ended = apart(solve_apart, settings, job, alive=lambda: errands.beats(stored.session(), job))
            if ended != 0:
                errands.fail(stored.session(), job)

    app.extensions["jobs"] = Queue(settings.queue, do)
    app.extensions["beside"] = Beside()


def wake(job: str) -> None:
    """Wake a worker for a job."""
    current_app.extensions["jobs"].wake(job)


def beside() -> Beside:
    """Find who searches beside the pages while somebody waits for the answer."""
    return cast("Beside", current_app.extensions["beside"])


def solve_apart(settings: Settings, job: str) -> None:
    """Make the plan or the sheets that were asked for, in this process."""
    from speeddate.services import printed, solved  # noqa: PLC0415  # they load what pages do without
    from speeddate.web.factory import create_app  # noqa: PLC0415  # which imports this

    app = create_app(settings)
    with app.app_context():
        session = app.extensions["stored"].session()
        solved.solve(session, job)
        printed.print_all(session, job)


def keep_working(app: Flask) -> Callable[[], None]:
    """Do jobs from a thread of its own; give what ends it."""
    over = Event()
    worker = Thread(target=app.extensions["jobs"].work, args=(over,), name="jobs", daemon=True)
    worker.start()

    def stop() -> None:
        over.set()
        worker.join(SECONDS_TO_END)

    return stop
