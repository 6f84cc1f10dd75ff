"""What an organiser could change about an event: each change is data, and can be tried."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from speeddate.domain.clock import Window, joined
from speeddate.domain.event import Event, Named
from speeddate.domain.people import Counsellor, Employer, Resource, Station
from speeddate.domain.text import Text

Known = TypeVar("Known", bound=Named)
Present = TypeVar("Present", Employer, Counsellor, Resource)


@dataclass(frozen=True, slots=True)
class AddFeature:
    """Give a station a feature: a ramp, a loop, a door."""

    station: str
    feature: str

    def made_in(self, event: Event) -> Event:
        """Return the event with the feature in place."""
        station = event.station[self.station]
        return replace(
            event, stations=_with(event.stations, replace(station, features=station.features | {self.feature}))
        )


@dataclass(frozen=True, slots=True)
class AddVenueFeature:
    """Give the venue a feature."""

    feature: str

    def made_in(self, event: Event) -> Event:
        """Return the event with the feature in place."""
        return replace(event, venue_features=event.venue_features | {self.feature})


@dataclass(frozen=True, slots=True)
class AddPlace:
    """Let an employer take one meeting more than agreed."""

    employer: str

    def made_in(self, event: Event) -> Event:
        """Return the event with the place added."""
        employer = event.employer[self.employer]
        return replace(
            event, employers=_with(event.employers, replace(employer, max_meetings=employer.max_meetings + 1))
        )


@dataclass(frozen=True, slots=True)
class AddStation:
    """Give an employer one station more, like its first, and one meeting more for each round."""

    employer: str

    def made_in(self, event: Event) -> Event:
        """Return the event with the station added."""
        employer = event.employer[self.employer]
        first = event.station[employer.stations[0]]
        added = Station(id=f"{first.id}+{len(event.stations)}", features=first.features)
        wider = replace(
            employer,
            stations=(*employer.stations, added.id),
            max_meetings=employer.max_meetings + len(event.rounds),
        )
        return replace(event, stations=(*event.stations, added), employers=_with(event.employers, wider))


@dataclass(frozen=True, slots=True)
class AddResource:
    """Book one more of a kind, or as many as are needed together, for the whole day."""

    kind: str
    count: int = 1

    def made_in(self, event: Event) -> Event:
        """Return the event with the resource added."""
        first = len(event.resources)
        added = tuple(Resource(id=f"{self.kind}+{first + n}", kind=self.kind) for n in range(self.count))
        return replace(event, resources=(*event.resources, *added))


@dataclass(frozen=True, slots=True)
class OtherCounsellor:
    """Let somebody else look after one candidate."""

    candidate: str

    def made_in(self, event: Event) -> Event:
        """Return the event with somebody free all day beside that candidate."""
        free = Counsellor(id=f"{self.candidate}+{len(event.counsellors)}")
        candidate = replace(event.candidate[self.candidate], counsellor=free.id)
        return replace(event, counsellors=(*event.counsellors, free), candidates=_with(event.candidates, candidate))


@dataclass(frozen=True, slots=True)
class MoreHours:
    """Let an employer, counsellor or resource come earlier or stay longer."""

    who: str
    hours: Window

    def made_in(self, event: Event) -> Event:
        """Return the event with those hours added to theirs."""
        return replace(
            event,
            employers=tuple(self._longer(employer) for employer in event.employers),
            counsellors=tuple(self._longer(counsellor) for counsellor in event.counsellors),
            resources=tuple(self._longer(resource) for resource in event.resources),
        )

    def _longer(self, present: Present) -> Present:
        return (
            replace(present, available=joined((*present.available, self.hours))) if present.id == self.who else present
        )


Change = AddFeature | AddVenueFeature | AddPlace | AddStation | AddResource | OtherCounsellor | MoreHours


@dataclass(frozen=True, slots=True)
class Fix:
    """A change in words, and the change itself."""

    text: Text
    change: Change


def _with(all_of_them: tuple[Known, ...], changed: Known) -> tuple[Known, ...]:
    return tuple(changed if one.id == changed.id else one for one in all_of_them)
