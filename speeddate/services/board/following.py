"""Follow a plan while it is made: how far each goal is, said of the timetable that there is by now.

What cannot be bettered is known from the bounds of the search: they hold in the order of the goals, each as long as
all before it are reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final, NamedTuple

from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting, Value
from speeddate.domain.text import Text
from speeddate.printing.figures import in_short
from speeddate.rules.seated import seated
from speeddate.services.board.solving import Reach, written
from speeddate.services.plans.checking import measure
from speeddate.services.plans.reading import meetings_of
from speeddate.solver.climb import Found, Step

POINTS: Final = {"interest"}  # whose figure says nothing to a person
WHOLE: Final = {"met", "meetings"}  # whose bound is a figure that people know


class _So(NamedTuple):
    """A timetable, and what each goal comes to in it."""

    found: Found
    meetings: tuple[Meeting, ...]
    values: dict[str, Value]


class Following:
    """Hears of each step of a search, and tells how far it is when somebody looks."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self._heard: Step | None = None
        self._found: Found | None = None
        self._best: dict[tuple[str, int], int] = {}
        self._so: _So | None = None

    def hear(self, step: Step) -> None:
        """Hear of a step; what was known of later ones, holds no more when the bound of an earlier one has changed."""
        at = (step.stage.key, step.stage.place)
        if step.proven and step.bound is not None and self._best.get(at) != step.bound:
            before = {other: bound for other, bound in self._best.items() if self._order(other) < self._order(at)}
            self._best = before | {at: step.bound}
        self._found = step.found or self._found
        self._heard = step

    def _order(self, at: tuple[str, int]) -> tuple[int, int]:
        goals = self.event.goals
        return goals.index(at[0]) if at[0] in goals else len(goals), at[1]

    def told(self) -> dict[str, Any]:
        """Tell how far each goal is, as a job keeps it, and whether there is a timetable to stop with."""
        if self._heard is None:
            return {}
        so = self._measured()
        reached = [
            (goal, words and written(words), state) for goal, words, state in self._reached(self._heard.stage.key, so)
        ]
        return {"reached": reached, "there": so is not None}

    def _reached(self, heard: str, so: _So | None) -> Iterator[Reach]:
        goals = self.event.goals
        settled = len([*takewhile(lambda key: self._settled(key, so), goals)])
        now = max(settled, goals.index(heard)) if heard in goals else len(goals)
        for place, key in enumerate(goals):
            words = self._words(key, so) if so else self._bound(key, known=place < settled)
            yield Reach(key, words, "now" if place == now else "" if place >= settled else "best" if so else "known")

    def _measured(self) -> _So | None:
        """Measure the timetable that there is, as if the search ended with it; once."""
        found = self._found
        if found is None or (self._so is not None and self._so.found is found):
            return self._so
        meetings, unmet = meetings_of(self.event, found)
        given_up = frozenset(self.event.hope[hope] for hope in unmet)
        self._so = _So(found, meetings, measure(self.event, seated(self.event, meetings), given_up))
        return self._so

    def _settled(self, key: str, so: _So | None) -> bool:
        """Tell whether it is known what a goal comes to at best; where there is a timetable, whether that does."""
        known = [bound for (goal, _), bound in sorted(self._best.items()) if goal == key]
        if so is None:
            return len(known) == self._steps(key)
        value = so.values.get(key, ())
        return known == ([value] if isinstance(value, int) else [*(value[:0:-1] if key == "wishes" else value)])

    def _steps(self, key: str) -> int:
        return {"wishes": self.event.longest_list, "comfort": 2}.get(key, 1)

    def _words(self, key: str, so: _So) -> Text | None:
        if key in POINTS or key not in so.values:
            return None
        return in_short(self.event, so.meetings, key, so.values[key])

    def _bound(self, key: str, *, known: bool) -> Text | None:
        best = self._best.get((key, 0))  # more may be heard while this is told
        return in_short(self.event, (), key, best) if best is not None and known and key in WHOLE else None
