"""The promises about when and where, minute by minute, and the words that all readings use."""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from speeddate.domain.catalogue import Need
from speeddate.domain.clock import Windows
from speeddate.domain.event import Event
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting

Meetings = tuple[Meeting, ...]
Reading = Callable[[Event, Meetings], bool]


def musts(candidate: Candidate, param: str) -> list[Need]:
    return [need for need in candidate.needs if need.must and param in need.params]


def minutes(meeting: Meeting) -> range:
    return range(meeting.start, meeting.end)


def within(windows: Windows, span: range) -> bool:
    return all(any(window.start <= minute < window.end for window in windows) for minute in span)


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
    """The lengths it may have: with the minutes that are a must, and with or without those that would help."""
    lengths = {
        round_.end - round_.start
        for round_ in event.rounds
        for late in (0, *event.late_start_minutes)
        if meeting.start == round_.start + late
    }
    needs = list(event.candidate[meeting.candidate].asks("extra_min"))
    plain = sum(need.number("extra_min") for need in needs if need.must)
    wished = sum(need.number("extra_min") for need in needs)
    return {length + extra for length in lengths for extra in (plain, wished)}


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
    """Half of the rounds are early and half are late; one in the middle is both."""
    for meeting in meetings:
        wishes = [need.word("prefer") for need in musts(event.candidate[meeting.candidate], "prefer")]
        before = sum(end <= meeting.start for _, end in event.rounds)
        after = len(event.rounds) - 1 - before
        if ("early" in wishes and before > after) or ("late" in wishes and after > before):
            return True
    return False


def has_to_wait(event: Event, meetings: Meetings) -> bool:
    """Those who go straight in start on time in the first round, or in one that follows a longer break."""
    gaps = [after.start - before.end for before, after in pairwise(event.rounds)]
    fresh = [event.rounds[0], *(event.rounds[n] for n, gap in enumerate(gaps, 1) if gap > min(gaps))]
    return any(
        need.word("prefer") == "first_or_after_break" and meeting.start not in [start for start, _ in fresh]
        for meeting in meetings
        for need in musts(event.candidate[meeting.candidate], "prefer")
    )


def has_to_be_first(event: Event, meetings: Meetings) -> bool:
    """The first round that the employer is there for is not for those who do not want to be the first."""
    for meeting in meetings:
        hours = event.employer[meeting.employer].available
        first = min((round_.end for round_ in event.rounds if within(hours, range(*round_))), default=0)
        for need in musts(event.candidate[meeting.candidate], "avoid"):
            if need.word("avoid") == "first" and meeting.start < first:
                return True
    return False


def station_is_taken(event: Event, meetings: Meetings) -> bool:
    return any(
        one.station == other.station and closer(one, other, event.turnaround_minutes)
        for one, other in combinations(meetings, 2)
    )


def at_a_strange_station(event: Event, meetings: Meetings) -> bool:
    """An employer stays at its own stations, except where it comes to a candidate who keeps one room."""
    return any(
        meeting.station not in event.employer[meeting.employer].stations
        and not event.employers_move
        and not event.candidate[meeting.candidate].stays
        for meeting in meetings
    )


def employer_is_split(event: Event, meetings: Meetings) -> bool:
    """An employer that comes to somebody's room needs time to get there and back."""
    return any(
        sum(
            other.employer == meeting.employer and other.start <= minute < other.end + event.turnaround_minutes
            for other in meetings
        )
        > max(1, len(event.employer[meeting.employer].stations))
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
    if event.employers_move and any(
        len({meeting.station for meeting in own}) > 1 for _, own in theirs(event, meetings)
    ):
        return True
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
