"""The same evening as a mixed-integer program on HiGHS: no CP-SAT, no folding, every option a column.

Runs in a process of its own, since the two solvers clash in one: `python -m tests.solver.highs FIRST LAST` prints the
values of each seed's stages down to `interest` as one JSON list.
"""

import json
import sys
from itertools import takewhile

import highspy
import numpy as np

from benchmarks.events import evening
from speeddate import goals, rules
from speeddate.domain.goal import GivenUp, Reached, Total
from speeddate.domain.limit import NEVER

MANY = highspy.kHighsInf


class Program:
    """Columns for options and hopes, rows for limits."""

    def __init__(self, event):
        self.options = rules.options(event)
        self.highs = highspy.Highs()
        self.highs.setOptionValue("output_flag", False)  # noqa: FBT003  # its own way of asking
        self.highs.setOptionValue("mip_rel_gap", 0.0)
        self.happens = [self.column() for _ in range(len(self.options))]
        self.gives_up = [self.column() for _ in event.hopes]
        for limit in rules.limits(event, self.options):
            self.hold(limit)

    def column(self, most=1, *, whole=True):
        self.highs.addVar(0, most)
        number = self.highs.getNumCol() - 1
        if whole:
            self.highs.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        return number

    def row(self, terms, least=-MANY, most=MANY):
        columns, weights = list(terms), list(terms.values())
        self.highs.addRow(least, most, len(columns), np.array(columns, np.int32), np.array(weights, float))

    def hold(self, limit):
        if limit.where is not None:
            self.where(limit)
            return
        if limit.most == 0 and limit.busy is None and limit.excuse is not None:
            for option, hope in zip(limit.of.tolist(), limit.excuse.tolist(), strict=True):
                self.row({self.happens[option]: 1} | ({} if hope == NEVER else {self.gives_up[hope]: -1}), most=0)
            return
        for now in limit.moments():
            terms, excuses = {}, {}
            for place in now.tolist():
                option = int(limit.of[place])
                terms[option] = max(terms.get(option, 0), limit.weight(place))
                hope = NEVER if limit.excuse is None else int(limit.excuse[place])
                excuses.setdefault(option, set()).add(hope)
            if terms:
                counted = {self.counted(option, excuses[option]): weight for option, weight in terms.items()}
                self.row(counted, limit.least or -MANY, limit.most)

    def where(self, limit):
        """At most so many, once one of some options happens and its hope is not given up."""
        asked, reach = self.column(), len(limit.of)
        self.row({self.happens[o]: 1 for o in limit.of.tolist()} | {asked: reach - limit.most}, most=reach)
        hopes = np.full(len(limit.where), NEVER) if limit.excuse is None else limit.excuse
        for option, hope in zip(limit.where.tolist(), hopes.tolist(), strict=True):
            self.row({self.counted(option, {hope}): 1, asked: -1}, most=0)

    def counted(self, option, hopes):
        """The column that says that an option happens and nothing excuses it."""
        if NEVER in hopes:
            return self.happens[option]
        counts = self.column(whole=False)
        for hope in hopes:
            self.row({counts: 1, self.gives_up[hope]: 1, self.happens[option]: -1}, least=0)
        return counts

    def measured(self, measure):
        """The terms that add up to what a stage measures."""
        match measure:
            case Total(weights):
                return {self.happens[n]: int(weights[n]) for n in np.flatnonzero(weights).tolist()}
            case Reached(groups):
                return dict.fromkeys((self.reached(group.tolist(), reach) for group, reach in groups), 1)
            case GivenUp(owners):
                worst = self.column(most=99)
                for hopes in owners:
                    self.row({worst: 1, **{self.gives_up[hope]: -1 for hope in hopes}}, least=0)
                return {worst: 1}

    def reached(self, group, reach):
        flag = self.column()
        self.row({flag: -reach, **{self.happens[option]: 1 for option in group}}, least=0)
        return flag

    def best(self, stage):
        """Reach one stage, and hold it."""
        terms = self.measured(stage.measure)
        sense = highspy.ObjSense.kMaximize if stage.direction == "most" else highspy.ObjSense.kMinimize
        self.highs.changeObjectiveSense(sense)
        for column, weight in terms.items():
            self.highs.changeColCost(column, weight)
        self.highs.run()
        assert self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        value = round(self.highs.getInfo().objective_function_value)
        for column in terms:
            self.highs.changeColCost(column, 0)
        self.row(terms, *((value, MANY) if stage.direction == "most" else (-MANY, value)))
        return value


def values(seed):
    event = evening(seed, meetings=1 + seed % 2)
    program = Program(event)
    stages = takewhile(lambda stage: stage.key != "balance", goals.stages(event, program.options))
    return [program.best(stage) for stage in stages]


if __name__ == "__main__":
    print(json.dumps([values(seed) for seed in range(*map(int, sys.argv[1:]))]))  # noqa: T201
