"""The shape of an event file: what each part may hold. Unknown keys are refused by name."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from speeddate.domain.catalogue import Strength
from speeddate.domain.clock import at
from speeddate.domain.event import GOALS
from speeddate.domain.text import Language

CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"


def _minutes(clock: object) -> object:
    """Read a well-formed clock time as minutes; leave anything else for the type to refuse."""
    parts = clock.split(":") if isinstance(clock, str) else []
    well_formed = [part.isdigit() and len(part) == 2 for part in parts] == [True, True]  # noqa: PLR2004  # HH:MM
    return at(str(clock)) if well_formed else clock


Clock = Annotated[
    int,
    BeforeValidator(_minutes, json_schema_input_type=Annotated[str, Field(pattern=CLOCK)]),
    Field(ge=0, lt=24 * 60, strict=True),
]
Id = Annotated[str, Field(min_length=1, max_length=60)]
Name = Annotated[str, Field(max_length=200)]
Words = Annotated[str, Field(max_length=2000)]
Interest = Annotated[int, Field(ge=0, le=3)]
Minutes = Annotated[int, Field(ge=0, le=240)]
Meetings = Annotated[int, Field(ge=0, le=20)]
Windows = list[tuple[Clock, Clock]]


class Part(BaseModel):
    """Anything in an event file."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class RoundPart(Part):
    """One round."""

    start: Clock
    end: Clock


class DirectionsPart(Part):
    """How to find the way."""

    line: Name = ""
    stop: Name = ""
    walk_minutes: Minutes = 0
    greeter: Name = ""


class FramePart(Part):
    """The evening itself."""

    id: Id = "event"
    name: Name = ""
    date: datetime.date
    timezone: Name = "Europe/Oslo"
    venue: Name = ""
    venue_features: list[Id] = []
    directions: DirectionsPart = DirectionsPart()
    answer_by: datetime.date | None = None
    rounds: list[RoundPart] = Field(min_length=1, max_length=40)
    latest_end: Clock | None = None
    late_start_minutes: list[Minutes] = [0, 5, 10, 15]
    turnaround_minutes: Minutes = 5
    arrive_minutes: Minutes = 15
    only_wished: bool = False
    goals: list[Literal["met", "meetings", "wishes", "comfort", "interest", "balance", "on_time", "waiting"]] = [*GOALS]  # type: ignore[list-item]


class StationPart(Part):
    """A station."""

    id: Id
    name: Name = ""
    features: list[Id] = []
    near: list[Id] = []


class EmployerPart(Part):
    """An employer."""

    id: Id
    name: Name = ""
    stations: list[Id] = []
    max_meetings: Annotated[int, Field(ge=1, le=400)] | None = None
    available: Windows = []
    interest: dict[Id, Interest] = {}
    line: Words = ""
    does: Words = ""
    looks_for: Words = ""
    hours: Words = ""
    pace: Words = ""
    body_work: Words = ""
    questions: list[Words] = []
    interviewer: Name = ""
    interviewer_role: Name = ""


class CounsellorPart(Part):
    """A counsellor."""

    id: Id
    name: Name = ""
    phone: Name = ""
    available: Windows = []
    deputy: Name = ""
    deputy_phone: Name = ""


class ResourcePart(Part):
    """Something or someone that candidates share."""

    id: Id
    kind: Id
    name: Name = ""
    capacity: Annotated[int, Field(ge=1, le=400)] = 1
    available: Windows = []


class NeedPart(Part):
    """A need of a candidate."""

    key: Id
    strength: Strength | None = None
    params: dict[Id, int | str] = {}


class CandidatePart(Part):
    """A candidate."""

    id: Id
    name: Name = ""
    number: Name = ""
    counsellor: Name = ""
    wishes: list[Id] = []
    avoid_employers: list[Id] = []
    avoid_candidates: list[Id] = []
    needs: list[NeedPart] = []
    available: Windows = []
    min_meetings: Meetings = 1
    max_meetings: Meetings = 1
    language: Language = "nb"
    standby: bool = False
    use_number: bool = False
    shares: dict[Id, list[Id]] = {}
    strengths: Words = ""
    wants: Words = ""
    three_things: list[Words] = []
    questions: list[Words] = []
    share_questions: bool = False


class PinPart(Part):
    """A meeting that is decided."""

    candidate: Id
    employer: Id
    start: Clock | None = None
    station: Id | None = None


class EventFile(Part):
    """A whole event, as JSON holds it."""

    format: Literal["speeddate.event/1"]
    event: FramePart
    stations: list[StationPart] = Field([], max_length=2000)
    employers: list[EmployerPart] = Field([], max_length=1000)
    counsellors: list[CounsellorPart] = Field([], max_length=2000)
    resources: list[ResourcePart] = Field([], max_length=2000)
    candidates: list[CandidatePart] = Field([], max_length=5000)
    pins: list[PinPart] = Field([], max_length=5000)
