"""Time the reasons behind the buttons: what every meeting that is not there would cost, and why each is where it is.

python -m benchmarks.reasons [--count N]

Of each plan, so many pairs are taken at random, the same in every run.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from statistics import median, quantiles
from time import perf_counter

from benchmarks.events import evening, fair
from benchmarks.sheets import in_turn
from speeddate.domain.event import Event
from speeddate.domain.outcome import Planned
from speeddate.domain.schedule import Schedule
from speeddate.exchange import read_event
from speeddate.services import files
from speeddate.services.board.drafts import Board, Pair
from speeddate.services.plans.planning import plan
from speeddate.services.why import costs_said
from speeddate.services.why.costing import cost
from speeddate.services.why.here import why_here


@dataclass
class Answers:
    """How long each answer took, in seconds, and of which kind it was."""

    seconds: list[float] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def ask(self, answer: Callable[[Pair], str], pair: Pair) -> None:
        """Time the answer about a pair."""
        began = perf_counter()
        kind = answer(pair)
        self.seconds.append(perf_counter() - began)
        self.kinds[kind] += 1

    def tell(self, what: str) -> None:
        """Print a row of it."""
        p95, kinds = quantiles(self.seconds, n=20)[-1], ", ".join(f"{n} {kind}" for kind, n in self.kinds.most_common())
        print(f"{what:42} {median(self.seconds):8.2f} {p95:8.2f} {max(self.seconds):8.2f}   {kinds}")


def why_not(event: Event, schedule: Schedule, count: int) -> Answers:
    """Ask of pairs who do not meet why that is, and what their meeting would cost."""
    answers, met = Answers(), {*map(Pair.of, schedule.meetings)}
    every = (Pair(who.id, firm.id) for who in event.candidates for firm in event.employers)
    apart = [pair for pair in every if pair not in met]
    for pair in Random(1).sample(apart, min(count, len(apart))):
        answers.ask(lambda pair: costs_said.kind(cost(event, schedule, *pair)), pair)
    return answers


def here(event: Event, schedule: Schedule, count: int) -> Answers:
    """Ask of meetings why they are where they are."""
    answers, board = Answers(), Board(schedule)
    for meeting in Random(1).sample(schedule.meetings, min(count, len(schedule.meetings))):
        answers.ask(lambda pair: "told" if why_here(event, board, *pair) else "untold", Pair.of(meeting))
    return answers


def main() -> None:
    """Print a row for each question and size."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--count", type=int, default=60)
    count = asked.parse_args().count
    print(f"{'':42} {'p50 s':>8} {'p95 s':>8} {'most s':>8}")
    for name, event in (("the example", read_event(files.example("ta-sjansen"))), ("24x6", evening(1))):
        outcome = plan(event)
        assert isinstance(outcome, Planned)
        why_not(event, outcome.schedule, count).tell(f"{name}: why not, and what it costs")
        here(event, outcome.schedule, count).tell(f"{name}: why here")
    large = fair(1)
    here(large, in_turn(large), count).tell("120x30: why here")


if __name__ == "__main__":
    main()
