"""Read every promise about a timetable in the plainest way: minute by minute, person by person."""

from speeddate.domain.catalogue import Need
from speeddate.domain.event import Event
from speeddate.domain.people import Resource
from speeddate.domain.schedule import Meeting, Schedule
from tests.properties.naive_company import COMPANY
from tests.properties.naive_place import TIME_AND_PLACE, Meetings, Reading, musts, within


def broken(event: Event, schedule: Schedule) -> set[str]:
    """Name the promises that a timetable breaks; needs that only help are no promise."""
    readings: dict[str, Reading] = {**TIME_AND_PLACE, **COMPANY, **RESOURCES}
    return {name for name, breaks in readings.items() if breaks(event, schedule.meetings)}


def kind(need: Need) -> str:
    """The kind of resource that a need asks for: an interpreter has a language too."""
    return f"{need.word('resource')}:{need.word('lang')}" if need.word("lang") else need.word("resource")


def lacks_a_resource(event: Event, meetings: Meetings) -> bool:
    return any(
        sum(event.resource[name].capacity for name in set(meeting.resources) if event.resource[name].kind == kind(need))
        < max(1, need.number("count"))
        for meeting in meetings
        for need in musts(event.candidate[meeting.candidate], "resource")
    )


def busy(event: Event, resource: Resource, meeting: Meeting) -> set[int]:
    """The minutes a resource is taken by a meeting that must have it."""
    taken: set[int] = set()
    for need in musts(event.candidate[meeting.candidate], "resource"):
        if resource.id in meeting.resources and kind(need) == resource.kind:
            before, after = need.number("before_min"), need.number("after_min")
            taken |= set(range(meeting.start - before, meeting.end + after))
            if need.word("around") == "yes":
                taken -= set(range(meeting.start, meeting.end))
    return taken


def resource_is_away(event: Event, meetings: Meetings) -> bool:
    return any(
        not within(resource.available, range(minute, minute + 1))
        for resource in event.resources
        for meeting in meetings
        for minute in busy(event, resource, meeting)
    )


def resource_is_shared_by_too_many(event: Event, meetings: Meetings) -> bool:
    for resource in event.resources:
        taken: dict[int, int] = {}
        for meeting in meetings:
            for minute in busy(event, resource, meeting):
                taken[minute] = taken.get(minute, 0) + takes(event, resource, meeting)
        if any(number > resource.capacity for number in taken.values()):
            return True
    return False


def takes(event: Event, resource: Resource, meeting: Meeting) -> int:
    """How many of a resource go with a meeting: two interpreters take turns."""
    needs = musts(event.candidate[meeting.candidate], "resource")
    asked = max(need.number("count") or 1 for need in needs if kind(need) == resource.kind)
    return min(asked, resource.capacity)


def resource_works_too_long(event: Event, meetings: Meetings) -> bool:
    """After so many minutes of work without a rest, an interpreter must rest; two of them take turns."""
    for resource in event.resources:
        mine = [meeting for meeting in meetings if busy(event, resource, meeting)]
        asked = [need for meeting in mine for need in musts(event.candidate[meeting.candidate], "max_run_min")]
        for need in asked if resource.capacity == 1 else ():
            working = {minute for meeting in mine for minute in range(meeting.start, meeting.end)}
            taken = {minute for meeting in mine for minute in busy(event, resource, meeting)}
            if _longest_run(working, taken, need.number("rest_min")) > need.number("max_run_min"):
                return True
    return False


def _longest_run(working: set[int], taken: set[int], rest: int) -> int:
    """The most minutes of work between two rests; getting ready is neither."""
    longest = run = idle = 0
    for minute in range(min(taken), max(taken) + 1):
        idle = 0 if minute in taken else idle + 1
        run = 0 if idle >= rest else run + (minute in working)
        longest = max(longest, run)
    return longest


RESOURCES: dict[str, Reading] = {
    reading.__name__: reading
    for reading in (lacks_a_resource, resource_is_away, resource_is_shared_by_too_many, resource_works_too_long)
}
