"""Whom a change of timetable concerns: each sees what is theirs, and only their sheets are outdated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from speeddate.domain.schedule import Meeting
from speeddate.services.versions.changes import Comparison, Difference, worst_first


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """The ids of those for whom something is not as before; some may have left the event since."""

    candidates: frozenset[str]
    employers: frozenset[str]
    counsellors: frozenset[str]
    resources: frozenset[str]


def concerned(comparison: Comparison) -> Concerned:
    """Find those who have to be told, and whose sheets are outdated."""
    meetings = tuple(_meetings(comparison))
    candidates = frozenset({each.candidate for each in comparison.differences} | comparison.arranged.keys())
    hosts = {meeting.employer for meeting in meetings}
    people = {person for meeting in meetings for person in meeting.people}
    things = {resource for meeting in meetings for resource in meeting.resources}
    return Concerned(
        candidates=candidates,
        employers=frozenset(hosts | {employer for employer, _ in told_otherwise(comparison)}),
        counsellors=frozenset(filter(None, (counsellor_of(comparison, name) for name in candidates)))
        | frozenset(person for person in people if along_with(comparison, person)),
        resources=frozenset(thing for thing in things if along_with(comparison, thing)),
    )


def of_employer(comparison: Comparison, employer: str) -> tuple[Difference, ...]:
    """List what is different in an employer's own meetings; whom a candidate meets elsewhere is not seen."""
    return worst_first(each.among(lambda meeting: meeting.employer == employer) for each in comparison.differences)


def along_with(comparison: Comparison, who: str) -> tuple[Difference, ...]:
    """List what is different in the meetings that a counsellor or a resource comes along to; who else comes is not."""
    theirs = (
        each.among(lambda meeting: who in meeting.people or who in meeting.resources) for each in comparison.differences
    )
    return worst_first(each for each in theirs if each.kinds - {"company"})


def counsellor_of(comparison: Comparison, candidate: str) -> str:
    """Find who looks after a candidate now; empty where nobody does, or the candidate has left."""
    known = comparison.event.candidate.get(candidate)
    return known.counsellor if known else ""


def told_otherwise(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield employers and the candidates of theirs of whom they are told something else, by what each agreed to."""
    for meeting in comparison.after.meetings:
        if changed := comparison.arranged.get(meeting.candidate):
            candidate = comparison.event.candidate[meeting.candidate]
            agreed = candidate.shares.get(meeting.employer, ())
            if any(need.key in changed and need.kind.share == "ask" for need in candidate.needs if need.key in agreed):
                yield meeting.employer, meeting.candidate


def _meetings(comparison: Comparison) -> Iterator[Meeting]:
    return (meeting for each in comparison.differences for meeting in (each.before, each.after) if meeting)
