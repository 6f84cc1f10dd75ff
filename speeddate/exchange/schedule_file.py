"""Read and write timetables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from speeddate.domain.clock import clock
from speeddate.domain.event import Hope
from speeddate.domain.fault import BadInput
from speeddate.domain.schedule import Meeting, Reading, Reason, Schedule, Unplaced
from speeddate.domain.text import LANGUAGES, Text
from speeddate.exchange.faults import faults_of
from speeddate.exchange.files import read_json
from speeddate.exchange.models import Clock, Id, Part

Figure = int | list[int]


class TextPart(Part):
    """A sentence in three languages."""

    nb: str
    nn: str
    en: str


class ReasonPart(Part):
    """A reason."""

    rule: Id
    text: TextPart


class FixPart(Part):
    """A change that would help."""

    text: TextPart


class GoalPart(Part):
    """How far a goal came."""

    key: Id
    value: Figure
    bound: Figure
    proven: bool


class MeetingPart(Part):
    """One meeting."""

    candidate: Id
    employer: Id
    station: Id
    start: Clock
    end: Clock
    people: list[Id] = []
    resources: list[Id] = []


class UnplacedPart(Part):
    """Somebody without a meeting."""

    candidate: Id
    because: list[ReasonPart] = []
    fixes: list[FixPart] = []


class UnmetPart(Part):
    """A need that would have helped."""

    candidate: Id
    need: Id


class ScheduleFile(Part):
    """A whole timetable, as JSON holds it."""

    format: Literal["speeddate.schedule/1"]
    event: Id
    version: Annotated[int, Field(ge=1)] = 1
    made_at: str = ""
    status: Literal["optimal", "feasible"] = "feasible"
    seconds: float = 0.0
    solver: str = ""
    seed: int = 1
    goals: list[GoalPart] = []
    meetings: list[MeetingPart] = []
    unplaced: list[UnplacedPart] = []
    unmet: list[UnmetPart] = []


def read_schedule(path: Path) -> Schedule:
    """Read a timetable; raises BadInput. What a change would alter is not in the file, only its sentence."""
    try:
        file = ScheduleFile.model_validate(read_json(path))
    except ValidationError as error:
        raise BadInput(*faults_of(error, path.name)) from None
    return Schedule(
        **file.model_dump(exclude={"format", "goals", "meetings", "unplaced", "unmet"}),
        goals=tuple(Reading(g.key, _figure(g.value), _figure(g.bound), g.proven) for g in file.goals),
        meetings=tuple(sorted(_meeting(meeting) for meeting in file.meetings)),
        unplaced=tuple(_unplaced(person) for person in file.unplaced),
        unmet=tuple(Hope(unmet.candidate, unmet.need) for unmet in file.unmet),
    )


def _meeting(part: MeetingPart) -> Meeting:
    fields = part.model_dump()
    return Meeting(**fields | {"people": tuple(part.people), "resources": tuple(part.resources)})


def _figure(figure: Figure) -> int | tuple[int, ...]:
    return figure if isinstance(figure, int) else tuple(figure)


def _unplaced(part: UnplacedPart) -> Unplaced:
    because = tuple(Reason(reason.rule, Text(**reason.text.model_dump())) for reason in part.because)
    return Unplaced(part.candidate, because, advice=tuple(Text(**fix.text.model_dump()) for fix in part.fixes))


def write_schedule(schedule: Schedule) -> bytes:
    """Write a timetable as JSON."""
    whole: dict[str, Any] = {
        "format": "speeddate.schedule/1",
        **{key: getattr(schedule, key) for key in ("event", "version", "made_at", "status", "seconds", "solver", "seed")},
        "goals": [{"key": g.key, "value": g.value, "bound": g.bound, "proven": g.proven} for g in schedule.goals],
        "meetings": [_written(meeting) for meeting in schedule.meetings],
        "unplaced": [
            {
                "candidate": person.candidate,
                "because": [{"rule": reason.rule, "text": _texts(reason.text)} for reason in person.because],
                "fixes": [{"text": _texts(text)} for text in person.advice],
            }
            for person in schedule.unplaced
        ],
        "unmet": [hope._asdict() for hope in schedule.unmet],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


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


def _texts(text: Text) -> dict[str, str]:
    return {language: text[language] for language in LANGUAGES}
