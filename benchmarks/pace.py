"""Do many things at a pace, or in the same second, and print how long answers took and what was lost."""

from __future__ import annotations

import asyncio
from asyncio import gather, sleep
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from http.client import HTTPException
from statistics import quantiles
from time import monotonic
from typing import Any, NamedTuple, TypeVar

from benchmarks.served import Answer

Done = TypeVar("Done")
Deed = Coroutine[Any, Any, Done]
HEAD = f"{'':44} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8} {'refused':>8} {'lost':>6} {'doubled':>8}"


class Turn(NamedTuple):
    """How many seconds after they pressed somebody was answered, whether as they wished, and what."""

    seconds: float
    well: bool
    text: str = ""


async def timed(asking: Coroutine[Any, Any, Answer], status: int = 302) -> Turn:
    """Ask for something that is answered with a status when it goes well; no answer at all is not well."""
    pressed = monotonic()
    try:
        answer = await asking
    except (OSError, HTTPException):
        return Turn(monotonic() - pressed, well=False)
    return Turn(monotonic() - pressed, answer.status == status, answer.text)


def at_pace(deeds: Sequence[Callable[[], Deed[Done]]], seconds: float) -> list[Done]:
    """Do things one after another within so many seconds, or all at once; each on time, however long others take."""
    began = monotonic() + 1

    async def run(number: int) -> Done:
        await sleep(began + number * seconds / len(deeds) - monotonic())
        return await deeds[number]()

    async def run_all() -> list[Done]:
        return await gather(*map(run, range(len(deeds))))

    return asyncio.run(run_all())


def tell(what: str, turns: Sequence[Turn], there: Counter[str] | None = None, said: Sequence[str] = ()) -> None:
    """Print one row; what was said to be kept and is not there, is lost."""
    cuts = [1000 * cut for cut in quantiles([turn.seconds for turn in turns], n=100)]
    refused = sum(not turn.well for turn in turns)
    found = [(there or Counter())[name] for name in said]
    lost, doubled = found.count(0), sum(count > 1 for count in found)
    print(f"{what:44} {cuts[49]:8.0f} {cuts[94]:8.0f} {cuts[98]:8.0f} {refused:8} {lost:6} {doubled:8}", flush=True)
    for name in (name for name, count in zip(said, found, strict=True) if not count):
        print(f"    lost: {name}", flush=True)


def kept(names: Sequence[str], turns: Sequence[Turn]) -> list[str]:
    """Find what was said to be kept."""
    return [name for name, turn in zip(names, turns, strict=True) if turn.well]
