"""The promises about what candidates share: interpreters, hosts and quiet places."""

from speeddate.domain.catalogue import Need
from speeddate.domain.event import Event
from speeddate.domain.people import Resource
from speeddate.domain.schedule import Meeting
from tests.properties.naive import Meetings, Reading, musts, within


def kind(need: Need) -> str:
    """The kind of resource that a need asks for: an interpreter has a language too."""
    return f"{need.word('resource')}:{need.word('lang')}" if need.word("lang") else need.word("resource")


def lacks_a_resource(event: Event, meetings: Meetings) -> bool:
    return any(
        sum(event.resource[name].kind == kind(need) for name in set(meeting.resources)) < max(1, need.number("count"))
        for meeting in meetings
        for need in musts(event.candidate[meeting.candidate], "resource")
    )


def busy(event: Event, resource: Resource, meeting: Meeting) -> set[int]:
    """The minutes a resource is taken by a meeting that it comes along to."""
    taken: set[int] = set()
    for need in event.candidate[meeting.candidate].asks("resource"):
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
        taken = [minute for meeting in meetings for minute in busy(event, resource, meeting)]
        if any(taken.count(minute) > resource.capacity for minute in taken):
            return True
    return False


def resource_works_too_long(event: Event, meetings: Meetings) -> bool:
    """After so many minutes of work without a rest, an interpreter must rest; two of them take turns."""
    for resource in event.resources:
        mine = [meeting for meeting in meetings if resource.id in meeting.resources]
        asked = [
            need
            for meeting in mine
            for need in event.candidate[meeting.candidate].asks("max_run_min")
            if kind(need) == resource.kind
        ]
        if asked and resource.capacity == 1:
            working = {minute for meeting in mine for minute in range(meeting.start, meeting.end)}
            rest, most = asked[0].number("rest_min"), asked[0].number("max_run_min")
            if _longest_run(working, rest) > most:
                return True
    return False


def _longest_run(working: set[int], rest: int) -> int:
    """The most minutes of work between two rests."""
    longest = run = idle = 0
    for minute in range(min(working), max(working) + 1):
        idle = 0 if minute in working else idle + 1
        run = 0 if idle >= rest else run + (minute in working)
        longest = max(longest, run)
    return longest


RESOURCES: dict[str, Reading] = {
    reading.__name__: reading
    for reading in (lacks_a_resource, resource_is_away, resource_is_shared_by_too_many, resource_works_too_long)
}
