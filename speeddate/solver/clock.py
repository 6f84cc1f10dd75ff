"""Give a search so many seconds, share them among its parts, and stop them all at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from signal import SIGINT, signal
from threading import current_thread, main_thread
from time import perf_counter
from typing import TypeVar

WORKERS = max(2, min(8, os.cpu_count() or 2))  # more than there are cores only hold one another up
SHORTEST = 0.01

Found = TypeVar("Found")


class Clock:
    """The seconds that are left for a search, and how many workers share it; perhaps a part of a whole clock."""

    def __init__(self, seconds: float | None = None, workers: int = 0, *, whole: Clock | None = None) -> None:
        self.until = None if seconds is None else perf_counter() + seconds
        self.workers = workers or WORKERS
        self.whole = whole
        self.halt: Callable[[], object] | None = None

    @property
    def left(self) -> float | None:
        """The seconds that are left; None without a limit."""
        own = None if self.until is None else max(0.0, self.until - perf_counter())
        whole = None if self.whole is None else self.whole.left
        return min((left for left in (own, whole) if left is not None), default=None)

    def shared(self, parts: int) -> Clock:
        """Make a clock of one part of the time that is left."""
        return Clock(None if self.left is None else self.left / parts, self.workers, whole=self)

    def limited(self, seconds: float) -> Clock:
        """Set a limit where there is none."""
        return self if self.left is not None else self.within(seconds)

    def within(self, seconds: float) -> Clock:
        """Make a clock of no more than so many of the seconds that are left."""
        return Clock(seconds, self.workers, whole=self)

    def run(self, work: Callable[[], Found], *, halt: Callable[[], object]) -> Found:
        """Do work that hears nobody while it is at it; whoever stops the whole clock, halts it."""
        if self.whole is not None:
            return self.whole.run(work, halt=halt)
        with ThreadPoolExecutor(1) as beside:
            doing = beside.submit(work)
            self.halt = halt
            try:
                return doing.result()
            finally:
                self.halt = None

    def stop(self) -> None:
        """Let no time be left."""
        self.until = perf_counter()
        if self.halt is not None:
            self.halt()

    @contextmanager
    def heeding_interrupts(self) -> Iterator[None]:
        """Let the first Ctrl-C stop the clock; the next is the usual one."""
        if current_thread() is not main_thread():
            yield
            return

        def heed(*_: object) -> None:
            signal(SIGINT, usual)
            self.stop()

        usual = signal(SIGINT, heed)
        try:
            yield
        finally:
            signal(SIGINT, usual)
