"""Lay two timetables of an event side by side: what is not as before, for whom, and whether it is for the better."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.services.versions.faring import Goal, beside

Kind = Literal["without", "lost", "employer", "time", "place", "company", "got"]
WORST_FIRST: tuple[Kind, ...] = ("without", "lost", "employer", "time", "place", "company", "got")
ALIKE: tuple[Callable[[Meeting], Hashable], ...] = (
    lambda meeting: meeting,
    lambda meeting: (meeting.employer, meeting.start, meeting.station),
    lambda meeting: (meeting.employer, meeting.start),
    lambda meeting: meeting.employer,
    lambda meeting: meeting.start,
    lambda _: "any",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One meeting of a candidate that is not as before: it is new, or lost, or was another.

    `without` is of those who have no meeting left.
    """

    candidate: str
    before: Meeting | None
    after: Meeting | None
    without: bool = False

    @property
    def kinds(self) -> frozenset[Kind]:
        """Find all that is not as before; nothing where all is."""
        match self.before, self.after:
            case None, None:
                return frozenset()
            case None, _:
                return frozenset({"got"})
            case _, None:
                return frozenset({"without" if self.without else "lost"})
            case before, after:
                return frozenset(kind for kind, of in PARTS.items() if of(before) != of(after))

    @property
    def worst(self) -> Kind:
        """Find what is worst for the candidate."""
        return min(self.kinds, key=WORST_FIRST.index)

    def among(self, theirs: Callable[[Meeting], bool]) -> Difference:
        """Keep what concerns some meetings only: one that came from or went to others is new or lost."""
        before = self.before if self.before and theirs(self.before) else None
        after = self.after if self.after and theirs(self.after) else None
        return replace(self, before=before, after=after, without=False)


PARTS: Mapping[Kind, Callable[[Meeting], Hashable]] = {
    "employer": lambda meeting: meeting.employer,
    "time": lambda meeting: (meeting.start, meeting.end),
    "place": lambda meeting: meeting.station,
    "company": lambda meeting: (frozenset(meeting.people), frozenset(meeting.resources)),
}


class Pair(NamedTuple):
    """A count in the one timetable and in the other."""

    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two timetables of an event, and all that is not as before, worst first.

    `arranged` holds, by candidate, the needs that would help and that only one of the timetables gives up.
    """

    event: Event
    before: Schedule
    after: Schedule
    differences: tuple[Difference, ...]
    arranged: Mapping[str, frozenset[str]]

    @property
    def counts(self) -> Mapping[Kind, int]:
        """Count the differences by what is worst of each."""
        return Counter(difference.worst for difference in self.differences)

    @property
    def first_wishes(self) -> Pair:
        """Count the meetings that are a candidate's first wish."""
        return Pair(*(sum(map(self._is_first_wish, plan.meetings)) for plan in (self.before, self.after)))

    @property
    def unplaced(self) -> Pair:
        """Count those who take part now, and have fewer meetings than they came for."""
        return Pair(*(sum(self._lacks(plan)) for plan in (self.before, self.after)))

    @property
    def goals(self) -> tuple[Goal, ...]:
        """Lay the goals side by side."""
        return beside(self.before, self.after)

    def _is_first_wish(self, meeting: Meeting) -> bool:
        candidate = self.event.candidate.get(meeting.candidate)
        return candidate is not None and candidate.wishes[:1] == (meeting.employer,)

    def _lacks(self, plan: Schedule) -> Iterator[bool]:
        had = Counter(meeting.candidate for meeting in plan.meetings)
        return (had[candidate.id] < candidate.least_meetings for candidate in self.event.candidates)


def compare(event: Event, before: Schedule, after: Schedule) -> Comparison:
    """Compare two timetables; they may name people who have left the event since."""
    had, have = _by_candidate(before), _by_candidate(after)
    found = [
        Difference(candidate=name, before=was, after=now, without=name in event.candidate and name not in have)
        for name in had.keys() | have.keys()
        for was, now in _paired(had.get(name, []), have.get(name, []))
    ]
    return Comparison(
        event=event,
        before=before,
        after=after,
        differences=worst_first(found),
        arranged={
            name: missed
            for name in sorted(had.keys() & have.keys() & event.candidate.keys())
            if (missed := before.missed_by(name) ^ after.missed_by(name))
        },
    )


def worst_first(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Sort what is different by what is worst for a candidate, and leave out what is not."""
    return tuple(sorted(filter(lambda difference: difference.kinds, differences), key=_rank))


def _rank(difference: Difference) -> tuple[int, int, str]:
    meeting = difference.before or difference.after
    assert meeting is not None
    return WORST_FIRST.index(difference.worst), meeting.start, difference.candidate


def _by_candidate(plan: Schedule) -> dict[str, list[Meeting]]:
    found: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in sorted(plan.meetings):
        found[meeting.candidate].append(meeting)
    return dict(found)


def _paired(had: list[Meeting], have: list[Meeting]) -> Iterator[tuple[Meeting | None, Meeting | None]]:
    """Pair each earlier meeting with the later one that is most like it; those left over are lost or new."""
    for alike in ALIKE:
        for was, now in tuple(_matching(had, have, alike)):
            had.remove(was)
            have.remove(now)
            yield was, now
    yield from ((was, None) for was in had)
    yield from ((None, now) for now in have)


def _matching(
    had: list[Meeting], have: list[Meeting], alike: Callable[[Meeting], Hashable]
) -> Iterator[tuple[Meeting, Meeting]]:
    waiting: dict[Hashable, list[Meeting]] = defaultdict(list)
    for meeting in have:
        waiting[alike(meeting)].append(meeting)
    return ((was, waiting[alike(was)].pop(0)) for was in had if waiting[alike(was)])
