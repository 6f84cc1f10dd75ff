"""The queue behind one port: huey, in a file beside the database or on Redis.

It only wakes a worker. What there is to do, and how far it is, stands in the database: a queue that is lost, loses
nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any, Final

from huey import RedisHuey, SqliteHuey

log = logging.getLogger("speeddate.jobs")
NAME: Final = "speeddate"
SECONDS_BETWEEN: Final = 0.25
REDIS: Final = ("redis://", "rediss://")


class Queue:
    """Jobs by their ids, in order; `do` is what a worker does with one."""

    def __init__(self, where: str, do: Callable[[str], None]) -> None:
        self._huey: Any = _on_redis(where) if where.startswith(REDIS) else _in_file(Path(where))

        def known(job: str) -> None:
            do(job)

        self._task = self._huey.task(name=NAME)(known)  # known by the same name wherever a worker is
        self._huey.storage.close()  # what a process opens here, those it forks must not share

    def wake(self, job: str) -> None:
        """Tell some worker that there is a job."""
        self._task(job)

    def work(self, over: Event) -> None:
        """Do jobs, one after another, until it is over."""
        while not over.is_set():
            if not self._next():
                over.wait(SECONDS_BETWEEN)

    def _next(self) -> bool:
        try:
            task = self._huey.dequeue()
            if task is not None:
                self._huey.execute(task)
        except Exception as error:  # noqa: BLE001  # the queue may be away for a while, and come back
            log.error("no job could be taken: %s", type(error).__name__)  # noqa: TRY400  # its text may name people
            return False
        return task is not None


def _in_file(path: Path) -> Any:
    return SqliteHuey(NAME, filename=str(path), results=False)


def _on_redis(where: str) -> Any:
    return RedisHuey(NAME, url=where, results=False, blocking=False)
