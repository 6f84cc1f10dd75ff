"""Time the plan of events of several sizes, each run in a process of its own; print medians.

python -m benchmarks.run [--runs N] [SIZE ...]
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from benchmarks.events import evening, fair
from speeddate import rules
from speeddate.domain.event import Event
from speeddate.services.plans.planning import plan
from speeddate.solver.climb import Step

SIZES: dict[str, Callable[[int], Event]] = {
    "24x6": evening,
    "24x6-two": lambda seed: evening(seed, meetings=2),
    "120x30": fair,
    "500x60": lambda seed: fair(seed, candidates=500, employers=60, rounds=8),
    "2000x200": lambda seed: fair(seed, candidates=2000, employers=200, rounds=8),
}


def one(size: str, seed: int) -> dict[str, object]:
    """Plan one event: how many options, how long until times are searched for and in all, memory, how much proven."""
    event = SIZES[size](seed)
    began = perf_counter()
    told: dict[str, float] = {}

    def watch(step: Step) -> None:
        told.setdefault(step.stage.key, perf_counter() - began)

    schedule = plan(event, watch=watch).schedule  # type: ignore[union-attr]
    return {
        "options": len(rules.options(event)),
        "untimed": told.get("on_time", perf_counter() - began),
        "seconds": perf_counter() - began,
        "proven": sum(reading.proven for reading in schedule.goals),
        "goals": len(schedule.goals),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    """Print a row of medians per size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", nargs="*", default=["24x6", "24x6-two"], metavar="SIZE")
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--one", type=int, help=argparse.SUPPRESS)
    wanted = asked.parse_args()
    if wanted.one is not None:
        print(json.dumps(one(wanted.sizes[0], wanted.one)))
        return
    print("size        options   untimed   seconds   proven goals   MB   (medians)")
    for size in wanted.sizes:
        rows = [_apart(size, seed) for seed in range(1, wanted.runs + 1)]
        middle = {key: median(row[key] for row in rows) for key in rows[0]}
        print(
            f"{size:10} {middle['options']:8.0f} {middle['untimed']:9.2f} {middle['seconds']:9.2f} "
            f"{middle['proven']:8.0f} of {middle['goals']:.0f} {middle['megabytes']:6.0f}"
        )


def _apart(size: str, seed: int) -> dict[str, float]:
    words = [sys.executable, "-m", "benchmarks.run", size, "--one", str(seed)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603  # our own words
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    main()
