"""Read every promise about a timetable in the plainest way: minute by minute, person by person."""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from speeddate.domain.catalogue import Need
from speeddate.domain.clock import Windows
from speeddate.domain.event import Event
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting, Schedule

Meetings = tuple[Meeting, ...]
Reading = Callable[[Event, Meetings], bool]


def broken(event: Event, schedule: Schedule) -> set[str]:
    """Name the promises that a timetable breaks; needs that only help are no promise."""
    from tests.properties.naive_company import COMPANY  # noqa: PLC0415 - the two halves know each other

    readings: dict[str, Reading] = {**TIME_AND_PLACE, **COMPANY}
    return {name for name, breaks in readings.items() if breaks(event, schedule.meetings)}


def musts(candidate: Candidate, param: str) -> list[Need]:
    return [need for need in candidate.needs if need.must and param in need.params]


def minutes(meeting: Meeting) -> range:
    return range(meeting.start, meeting.end)


def within(windows: Windows, span: range) -> bool:
    return any(all(window.start <= minute < window.end for minute in span) for window in windows)


def meet(one: range, other: range) -> bool:
    return any(minute in other for minute in one)


def closer(one: Meeting, other: Meeting, rest: int) -> bool:
    """Tell whether fewer than `rest` minutes lie between two meetings."""
    return meet(range(one.start, one.end + rest), range(other.start, other.end + rest))


def theirs(event: Event, meetings: Meetings) -> Iterator[tuple[Candidate, list[Meeting]]]:
    for candidate in event.candidates:
        yield candidate, sorted(meeting for meeting in meetings if meeting.candidate == candidate.id)


def starts_off_the_rounds(event: Event, meetings: Meetings) -> bool:
    starts = [round_.start + late for round_ in event.rounds for late in (0, *event.late_start_minutes)]
    return any(meeting.start not in starts for meeting in meetings)


def ends_too_late(event: Event, meetings: Meetings) -> bool:
    return any(minute >= event.latest_end for meeting in meetings for minute in minutes(meeting))


def lasts_wrong(event: Event, meetings: Meetings) -> bool:
    return any(meeting.end - meeting.start not in _lengths(event, meeting) for meeting in meetings)


def _lengths(event: Event, meeting: Meeting) -> set[int]:
    """The lengths it may have: with all minutes that are a must, and any of those that would help."""
    lengths = {
        round_.end - round_.start
        for round_ in event.rounds
        for late in (0, *event.late_start_minutes)
        if meeting.start == round_.start + late
    }
    for need in event.candidate[meeting.candidate].asks("extra_min"):
        longer = {length + need.number("extra_min") for length in lengths}
        lengths = longer if need.must else lengths | longer
    return lengths


def employer_is_away(event: Event, meetings: Meetings) -> bool:
    return any(not within(event.employer[meeting.employer].available, minutes(meeting)) for meeting in meetings)


def candidate_is_away(event: Event, meetings: Meetings) -> bool:
    return any(not within(event.candidate[meeting.candidate].available, minutes(meeting)) for meeting in meetings)


def outside_their_hours(event: Event, meetings: Meetings) -> bool:
    return any(
        minute < need.number("from") or minute >= (need.number("to") or 24 * 60)
        for meeting in meetings
        for need in event.candidate[meeting.candidate].needs
        if need.must and ("from" in need.params or "to" in need.params)
        for minute in minutes(meeting)
    )


def wrong_half(event: Event, meetings: Meetings) -> bool:
    first, last = min(start for start, _ in event.rounds), max(end for _, end in event.rounds)
    for meeting in meetings:
        wishes = [need.word("prefer") for need in musts(event.candidate[meeting.candidate], "prefer")]
        early = meeting.start - first < last - meeting.start
        if ("early" in wishes and not early) or ("late" in wishes and early):
            return True
    return False


def has_to_wait(event: Event, meetings: Meetings) -> bool:
    """Those who go straight in start with the first round, or with one that follows a break."""
    gaps = [after.start - before.end for before, after in pairwise(event.rounds)]
    fresh = [event.rounds[0], *(event.rounds[n] for n, gap in enumerate(gaps, 1) if gap > min(gaps))]
    starts = [round_.start + late for round_ in fresh for late in (0, *event.late_start_minutes)]
    return any(
        need.word("prefer") == "first_or_after_break" and meeting.start not in starts
        for meeting in meetings
        for need in musts(event.candidate[meeting.candidate], "prefer")
    )


def has_to_be_first(event: Event, meetings: Meetings) -> bool:
    return any(
        not any(other.employer == meeting.employer and other.start < meeting.start for other in meetings)
        for meeting in meetings
        for need in musts(event.candidate[meeting.candidate], "avoid")
        if need.word("avoid") == "first"
    )


def station_is_taken(event: Event, meetings: Meetings) -> bool:
    return any(
        one.station == other.station and closer(one, other, event.turnaround_minutes)
        for one, other in combinations(meetings, 2)
    )


def at_a_strange_station(event: Event, meetings: Meetings) -> bool:
    """An employer stays at its own stations, except where it comes to a candidate who keeps one room."""
    return any(
        meeting.station not in event.employer[meeting.employer].stations
        and not event.candidate[meeting.candidate].stays
        for meeting in meetings
    )


def employer_is_split(event: Event, meetings: Meetings) -> bool:
    return any(
        sum(other.employer == meeting.employer and minute in minutes(other) for other in meetings)
        > len(event.employer[meeting.employer].stations)
        for meeting in meetings
        for minute in minutes(meeting)
    )


def station_lacks_feature(event: Event, meetings: Meetings) -> bool:
    return any(
        need.word("feature") not in event.station[meeting.station].features
        for meeting in meetings
        for need in musts(event.candidate[meeting.candidate], "feature")
    )


def venue_lacks_feature(event: Event, meetings: Meetings) -> bool:
    return any(
        need.word("venue") not in event.venue_features
        for meeting in meetings
        for need in musts(event.candidate[meeting.candidate], "venue")
    )


def changes_rooms(event: Event, meetings: Meetings) -> bool:
    return any(
        need.word("mode") == "employer_moves" and len({meeting.station for meeting in own}) > 1
        for candidate, own in theirs(event, meetings)
        for need in musts(candidate, "mode")
    )


TIME_AND_PLACE: dict[str, Reading] = {
    reading.__name__: reading
    for reading in (
        starts_off_the_rounds,
        ends_too_late,
        lasts_wrong,
        employer_is_away,
        candidate_is_away,
        outside_their_hours,
        wrong_half,
        has_to_wait,
        has_to_be_first,
        station_is_taken,
        at_a_strange_station,
        employer_is_split,
        station_lacks_feature,
        venue_lacks_feature,
        changes_rooms,
    )
}
