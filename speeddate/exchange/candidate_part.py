"""The shape of a candidate in an event file, and of what they need."""

from __future__ import annotations

from typing import Annotated

from speeddate.domain.catalogue import Strength
from speeddate.domain.text import Language
from speeddate.exchange.shapes import (
    Few,
    Id,
    Line,
    Meetings,
    Name,
    Param,
    Part,
    Told,
    WholeDay,
    Words,
)


class NeedPart(Part):
    """A need of one candidate: what it takes, never why."""

    key: Id
    """The need's key in the catalogue."""
    strength: Strength | None = None
    """Whether it is a must or only helps; left out, the need's own default."""
    params: Annotated[dict[Id, Param], Few] = {}
    """Its own numbers where they differ: from and to are clock times."""


class CandidatePart(Part):
    """A jobseeker."""

    id: Id
    """The name that other parts call them by."""
    name: Name = ""
    """Their first name, or a name they like."""
    number: Name = ""
    """Their number for this event, to show instead of the name."""
    counsellor: Name = ""
    """The id of the counsellor who prepares them."""
    wishes: Annotated[list[Id], Few] = []
    """The employers they would like to meet, the first wish first."""
    avoid_employers: Annotated[list[Id], Few] = []
    """Employers they do not want to meet."""
    avoid_candidates: Annotated[list[Id], Few] = []
    """Candidates they do not want to run into."""
    needs: Annotated[list[NeedPart], Few] = []
    """What they need."""
    available: WholeDay
    """When they can come; left out, the whole day."""
    min_meetings: Meetings = 1
    """How many meetings it takes before they have been met."""
    max_meetings: Meetings = 1
    """The most meetings they take part in."""
    language: Language | None = None
    """The language of their sheets; left out, the one that sheets are asked for in, or else bokmål."""
    standby: bool = False
    """Whether they have agreed to come at short notice."""
    use_number: bool = False
    """Whether employers see the number instead of the name."""
    shares: Annotated[dict[Id, Told], Few] = {}
    """Which needs' sentences each employer may be told."""
    strengths: Words = ""
    """What they are good at, in their own words."""
    wants: Words = ""
    """What they would like, in their own words."""
    three_things: Annotated[list[Line], Few] = []
    """What they want to say."""
    questions: Annotated[list[Line], Few] = []
    """What they want to ask."""
    share_questions: bool = False
    """Whether employers may see those questions beforehand."""
