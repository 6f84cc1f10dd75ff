"""Read and write timetables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from speeddate.domain.clock import clock
from speeddate.domain.event import Hope
from speeddate.domain.fault import BadInput
from speeddate.domain.schedule import Meeting, Reading, Reason, Schedule, Unplaced
from speeddate.domain.text import LANGUAGES, Text
from speeddate.exchange.faults import faults_of
from speeddate.exchange.json_file import read_json
from speeddate.exchange.raw import Raw
from speeddate.exchange.refused import MOST_FAULTS
from speeddate.exchange.timetable import Figure, MeetingPart, ScheduleFile, TextPart, UnplacedPart
from speeddate.exchange.written import json_bytes

FORMAT = "speeddate.schedule/1"
FACTS = ("event", "version", "made_at", "status", "seconds", "solver", "seed")


def read_schedule(path: Path) -> Schedule:
    """Read a timetable; raises BadInput with every fault there is. Its advice is in words only."""
    return _read(_file(path))


def read_schedule_content(content: dict[str, Any]) -> Schedule:
    """Read a timetable from what `schedule_content` gave."""
    return _read(ScheduleFile.model_validate(content))


def _read(file: ScheduleFile) -> Schedule:
    return Schedule(
        **file.model_dump(exclude={"format", "goals", "meetings", "unplaced", "unmet"}),
        goals=tuple(Reading(goal.key, _figure(goal.value), _figure(goal.bound), goal.proven) for goal in file.goals),
        meetings=tuple(sorted(_meeting(meeting) for meeting in file.meetings)),
        unplaced=tuple(_unplaced(person) for person in file.unplaced),
        unmet=tuple(Hope(unmet.candidate, unmet.need) for unmet in file.unmet),
    )


def _file(path: Path) -> ScheduleFile:
    content, faults = read_json(path)
    try:
        file = ScheduleFile.model_validate(content)
    except ValidationError as error:
        details = error.errors(include_url=False)[:MOST_FAULTS]
        raise BadInput(*faults, *faults_of(details, Raw(path.name, content), ScheduleFile)) from None
    if faults:
        raise BadInput(*faults)
    return file


def _figure(figure: Figure) -> int | tuple[int, ...]:
    return tuple(figure) if isinstance(figure, list) else figure


def _meeting(part: MeetingPart) -> Meeting:
    return Meeting(**part.model_dump() | {"people": tuple(part.people), "resources": tuple(part.resources)})


def _unplaced(part: UnplacedPart) -> Unplaced:
    because = tuple(Reason(reason.rule, _text(reason.text)) for reason in part.because)
    return Unplaced(part.candidate, because, advice=tuple(_text(fix.text) for fix in part.fixes))


def _text(part: TextPart) -> Text:
    return Text(part.nb, part.nn, part.en)


def write_schedule(schedule: Schedule) -> bytes:
    """Write a timetable file; reading it gives the same, but for whom reasons are about and what changes alter."""
    return json_bytes(schedule_content(schedule))


def schedule_content(schedule: Schedule) -> dict[str, Any]:
    """Say what a timetable file holds."""
    return (
        {"format": FORMAT}
        | {fact: getattr(schedule, fact) for fact in FACTS}
        | {
            "goals": [_goal(goal) for goal in schedule.goals],
            "meetings": [_written(meeting) for meeting in schedule.meetings],
            "unplaced": [_explained(person) for person in schedule.unplaced],
            "unmet": [hope._asdict() for hope in schedule.unmet],
        }
    )


def _goal(goal: Reading) -> dict[str, Any]:
    return {"key": goal.key, "value": goal.value, "bound": goal.bound, "proven": goal.proven}


def _written(meeting: Meeting) -> dict[str, Any]:
    return {
        "candidate": meeting.candidate,
        "employer": meeting.employer,
        "station": meeting.station,
        "start": clock(meeting.start),
        "end": clock(meeting.end),
        "people": meeting.people,
        "resources": meeting.resources,
    }


def _explained(person: Unplaced) -> dict[str, Any]:
    return {
        "candidate": person.candidate,
        "because": [{"rule": reason.rule, "text": _texts(reason.text)} for reason in person.because],
        "fixes": [{"text": _texts(advice)} for advice in person.advice],
    }


def _texts(text: Text) -> dict[str, str]:
    return {language: text[language] for language in LANGUAGES}
