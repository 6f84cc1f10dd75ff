"""The shape of a timetable file. Whom a reason is about is never in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from speeddate.exchange.shapes import Clock, Few, Id, Many, Name, Part, Whole, Words

Figure = Whole | Annotated[list[Whole], Few]


class TextPart(Part):
    """A sentence in three languages."""

    nb: Words
    """In bokmål."""
    nn: Words
    """In nynorsk."""
    en: Words
    """In English."""


class ReasonPart(Part):
    """One sentence about why somebody has no meeting, and the rule behind it."""

    rule: Id
    """The key of the rule."""
    text: TextPart
    """The sentence; it names nobody."""


class FixPart(Part):
    """What an organiser could change."""

    text: TextPart
    """The change in words."""


class GoalPart(Part):
    """What a goal came to."""

    key: Id
    """The key of the goal."""
    value: Figure
    """What the timetable reaches, as the checker counts it."""
    bound: Figure
    """The best that any timetable could reach."""
    proven: bool
    """Whether it is proven that no timetable does better."""


class MeetingPart(Part):
    """Who meets whom, where and when."""

    candidate: Id
    """The id of the candidate."""
    employer: Id
    """The id of the employer."""
    station: Id
    """The id of the station."""
    start: Clock
    """When it starts."""
    end: Clock
    """When it ends."""
    people: Annotated[list[Id], Few] = []
    """The counsellors who come along."""
    resources: Annotated[list[Id], Few] = []
    """The resources that come along."""


class UnplacedPart(Part):
    """Somebody without the meetings they asked for."""

    candidate: Id
    """The id of the candidate."""
    because: Annotated[list[ReasonPart], Few] = []
    """The smallest set of reasons."""
    fixes: Annotated[list[FixPart], Few] = []
    """The cheapest changes that help."""


class UnmetPart(Part):
    """A need that would have helped, and that no meeting could keep."""

    candidate: Id
    """The id of the candidate."""
    need: Id
    """The key of the need."""


class ScheduleFile(Part):
    """A whole timetable."""

    format: Literal["speeddate.schedule/1"]
    """The format, and its version."""
    event: Id
    """The id of the event."""
    version: Annotated[Whole, Field(ge=1)] = 1
    """Which timetable of the event it is, counted from 1."""
    made_at: Name = ""
    """When it was made, with its time zone."""
    status: Literal["optimal", "feasible"] = "feasible"
    """Whether every goal is proven."""
    seconds: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0.0
    """How long it took to make."""
    solver: Name = ""
    """What made it."""
    seed: Whole = 1
    """The number that decided between equals."""
    goals: Annotated[list[GoalPart], Few] = []
    """What each goal came to, in their order."""
    meetings: Annotated[list[MeetingPart], Field(max_length=20000)] = []
    """All meetings."""
    unplaced: Annotated[list[UnplacedPart], Many] = []
    """Those without the meetings they asked for."""
    unmet: Annotated[list[UnmetPart], Field(max_length=20000)] = []
    """The needs that would have helped, and are not met."""
