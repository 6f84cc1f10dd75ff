"""Count what others lose and gain between two plans, and tell no more than lets nobody be read out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, get_args

from speeddate.domain.cost import Difference, Loss, Priced
from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.goals.ranking import better
from speeddate.goals.wishes import level
from speeddate.services.plans.checking import check

FEW = 5  # people: what fewer of them lose could be read of one
LOSSES: tuple[Loss, ...] = get_args(Loss)
GOALS: dict[Loss, str] = {"meeting": "meetings", "first": "wishes", "wish": "wishes", "help": "comfort"}
SEEN = frozenset({"met", "meetings", "balance"})  # about meetings alone, which everybody can count
SHARED = frozenset({"interest", "on_time", "waiting"})  # nobody in particular loses by these


class Fate(NamedTuple):
    """What a plan gives one candidate: their meetings, the first wish or not, the sum of levels, what they miss."""

    meetings: frozenset[tuple[str, str, int]]
    first: bool
    levels: int
    missed: int

    @property
    def employers(self) -> frozenset[str]:
        """Whom they meet."""
        return frozenset(employer for employer, _, _ in self.meetings)


def priced(event: Event, schedule: Schedule, other: Schedule, candidate: str) -> Priced:
    """Compare the plan at hand with another one, in which a candidate has the meeting that was asked about."""
    before, after = _fates(event, schedule), _fates(event, other)
    mine = before.pop(candidate).employers - after.pop(candidate).employers
    moved = sum(before[name].meetings != after[name].meetings for name in before)
    lost = Counter(loss for name in before if (loss := _loss(before[name], after[name])))
    gained = Counter(gain for name in before if (gain := _loss(after[name], before[name])))
    goals = list(_differences(event, schedule, other))
    told = _told(others=len(before), moved=moved)
    return Priced(
        plan=other,
        lost={loss: lost[loss] for loss in LOSSES if lost[loss] and GOALS[loss] in told},
        gained={gain: gained[gain] for gain in LOSSES if gained[gain] and GOALS[gain] in told},
        moved=moved,
        goals=tuple(goal for goal in goals if goal.key in told),
        gives_up=tuple(sorted(mine)),
        more=any(GOALS[loss] not in told for loss in lost) or any(_worse(g) for g in goals if g.key in SHARED - told),
        no_worse=not any(map(_worse, goals)),
        proven=all(reading.proven for reading in other.goals if reading.key in event.goals),
    )


def _told(*, others: int, moved: int) -> frozenset[str]:
    """Name the goals of which figures may be told; all that only some few could be meant by stay untold together."""
    wishes = {"wishes"} if others >= FEW else set()
    return SEEN | wishes | ({"comfort", *SHARED} if moved >= FEW else set())


def _fates(event: Event, schedule: Schedule) -> dict[str, Fate]:
    fates = {}
    for candidate in event.candidates:
        theirs = [meeting for meeting in schedule.meetings if meeting.candidate == candidate.id]
        fates[candidate.id] = Fate(
            meetings=frozenset((meeting.employer, meeting.station, meeting.start) for meeting in theirs),
            first=any(meeting.employer in candidate.wishes[:1] for meeting in theirs),
            levels=sum(level(event, meeting.match) for meeting in theirs),
            missed=sum(hope.candidate == candidate.id for hope in schedule.unmet),
        )
    return fates


def _loss(before: Fate, after: Fate) -> Loss | None:
    """Name the gravest thing that somebody loses; whoever gets more meetings loses at most the first wish."""
    if len(after.meetings) < len(before.meetings):
        return "meeting"
    if before.first and not after.first:
        return "first"
    alike = len(after.meetings) == len(before.meetings)
    if alike and after.levels > before.levels:
        return "wish"
    return "help" if alike and after.missed > before.missed else None


def _differences(event: Event, schedule: Schedule, other: Schedule) -> Iterator[Difference]:
    before, after = check(event, schedule).values, check(event, other).values
    for key in event.goals:
        if before[key] != after[key]:
            yield Difference(key, before[key], after[key])


def _worse(goal: Difference) -> bool:
    return better(goal.key, goal.before, goal.after)
