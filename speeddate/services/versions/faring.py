"""Lay the goals of two timetables side by side: what each came to, and which timetable is better by it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from speeddate.domain.schedule import Schedule, Value
from speeddate.domain.text import Text, same
from speeddate.goals import SENTENCES
from speeddate.goals.ranking import better
from speeddate.services.plans.figures import figured

Better = Literal["before", "after", ""]


class Goal(NamedTuple):
    """What a goal came to in each timetable, in words, and which is better; empty where a timetable does not say."""

    key: str
    text: Text
    before: Text
    after: Text
    better: Better


def beside(one: Schedule, other: Schedule) -> tuple[Goal, ...]:
    """Lay the goals side by side, in the order of the later timetable."""
    before, after = ({goal.key: goal.value for goal in plan.goals} for plan in (one, other))
    return tuple(_goal(key, before.get(key), after.get(key)) for key in after | before)


def _goal(key: str, before: Value | None, after: Value | None) -> Goal:
    words = SENTENCES.get(key, same(key))
    return Goal(key, words, _said(key, before), _said(key, after), _better(key, before, after))


def _said(key: str, value: Value | None) -> Text:
    return same("") if value is None else figured(key, value)


def _better(key: str, before: Value | None, after: Value | None) -> Better:
    if key not in SENTENCES or before is None or after is None or before == after:
        return ""
    if key == "wishes" and _all(before) != _all(after):  # whoever meets nobody has no wish that is unmet
        return ""
    return "before" if better(key, before, after) else "after"


def _all(value: Value) -> int:
    return value if isinstance(value, int) else sum(value)
