"""Make a timetable: plan, check, explain who is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from time import perf_counter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from speeddate import goals, rules
from speeddate.domain.event import Event
from speeddate.domain.outcome import Impossible, Outcome, Planned, Undecided
from speeddate.domain.schedule import Meeting, Schedule, Unplaced
from speeddate.rules.seated import seated
from speeddate.services.plans.checking import broken, check, measure, with_values
from speeddate.services.plans.keeping import frozen, still_here
from speeddate.services.plans.reading import meetings_of, readings
from speeddate.solver import explain
from speeddate.solver.board import Evening
from speeddate.solver.climb import Found, Watch
from speeddate.solver.clock import Clock
from speeddate.solver.reach import reach


def plan(  # noqa: PLR0913  # each is a wish of its own, and all but the event have defaults
    event: Event,
    *,
    seed: int = 1,
    seconds: float | None = None,
    earlier: Schedule | None = None,
    watch: Watch | None = None,
    workers: int = 0,
    clock: Clock | None = None,
) -> Outcome:
    """Make the best timetable; with an earlier one, the best of those that change fewest people's meetings.

    `seconds` bounds the search: when it ends early, the best timetable so far is returned with its bounds. So it is
    when somebody stops a `clock` of their own.
    """
    clock = clock or Clock(seconds, workers)
    with clock.heeding_interrupts():
        outcome = _planned(event, clock, _Asked(seed, earlier, goals_first=False), watch)
        return Planned(with_reasons(event, outcome.schedule)) if isinstance(outcome, Planned) else outcome


def nearest(event: Event, there: Schedule, clock: Clock, *, watch: Watch | None = None) -> Outcome:
    """Make, of the best timetables, the one that changes fewest people's meetings in another.

    Only pins are sure to stay. It is made soon: who is left out is listed, and why is for `with_reasons` to say.
    """
    with clock.heeding_interrupts():
        outcome = _planned(event, clock, _Asked(there.seed, there, goals_first=True), watch)
    if not isinstance(outcome, Planned):
        return outcome
    out = tuple(Unplaced(name) for name in _left_out(event, outcome.schedule))
    return Planned(replace(outcome.schedule, unplaced=out))


class _Asked(NamedTuple):
    """What decides between plans: lots, and an earlier plan, before or after the goals."""

    seed: int
    earlier: Schedule | None
    goals_first: bool


def _planned(event: Event, clock: Clock, asked: _Asked, watch: Watch | None) -> Outcome:
    began, earlier = perf_counter(), asked.earlier
    if earlier is not None and not asked.goals_first:
        event = frozen(event, earlier)
    options = rules.options(event)
    limits = list(rules.limits(event, options))
    before = None if earlier is None else still_here(event, earlier)
    stages = [*goals.stages(event, options, earlier=before, last=asked.goals_first)]
    stages += goals.ties(event, options, asked.seed)
    evening = Evening(options, limits, len(event.hopes))
    climbed = reach(evening, stages, clock=clock, watch=watch)
    if climbed.chosen is None and climbed.ended:
        return Impossible(explain.clash(event))
    if not climbed.chosen and not (climbed.steps and climbed.steps[0].proven):  # nobody meets, and nobody knows why
        return Undecided(perf_counter() - began)
    meetings, unmet = meetings_of(event, Found(options, limits, climbed.chosen or frozenset(), climbed.given_up))
    reached = readings(event, options, climbed, len(meetings))
    schedule = Schedule(
        event=event.id,
        version=1 if earlier is None else earlier.version + 1,
        made_at=datetime.now(UTC).astimezone(ZoneInfo(event.timezone)).isoformat(timespec="seconds"),
        status="optimal" if all(reading.proven for reading in reached) else "feasible",
        seconds=round(perf_counter() - began, 2),
        solver=f"ortools {version('ortools')}",
        seed=asked.seed,
        goals=reached,
        meetings=meetings,
        unmet=unmet,
    )
    return Planned(_passed(event, schedule, before))


class NotPassedError(AssertionError):
    """Raised when the checker refuses what the solver made: a fault of ours, never of the event."""


def _passed(event: Event, schedule: Schedule, earlier: Iterable[Meeting] | None) -> Schedule:
    """State the checker's figures; let nothing out that it finds broken."""
    options = seated(event, schedule.meetings)
    values = measure(event, options, frozenset(event.hope[hope] for hope in schedule.unmet), earlier=earlier)
    schedule = with_values(schedule, values)
    wrong = check(event, schedule, earlier=earlier).broken
    untrue = [reading.key for reading in schedule.goals if reading.proven and reading.value != reading.bound]
    if wrong or untrue:
        raise NotPassedError([reason.text.en for reason in wrong], untrue)
    return schedule


def with_reasons(event: Event, schedule: Schedule) -> Schedule:
    """List those without the meetings they came for, each with the smallest reasons and the cheapest change."""
    out = _left_out(event, schedule)
    met = [candidate.id for candidate in event.candidates if candidate.id not in out]
    return replace(schedule, unplaced=tuple(_explained(event, name, met, settled=schedule.settled) for name in out))


def why_left_out(event: Event, schedule: Schedule, candidate: str) -> Unplaced | None:
    """Tell why one person is without the meetings they came for; nothing where they are not.

    Whoever's meeting breaks a promise stands in nobody's way: somebody has put them there by hand.
    """
    if candidate not in _left_out(event, schedule):
        return None
    unlawful = {name for reason in broken(event, schedule) for name in reason.about}
    kept = tuple(meeting for meeting in schedule.meetings if meeting.candidate not in unlawful)
    met = [other.id for other in event.candidates if other.id not in _left_out(event, replace(schedule, meetings=kept))]
    known = {goal.key: goal.bound for goal in schedule.goals}
    settled = known.get("met") in {None, measure(event, seated(event, kept), frozenset())["met"]}
    return _explained(event, candidate, met, settled=settled)


def _left_out(event: Event, schedule: Schedule) -> list[str]:
    had = Counter(meeting.candidate for meeting in schedule.meetings)
    return [candidate.id for candidate in event.candidates if had[candidate.id] < candidate.least_meetings]


def _explained(event: Event, candidate: str, met: list[str], *, settled: bool) -> Unplaced:
    fixes = explain.fixes(event, candidate, met) if settled else ()
    because = explain.reasons(event, candidate, met, settled=settled)
    return Unplaced(candidate, because, advice=tuple(fix.text for fix in fixes), fixes=fixes)
