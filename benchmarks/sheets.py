"""Time the packs of many candidates, each run in a process of its own; print medians.

python -m benchmarks.sheets [--runs N] [CANDIDATES ...]
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from datetime import UTC, datetime
from statistics import median
from time import perf_counter

from benchmarks.events import fair
from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.printing.hands import hired
from speeddate.printing.sheets import print_sheets

MEETINGS = 4
NOON = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)


def in_turn(event: Event) -> Schedule:
    """Give everybody four meetings, in turn: what is printed takes as long for a bad plan as for a good one."""
    meetings = tuple(
        Meeting(start=held.start, end=held.end, station=employer.stations[0],
                candidate=candidate.id, employer=employer.id)
        for number, candidate in enumerate(event.candidates)
        for each in range(MEETINGS)
        for held in [event.rounds[(number + 2 * each) % len(event.rounds)]]
        for employer in [event.employers[(number + each) % len(event.employers)]]
    )  # fmt: skip
    return Schedule(
        event=event.id, version=1, made_at="2027-02-01T12:00:00+00:00", status="feasible", seconds=0.0, solver="none",
        seed=1, goals=(), meetings=meetings,
    )  # fmt: skip


def one(candidates: int, seed: int) -> dict[str, float]:
    """Print the packs of one event: how long it takes, how much memory, and how many bytes come out."""
    event = fair(seed, candidates=candidates, employers=max(1, candidates // 8), rounds=8)
    schedule = in_turn(event)
    began = perf_counter()
    written = sum(
        len(pdf) for _, pdf in print_sheets(event, schedule, kinds=("candidate",), language=None, printed_at=NOON)
    )
    return {
        "seconds": perf_counter() - began,
        "megabytes": _most(resource.RUSAGE_SELF) + hired() * _most(resource.RUSAGE_CHILDREN),
        "written": written / 1e6,
    }


def _most(whose: int) -> int:
    """Find the most megabytes a process held: this one, or the largest of those that printed for it."""
    return resource.getrusage(whose).ru_maxrss // 1024


def main() -> None:
    """Print a row of medians per number of candidates."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("candidates", nargs="*", type=int, default=[24, 500])
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--one", type=int, help=argparse.SUPPRESS)
    wanted = asked.parse_args()
    if wanted.one is not None:
        print(json.dumps(one(wanted.candidates[0], wanted.one)))
        return
    for candidates in wanted.candidates:
        runs = [_apart(candidates, seed) for seed in range(wanted.runs)]
        figures = {key: median(run[key] for run in runs) for key in runs[0]}
        print(f"{candidates:>6}  " + "  ".join(f"{key} {value:.1f}" for key, value in figures.items()))


def _apart(candidates: int, seed: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.sheets", str(candidates), "--one", str(seed)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603  # ourselves
    return found


if __name__ == "__main__":
    main()
