"""Make everything an evening needs from an event file: the timetable and its sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from speeddate.domain.cost import Answer
from speeddate.domain.event import Event
from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.outcome import Outcome, Planned
from speeddate.domain.schedule import Schedule, Unplaced
from speeddate.domain.text import Language, Text, same
from speeddate.domain.words import texts
from speeddate.exchange import read_event, read_event_with_warnings, read_schedule, write_schedule
from speeddate.services.files import save
from speeddate.services.handouts.sheets import left_over, missing, print_into
from speeddate.services.plans.checking import known
from speeddate.services.plans.keeping import unkept
from speeddate.services.plans.planning import plan, with_reasons
from speeddate.services.plans.progress import shown
from speeddate.services.why.costing import cost

TEXTS: Final = texts("plans.csv")
PLAN = "schedule.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an event.

    `doubts` may be slips in it, or cannot be kept of an earlier plan; `lost` are pages that could not be printed,
    `old` sheets of an earlier plan.
    """

    event: Event
    outcome: Outcome
    doubts: tuple[Fault, ...]
    files: list[Path]
    lost: tuple[str, ...] = ()
    old: tuple[Path, ...] = ()


def make(path: Path, folder: Path, *, language: Language, otherwise: Language = "nb", **wishes: Any) -> Made:
    """Plan an event file, and write `schedule.json` and the sheets into a folder.

    `otherwise` is the language of sheets whose readers have none of their own.
    `wishes` are the options of the command: `time_limit` (seconds), `seed`, `keep` (a path), `only` (kinds
    of sheets), `no_print`.
    """
    event, doubts = read_event_with_warnings(path)
    earlier = read_schedule(wishes["keep"]) if wishes.get("keep") else None
    if earlier is not None:
        doubts += tuple(unkept(event, earlier, wishes["keep"].name))
    with shown(language) as watch:
        outcome = plan(
            event, seed=wishes.get("seed", 1), seconds=wishes.get("time_limit"), earlier=earlier, watch=watch
        )
    if not isinstance(outcome, Planned):
        return Made(event, outcome, doubts, [])
    schedule = _numbered(outcome.schedule, folder / PLAN)
    lost: list[str] = []
    written = save(folder, [(PLAN, write_schedule(schedule))])
    if not wishes.get("no_print"):
        written += print_into(
            folder,
            event,
            schedule,
            tell=lambda page: lost.append(missing(page, language)),
            only=wishes.get("only", ()),
            otherwise=otherwise,
            speaking=language,
        )
    return Made(event, Planned(schedule), doubts, written, tuple(lost), tuple(left_over(folder, written)))


def _numbered(schedule: Schedule, there: Path) -> Schedule:
    """Number a timetable after the one of the same event whose place it takes: old paper is told from new by it."""
    try:
        before = read_schedule(there)
    except BadInput:  # nothing is there, or nothing that was ever printed
        return schedule
    last = before.version if before.event == schedule.event else 0
    return replace(schedule, version=max(schedule.version, last + 1))


def left_out(event_file: Path, schedule_file: Path, candidate: str | None) -> list[Unplaced]:
    """Explain those without a meeting in a timetable, or one of them."""
    event, schedule = read_event(event_file), read_schedule(schedule_file)
    known(event, schedule)
    if candidate is not None:
        _find(event.candidate, candidate, TEXTS["asked.no_candidate"], event_file)
    chosen = [person for person in with_reasons(event, schedule).unplaced if candidate in {None, person.candidate}]
    if candidate is not None and not chosen:
        raise BadInput(Fault(TEXTS["asked.placed"].filled(name=same(candidate)), file=schedule_file.name))
    return chosen


def why_not(
    event_file: Path, schedule_file: Path, candidate: str, employer: str, **wishes: Any
) -> tuple[Event, Answer]:
    """Explain why two do not meet in a timetable, or what it would cost.

    `wishes` are the options of the command: `language` of the progress, and `time_limit` (seconds).
    """
    event, schedule = read_event(event_file), read_schedule(schedule_file)
    known(event, schedule)
    _find(event.candidate, candidate, TEXTS["asked.no_candidate"], event_file)
    _find(event.employer, employer, TEXTS["asked.no_employer"], event_file)
    with shown(wishes["language"]) as watch:
        return event, cost(event, schedule, candidate, employer, seconds=wishes["time_limit"], watch=watch)


def _find(there: Mapping[str, object], name: str, unknown: Text, file: Path) -> None:
    """Refuse an id that nobody has; raises BadInput."""
    if name not in there:
        raise BadInput(Fault(unknown.filled(name=same(name)), file=file.name))
