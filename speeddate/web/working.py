"""Do jobs beside the pages: each in a process of its own, woken by the queue."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import Final, cast

from flask import Flask, current_app

from speeddate.jobs import Beside, Queue, apart
from speeddate.services import errands
from speeddate.web.settings import Settings

SECONDS_TO_START: Final = 60  # a busy machine lets whoever gives way to the pages wait
SECONDS_TO_END: Final = 5


def queue_jobs(app: Flask, settings: Settings) -> None:
    """Let pages wake whoever does jobs."""

    def do(job: str) -> None:
        with app.app_context():
            stored, began = app.extensions["stored"], monotonic()

            def alive(*, ready: bool) -> bool:
                starting = ready or monotonic() < began + SECONDS_TO_START
                return errands.beats(stored.session(), job, starting=starting, ready=ready)

            if apart(solve_apart, settings, job, alive=alive) != 0:
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
    """Do the job that was asked for, whichever kind it is, in this process."""
    from speeddate.services.board import solved  # noqa: PLC0415  # they load what pages do without
    from speeddate.services.handouts import printed  # noqa: PLC0415  # they load what pages do without
    from speeddate.services.why import costed  # noqa: PLC0415  # they load what pages do without
    from speeddate.web.factory import create_app  # noqa: PLC0415  # which imports this

    app = create_app(settings)
    with app.app_context():
        session = app.extensions["stored"].session()
        for do in (solved.solve, costed.find_cost, printed.print_all):
            do(session, job)


def keep_working(app: Flask) -> Callable[[], None]:
    """Do jobs from a thread of its own; give what ends it."""
    over = Event()
    worker = Thread(target=app.extensions["jobs"].work, args=(over,), name="jobs", daemon=True)
    worker.start()

    def stop() -> None:
        over.set()
        worker.join(SECONDS_TO_END)

    return stop
