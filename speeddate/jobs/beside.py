"""Do short work in one warm process beside this one, that gives way to pages: an answer within a page's time."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Lock
from typing import Any, Final, TypeVar

from speeddate.jobs.apart import NICE

Found = TypeVar("Found")
SECONDS: Final = 60.0


class Beside:
    """A process that is begun when it is first asked, and again when it has died."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._turn = Lock()

    def ask(self, work: Callable[..., Found], *given: Any, **named: Any) -> Found:
        """Do work there, and give what comes of it; raises what it raises, and TimeoutError when it takes too long."""
        try:
            return self._begun().submit(work, *given, **named).result(SECONDS)
        except BrokenProcessPool:
            self._pool = None
            return self._begun().submit(work, *given, **named).result(SECONDS)

    def _begun(self) -> ProcessPoolExecutor:
        with self._turn:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    1, mp_context=get_context("spawn"), initializer=os.nice, initargs=(NICE,)
                )
            return self._pool
