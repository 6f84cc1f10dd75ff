"""The shape of the evening itself: its rounds, where it takes place and how it is run."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from speeddate.domain.event import GOALS
from speeddate.exchange.shapes import Clock, Day, Few, Id, Minutes, Name, Part, Web

Goal = Literal["met", "meetings", "wishes", "comfort", "interest", "balance", "on_time", "waiting"]
HowMany = Field(min_length=1, max_length=40)


class RoundPart(Part):
    """When the meetings of one round start and end."""

    start: Clock
    """When they start."""
    end: Clock
    """When they end, unless somebody needs more or less time."""


class DirectionsPart(Part):
    """How to find the way, for the candidates' sheets."""

    line: Name = ""
    """The bus, tram or train to take."""
    stop: Name = ""
    """Where to get off."""
    walk_minutes: Minutes = 0
    """How many minutes it takes to walk from there."""
    greeter: Name = ""
    """Who meets people at the door."""


class FramePart(Part):
    """The evening itself: when, where, and how it is run."""

    id: Id = "event"
    """The name that timetables call the event by."""
    name: Name = ""
    """What people call it."""
    date: Day
    """The day it takes place."""
    timezone: Name = "Europe/Oslo"
    """The time zone that all clock times are local to."""
    venue: Name = ""
    """Where it takes place."""
    venue_features: Annotated[list[Id], Few] = []
    """What the venue has, such as an accessible toilet."""
    directions: DirectionsPart = Field(default_factory=lambda: DirectionsPart())  # noqa: PLW0108  # defined once typed
    """How to find the way."""
    map: Name = ""
    """The file of a map of the way there, PNG or JPEG, in the folder of this file or below."""
    picture: Name = ""
    """The file of a picture of the door or the house, likewise."""
    address: Web = ""
    """The web address where candidates have their page."""
    answer_by: Day | None = None
    """When candidates have heard from every employer."""
    needs_by: Day | None = None
    """When candidates have told what they need; left out, six weeks before."""
    employers_by: Day | None = None
    """When employers have told what they do and who comes; left out, three weeks before."""
    candidates_by: Day | None = None
    """When candidates have answered everything; left out, two weeks before."""
    rounds: Annotated[list[RoundPart], HowMany]
    """The rounds, in any order."""
    latest_end: Clock | None = None
    """When the last meeting has ended; left out, the end of the last round."""
    late_start_minutes: Annotated[list[Minutes], HowMany] = [0, 5, 10, 15]
    """How many minutes after its round's start a meeting may start."""
    turnaround_minutes: Minutes = 5
    """How long a station, and a candidate, rests between two meetings."""
    arrive_minutes: Minutes = 15
    """How long before the meeting a candidate is asked to arrive."""
    only_wished: bool = False
    """Whether candidates meet only employers on their wish lists."""
    hide_employers: bool = False
    """Whether candidates see no employers, and so have no wishes, until the day."""
    employers_move: bool = False
    """Whether candidates keep a place each and employers come to them; employers then have no stations."""
    goals: Annotated[list[Goal], HowMany] = [*GOALS]  # type: ignore[list-item]
    """What the plan is to reach, the most important first."""
