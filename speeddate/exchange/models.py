"""The shape of an event file: what each part may hold. The published schema is read off these."""

from __future__ import annotations

from typing import Annotated, Literal

from speeddate.exchange.candidate_part import CandidatePart
from speeddate.exchange.frame import FramePart
from speeddate.exchange.shapes import (
    Clock,
    Few,
    Id,
    Interest,
    Line,
    Many,
    Name,
    Offered,
    Part,
    Places,
    WholeDay,
    Words,
)


class StationPart(Part):
    """A table or room where one meeting takes place at a time."""

    id: Id
    """The name that other parts call it by."""
    name: Name = ""
    """What it is called on signs and sheets."""
    features: Annotated[list[Id], Few] = []
    """What it has, such as step_free or hearing_loop."""
    near: Annotated[list[Id], Few] = []
    """The stations that can be overheard from it."""


class EmployerPart(Part):
    """A firm that meets candidates."""

    id: Id
    """The name that other parts call it by."""
    name: Name = ""
    """What the firm is called."""
    stations: Annotated[list[Id], Few] = []
    """Where it sits; left out, it gets a station of its own without features."""
    max_meetings: Places | None = None
    """The most meetings it takes part in; left out, one for each round and station."""
    available: WholeDay
    """When it is there; left out, the whole day."""
    interest: Annotated[dict[Id, Interest], Many] = {}
    """How much it would like to meet each candidate, from 0 to 3."""
    line: Words = ""
    """The firm in one line."""
    does: Words = ""
    """What people do there."""
    looks_for: Words = ""
    """What kind of people it looks for."""
    hours: Words = ""
    """The working hours."""
    pace: Words = ""
    """How fast the work goes."""
    body_work: Words = ""
    """What the work asks of the body, such as standing or lifting."""
    licences: Words = ""
    """The licences and certificates that the work takes."""
    safety: Words = ""
    """What the work asks of people for safety's sake."""
    questions: Annotated[list[Line], Few] = []
    """What it may ask the candidates."""
    interviewer: Name = ""
    """Who comes."""
    interviewer_role: Name = ""
    """What that person does at the firm."""
    jobs: Offered = 0
    """How many jobs it offers now."""
    placements: Offered = 0
    """How many placements it offers now."""
    visits: Offered = 0
    """How many can visit it now."""
    returning: bool = False
    """Whether it has taken part before."""
    map: Name = ""
    """The file of a map of the way there, PNG or JPEG, in the folder of this file or below."""
    picture: Name = ""
    """The file of a picture of who comes, likewise; only with their yes."""


class CounsellorPart(Part):
    """Somebody who prepares candidates."""

    id: Id
    """The name that other parts call them by."""
    name: Name = ""
    """Their name."""
    phone: Name = ""
    """The number they have agreed to publish."""
    available: WholeDay
    """When they are there; left out, the whole day."""
    deputy: Name = ""
    """Who steps in for them."""
    deputy_phone: Name = ""
    """That person's number."""


class ResourcePart(Part):
    """Something or someone that candidates share, such as an interpreter or a quiet place."""

    id: Id
    """The name that other parts call it by."""
    kind: Id
    """What it is; an interpreter's language follows a colon, by its code or its name, as in spoken_interpreter:ar."""
    name: Name = ""
    """What people call it."""
    capacity: Places = 1
    """How many it serves at a time."""
    available: WholeDay
    """When it is there; left out, the whole day."""


class PinPart(Part):
    """A meeting that has been decided."""

    candidate: Id
    """The id of the candidate."""
    employer: Id
    """The id of the employer."""
    start: Clock | None = None
    """When it starts; left out, at any time."""
    station: Id | None = None
    """Where it takes place; left out, anywhere."""


class EventFile(Part):
    """A whole event."""

    format: Literal["speeddate.event/1"]
    """The format, and its version."""
    event: FramePart
    """The evening itself."""
    stations: Annotated[list[StationPart], Many] = []
    """Where meetings take place."""
    employers: Annotated[list[EmployerPart], Many] = []
    """Who candidates meet."""
    counsellors: Annotated[list[CounsellorPart], Many] = []
    """Who prepares the candidates."""
    resources: Annotated[list[ResourcePart], Many] = []
    """What and whom candidates share."""
    candidates: Annotated[list[CandidatePart], Many] = []
    """Who comes to meet employers."""
    pins: Annotated[list[PinPart], Many] = []
    """Meetings that have been decided."""
