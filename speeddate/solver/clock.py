"""Give a search so many seconds, share them among its parts, and stop them all at once."""

from __future__ import annotations

from time import perf_counter

WORKERS = 8  # also on two cores: they search in different ways, and together prove what two cannot
SHORTEST = 0.01


class Clock:
    """The seconds that are left for a search, and how many workers share it; perhaps a part of a whole clock."""

    def __init__(self, seconds: float | None = None, workers: int = 0, *, whole: Clock | None = None) -> None:
        self.until = None if seconds is None else perf_counter() + seconds
        self.workers = workers or WORKERS
        self.whole = whole

    @property
    def left(self) -> float | None:
        """The seconds that are left; None without a limit."""
        return None if self.until is None else max(0.0, self.until - perf_counter())

    def shared(self, parts: int) -> Clock:
        """Make a clock of one part of the time that is left."""
        return Clock(None if self.left is None else self.left / parts, self.workers, whole=self)

    def limited(self, seconds: float) -> Clock:
        """Set a limit where there is none."""
        return self if self.until is not None else Clock(seconds, self.workers, whole=self)

    def stop(self) -> None:
        """Let no time be left."""
        self.until = perf_counter()
        if self.whole is not None:
            self.whole.stop()
