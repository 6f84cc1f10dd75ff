"""Climb by linear prices: a search is asked only where they leave room, and to show that what they promise is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from time import perf_counter

from speeddate.domain.goal import Fewest, GivenUp, Stage
from speeddate.solver.board import Evening
from speeddate.solver.climb import Climb, Step, Watch
from speeddate.solver.clock import Clock
from speeddate.solver.linear import Linear, Prices
from speeddate.solver.rows import costs, rows
from speeddate.solver.search import Search


def climb(evening: Evening, stages: Sequence[Stage], *, clock: Clock, watch: Watch | None = None) -> Climb:
    """Climb as far as time allows. Ctrl-C ends it like time does."""
    return next(climbs(evening, stages, clock=clock, watch=watch))


def climbs(evening: Evening, stages: Sequence[Stage], *, clock: Clock, watch: Watch | None = None) -> Iterator[Climb]:
    """Yield a climb, then others that come as far, likely with other meetings, as long as there is time for them."""
    doubted: set[int] = set()
    doubts = 1
    while True:
        ascent = _Ascent(evening, stages, clock, watch)
        reached = ascent.up(doubted)
        if reached is not None:
            break
        doubted |= set(ascent.believed[-doubts:])
        doubts *= 2
    yield reached
    while reached.ended and reached.chosen is not None:
        reached = replace(ascent.search.another(), steps=reached.steps)
        if reached.chosen is not None:
            yield reached


class _Ascent:
    """One climb: of its steps, those that were `believed` have not been reached by any timetable yet."""

    def __init__(self, evening: Evening, stages: Sequence[Stage], clock: Clock, watch: Watch | None) -> None:
        self.stages, self.clock, self.watch = stages, clock, watch
        self.search = Search(evening.board(), clock)
        expressions = [self.search.expression(stage) for stage in stages]
        self.linear = Linear(rows(self.search.board))
        self.costs = [costs(expression, len(self.linear.columns)) for expression in expressions]
        self.steps: list[Step] = []
        self.believed: list[int] = []

    def up(self, doubted: Collection[int]) -> Climb | None:
        """Climb; None when bounds were believed that no timetable reaches."""
        reached = self._all(doubted)
        rest = self.stages[len(self.steps) :]
        missed = (Step(stage, None, None, proven=False, seconds=0.0) for stage in rest)
        return reached and replace(reached, steps=(*self.steps, *missed))

    def _all(self, doubted: Collection[int]) -> Climb | None:
        reached: Climb | None = None
        for number, stage in enumerate(self.stages):
            began = perf_counter()
            prices = self.linear.price(-stage.sign * self.costs[number], self.clock)
            if prices is not None and prices.tight and number not in doubted and self._likely(stage):
                self._believe(number, prices, began)
                continue
            reached = self._seen(reached)
            if reached is not None and reached.ended and reached.chosen is not None:
                reached = self._searched(stage, prices, reached)
            if reached is None or not reached.ended or reached.chosen is None:
                return reached
        return self._seen(reached)

    def _likely(self, stage: Stage) -> bool:
        """Tell whether a bound is likely to be reached: parts of meetings flatter the worst case, but seldom a sum.

        Once they flattered a sum, they will again.
        """
        flattered = isinstance(stage.measure, Fewest | GivenUp) or self.linear.held > 0
        return self.linear.whole or not flattered

    def _believe(self, number: int, prices: Prices, began: float) -> None:
        stage, value = self.stages[number], -self.stages[number].sign * prices.bound
        self._settle(prices, prices.bound)
        self.search.keep(stage, value)
        self._tell(Step(stage, value, value, proven=True, seconds=perf_counter() - began))
        self.believed.append(number)

    def _searched(self, stage: Stage, prices: Prices | None, reached: Climb) -> Climb:
        step, reached = self.search.best(stage, reached, self.watch)
        self.steps.append(step)
        if prices is not None and step.proven and step.value is not None:
            self._settle(prices, -stage.sign * step.value)
        return reached

    def _seen(self, reached: Climb | None) -> Climb | None:
        """Find a timetable that is all that was believed; None when there is none."""
        if reached is not None and not self.believed:
            return reached
        found = self.search.first()
        if found.chosen is None and self.believed:
            return None if found.ended else self._unseen(reached or found)
        self.believed.clear()
        return found

    def _unseen(self, reached: Climb) -> Climb:
        """Keep what was believed as bounds only: time was out before a timetable was found."""
        for number in self.believed:
            self.steps[number] = replace(self.steps[number], value=None, proven=False)
        self.believed.clear()
        return replace(reached, ended=False)

    def _settle(self, prices: Prices, value: int) -> None:
        self.search.fix(self.linear.settle(prices, value), self.linear.rows.low)

    def _tell(self, step: Step) -> None:
        self.steps.append(step)
        if self.watch:
            self.watch(step)
