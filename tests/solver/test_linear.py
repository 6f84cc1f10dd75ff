"""Linear prices never promise less than the truth costs, and never rule out a best plan, however wrong they are."""

import numpy as np
import pytest

from speeddate import goals, rules
from speeddate.solver.board import Evening
from speeddate.solver.clock import Clock
from speeddate.solver.linear import FINE, Linear
from speeddate.solver.rows import costs, rows
from speeddate.solver.search import Search
from tests.solver.tiny import best, tiny


class Priced:
    """A tiny event, its goals with the best values of all plans, and the linear program of its whole evening."""

    def __init__(self, seed):
        event = tiny(seed)
        options = rules.options(event)
        self.stages = list(goals.stages(event, options))
        self.search = Search(Evening(options, list(rules.limits(event, options)), len(event.hopes)).board(), Clock())
        expressions = [self.search.expression(stage) for stage in self.stages]
        self.linear = Linear(rows(self.search.board))
        self.best = [-stage.sign * value for stage, value in zip(self.stages, best(event), strict=True)]
        self.costs = [
            -stage.sign * costs(expression, len(self.linear.columns))
            for stage, expression in zip(self.stages, expressions, strict=True)
        ]


@pytest.mark.parametrize("seed", range(200))
def test_a_bound_is_never_dearer_than_the_best_plan_and_what_it_fixes_is_so_in_one(seed):
    priced = Priced(seed)

    for stage, cost, cheapest in zip(priced.stages, priced.costs, priced.best, strict=True):
        prices = priced.linear.price(cost, Clock())
        assert prices.bound <= cheapest
        priced.search.fix(priced.linear.settle(prices, cheapest), priced.linear.rows.low)
        priced.search.keep(stage, -stage.sign * cheapest)

    assert priced.search.first().chosen is not None


@pytest.mark.parametrize("seed", range(60))
def test_what_was_settled_gets_no_dearer(seed):
    priced = Priced(seed)

    for cost, cheapest in zip(priced.costs, priced.best, strict=True):
        priced.linear.settle(priced.linear.price(cost, Clock()), cheapest)

        assert -priced.linear.price(-cost, Clock()).bound <= cheapest


@pytest.mark.parametrize("seed", range(60))
def test_wrong_prices_give_a_weaker_bound_and_never_a_false_one(seed):
    priced = Priced(seed)
    wrong = np.random.default_rng(seed).normal(0, 1, len(priced.linear.lines))

    prices = priced.linear.checked(priced.costs[0], wrong)
    priced.search.fix(priced.linear.settle(prices, priced.best[0]), priced.linear.rows.low)
    priced.search.keep(priced.stages[0], -priced.stages[0].sign * priced.best[0])

    assert prices.floor <= priced.best[0] * FINE
    assert priced.search.first().chosen is not None
