"""Do a piece of work in a process of its own, which gives way to pages and may die without taking them along."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from multiprocessing import get_context
from typing import Any, Final

NICE: Final = 19
SECONDS_BETWEEN: Final = 1.0
MOST_BYTES: Final = 6 * 1024**3


def apart(work: Callable[..., None], *given: Any, alive: Callable[[], bool]) -> int | None:
    """Do work in a process of its own, and give how that ended; it is killed when it is no longer `alive`."""
    process = get_context("spawn").Process(target=_modestly, args=(MOST_BYTES, work, *given), daemon=True)
    process.start()
    while process.is_alive():
        process.join(SECONDS_BETWEEN)
        if process.is_alive() and not alive():
            process.kill()
            process.join()
    return process.exitcode


def _modestly(most: int, work: Callable[..., None], *given: Any) -> None:
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    work(*given)
