"""The check-in list: who comes when, where they go and what the host does; never why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.printing import person, place
from speeddate.printing.blocks import TICK, Block, Cell, Heading, Paragraph, Table, plain, strong
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice

COLUMNS = ("number", "name", "time", "place", "action")
ACTIONS = {
    "met_at_door": "meet",
    "guide_in_building": "walk",
    "help_with_doors": "walk",
    "quiet_room": "quiet",
    "go_first": "straight",
    "no_crowd": "straight",
}
AT_HOME = "video_meeting"


def check_in(event: Event, schedule: Schedule, voice: Voice) -> Page:
    """Make the list of those who come to the house, in the order in which they come."""
    arriving = sorted(_first_meetings(event, schedule).values(), key=partial(_order, event))
    heads = (*(f"checkin.col.{column}" for column in COLUMNS), "checkin.arrived")
    blocks: tuple[Block, ...] = (
        Heading(voice.say("checkin.title"), 1),
        Paragraph(place.day_and_address(event, voice)),
        *voice.told(voice.quietly("checkin.welcome")),
        Table(
            head=tuple(Cell((strong(voice.say(head)),)) for head in heads),
            rows=tuple(_row(event, schedule, voice, meeting) for meeting in arriving),
            widths=(1.5, 2.3, 1.5, 2.4, 3.4, 1.4),
        ),
    )
    return Page(blocks)


def _order(event: Event, meeting: Meeting) -> tuple[int, int, str]:
    number = person.number(event.candidate[meeting.candidate])
    return meeting.start, len(number), number


def _first_meetings(event: Event, schedule: Schedule) -> dict[str, Meeting]:
    """Find the first meeting of each candidate who comes, by candidate."""
    found: dict[str, Meeting] = {}
    for meeting in sorted(schedule.meetings):
        if AT_HOME not in _kept(schedule, event.candidate[meeting.candidate]):
            found.setdefault(meeting.candidate, meeting)
    return found


def _kept(schedule: Schedule, candidate: Candidate) -> frozenset[str]:
    return frozenset(need.key for need in candidate.needs) - schedule.missed_by(candidate.id)


def _row(event: Event, schedule: Schedule, voice: Voice, meeting: Meeting) -> tuple[Cell, ...]:
    candidate = event.candidate[meeting.candidate]
    words = (
        voice.clock(meeting.start - event.arrive_minutes),
        place.name(event, meeting.station, voice),
        " ".join(_actions(schedule, candidate, voice)),
    )
    name = person.first_name_and_initial(candidate) or voice.say("checkin.use_number")
    return (
        Cell((strong(person.number(candidate)),)),
        Cell((plain(name),)),
        *(Cell((plain(each),)) for each in words),
        Cell((plain(TICK),)),
    )


def _actions(schedule: Schedule, candidate: Candidate, voice: Voice) -> Iterator[str]:
    kept = _kept(schedule, candidate)
    return (
        f"{voice.say(f'checkin.action.{action}')}."
        for action in dict.fromkeys(action for key, action in ACTIONS.items() if key in kept)
    )
