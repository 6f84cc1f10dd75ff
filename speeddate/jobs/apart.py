"""Do a piece of work in a process of its own, which gives way to pages and may die without taking them along."""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")
NICE: Final = 19
RUNNABLE: Final = "R"
SECONDS_BETWEEN: Final = 1.0
MOST_BYTES: Final = 6 * 1024**3


def apart(work: Callable[..., None], *given: Any, alive: Callable[..., bool]) -> int | None:
    """Do work in a process of its own, and give how that ended; it is killed when it is no longer `alive`.

    Each second that is asked, and told whether it is `ready` to go on: on a busy machine it may wait long for its turn.
    """
    process = get_context("spawn").Process(target=_modestly, args=(MOST_BYTES, work, *given), daemon=True)
    process.start()
    while process.is_alive():
        process.join(SECONDS_BETWEEN)
        if process.is_alive() and not alive(ready=_ready(process.pid)):
            process.kill()
            process.join()
    return process.exitcode


def _ready(process: int | None) -> bool:
    """Tell whether any thread of a process runs or waits for nothing but its turn, as far as the system tells."""
    with suppress(OSError):  # it may end meanwhile
        return any(_state(thread) == RUNNABLE for thread in Path(f"/proc/{process}/task").iterdir())
    return False


def _state(thread: Path) -> str:
    return (thread / "stat").read_text().rpartition(")")[2].split()[0]


def _modestly(most: int, work: Callable[..., None], *given: Any) -> None:
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    work(*given)


def idly(work: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found:
    """Do long work when nobody else is at work here, and give what comes of it.

    It has a thread of its own: who says meanwhile how far it is, or keeps what comes of it, does not wait that long.
    """
    with ThreadPoolExecutor(1, initializer=_wait_for_all) as thread:
        return thread.submit(partial(copy_context().run, work, *given, **named)).result()


def _wait_for_all() -> None:
    """Be idle, where the system knows that and lets us: nice alone lets a page that wakes wait until a turn ends."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
