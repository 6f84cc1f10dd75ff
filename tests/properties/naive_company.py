"""The promises about who is there: how often people meet, who comes along, and who stays apart."""

from itertools import combinations

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting
from tests.properties.naive_place import Meetings, Reading, closer, meet, minutes, musts, theirs, within

AROUND = 15  # minutes that somebody may be in the house before and after their meetings


def meets_too_many(event: Event, meetings: Meetings) -> bool:
    return any(
        len(own) > min([candidate.max_meetings, *(need.number("max") for need in musts(candidate, "max"))])
        for candidate, own in theirs(event, meetings)
    )


def employer_meets_too_many(event: Event, meetings: Meetings) -> bool:
    return any(
        sum(meeting.employer == employer.id for meeting in meetings) > employer.max_meetings
        for employer in event.employers
    )


def meets_twice(event: Event, meetings: Meetings) -> bool:
    return any(
        (one.candidate, one.employer) == (other.candidate, other.employer) for one, other in combinations(meetings, 2)
    )


def not_wished(event: Event, meetings: Meetings) -> bool:
    return event.only_wished and any(
        meeting.employer not in event.candidate[meeting.candidate].wishes for meeting in meetings
    )


def meets_whom_they_avoid(event: Event, meetings: Meetings) -> bool:
    return any(meeting.employer in event.candidate[meeting.candidate].avoid_employers for meeting in meetings)


def pin_is_lost(event: Event, meetings: Meetings) -> bool:
    return any(
        not any(
            (pin.candidate, pin.employer) == (meeting.candidate, meeting.employer)
            and pin.start in (None, meeting.start)
            and pin.station in (None, meeting.station)
            for meeting in meetings
        )
        for pin in event.pins
    )


def rests_too_little(event: Event, meetings: Meetings) -> bool:
    return any(
        closer(one, other, _gap(event, candidate))
        for candidate, own in theirs(event, meetings)
        for one, other in combinations(own, 2)
    )


def _gap(event: Event, candidate: Candidate) -> int:
    gaps = [need.number("min_gap_min") for need in musts(candidate, "min_gap_min")]
    moves = [event.turnaround_minutes + need.number("move_min") for need in musts(candidate, "move_min")]
    return max([event.turnaround_minutes, *gaps, *moves])


def stays_too_long(event: Event, meetings: Meetings) -> bool:
    return any(
        own and max(meeting.end for meeting in own) - own[0].start > need.number("max_span_min")
        for candidate, own in theirs(event, meetings)
        for need in musts(candidate, "max_span_min")
    )


def _in_house(own: list[Meeting]) -> range:
    return range(own[0].start - AROUND, max(meeting.end for meeting in own) + AROUND)


def sees_whom_they_avoid(event: Event, meetings: Meetings) -> bool:
    for (one, ones), (other, others) in combinations(theirs(event, meetings), 2):
        if other.id not in one.avoid_candidates and one.id not in other.avoid_candidates:
            continue
        if ones and others and meet(_in_house(ones), _in_house(others)):
            return True
    return False


def shares_room_with_a_dog(event: Event, meetings: Meetings) -> bool:
    return any(
        one.candidate != other.candidate and one.station == other.station and need.word("separate_from") == against.key
        for one in meetings
        for other in meetings
        for need in musts(event.candidate[one.candidate], "separate_from")
        for against in musts(event.candidate[other.candidate], "separate_from")
    )


def loops_disturb(event: Event, meetings: Meetings) -> bool:
    for one, other in combinations(meetings, 2):
        here, there = event.station[one.station], event.station[other.station]
        loops = [musts(event.candidate[meeting.candidate], "apart") for meeting in (one, other)]
        near = there.id in here.near or here.id in there.near
        if all(loops) and here.id != there.id and near and meet(minutes(one), minutes(other)):
            return True
    return False


def stands_in_a_crowd(event: Event, meetings: Meetings) -> bool:
    """No more than so many people start at about the same time, those who want no crowd among them."""
    for meeting in meetings:
        for need in musts(event.candidate[meeting.candidate], "max_waiting"):
            close = [other for other in meetings if abs(other.start - meeting.start) < need.number("stagger_min")]
            if len({other.candidate for other in close}) > need.number("max_waiting"):
                return True
    return False


def duties(event: Event, meeting: Meeting) -> list[range]:
    """The minutes a candidate must have their counsellor with them, talk by talk."""
    spans = []
    for need in musts(event.candidate[meeting.candidate], "person"):
        arrival = meeting.start - event.arrive_minutes
        spans += [range(meeting.start - need.number("before_min"), meeting.start)]
        spans += [range(meeting.end, meeting.end + need.number("after_min"))]
        spans += [range(meeting.start, meeting.start + need.number("first_min"))]
        spans += [minutes(meeting)] if "during" in need.params else []
        spans += [range(arrival, arrival + need.number("minutes"))] if need.word("at") == "arrival" else []
    return spans


def has_no_counsellor(event: Event, meetings: Meetings) -> bool:
    return any(
        not event.candidate[meeting.candidate].counsellor
        for meeting in meetings
        if musts(event.candidate[meeting.candidate], "person")
    )


def counsellor_is_away(event: Event, meetings: Meetings) -> bool:
    return any(
        span and not within(counsellor.available, span)
        for counsellor in event.counsellors
        for meeting in meetings
        if event.candidate[meeting.candidate].counsellor == counsellor.id
        for span in duties(event, meeting)
    )


def counsellor_is_in_two_places(event: Event, meetings: Meetings) -> bool:
    return any(
        meet(span, duty)
        for one, other in combinations(meetings, 2)
        if event.candidate[one.candidate].counsellor == event.candidate[other.candidate].counsellor != ""
        for span in duties(event, one)
        for duty in duties(event, other)
    )


def counsellor_is_not_in_the_room(event: Event, meetings: Meetings) -> bool:
    return any(
        event.candidate[meeting.candidate].counsellor not in meeting.people
        for meeting in meetings
        for need in musts(event.candidate[meeting.candidate], "person")
        if "during" in need.params or "first_min" in need.params
    )


COMPANY: dict[str, Reading] = {
    reading.__name__: reading
    for reading in (
        meets_too_many,
        employer_meets_too_many,
        meets_twice,
        not_wished,
        meets_whom_they_avoid,
        pin_is_lost,
        rests_too_little,
        stays_too_long,
        sees_whom_they_avoid,
        shares_room_with_a_dog,
        loops_disturb,
        stands_in_a_crowd,
        has_no_counsellor,
        counsellor_is_away,
        counsellor_is_in_two_places,
        counsellor_is_not_in_the_room,
    )
}
