"""Fifty drawn evenings of 24 × 6, and another solver on the whole of each, come to the same values."""

import json
import subprocess
import sys

from benchmarks.events import evening
from speeddate import goals, rules
from speeddate.solver.board import Evening
from speeddate.solver.clock import Clock
from speeddate.solver.roster import rostered

FIRST, LAST = 1, 51


def reached(seed):
    event = evening(seed, meetings=1 + seed % 2)
    options = rules.options(event)
    stages = list(goals.stages(event, options))
    whole = Evening(options, list(rules.limits(event, options)), len(event.hopes))
    roster = rostered(whole, stages, clock=Clock())
    return [step.value for step in roster.timetable.steps if step.stage.key != "balance"]


def test_fifty_evenings_come_to_the_same_values_on_another_solver():
    words = [sys.executable, "-m", "tests.solver.highs", str(FIRST), str(LAST)]
    other = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)

    ours = [reached(seed) for seed in range(FIRST, LAST)]

    assert ours == json.loads(other.communicate()[0].splitlines()[-1])  # it may say its name first
