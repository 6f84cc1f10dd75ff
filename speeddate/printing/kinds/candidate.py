"""A candidate's preparation pack: a day sheet to take along, a practice sheet, and what was asked for beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from speeddate.printing.blocks import Block
from speeddate.printing.guest import Guest
from speeddate.printing.kinds import day_meeting, day_support, extras, practice
from speeddate.printing.sheet import Page

Part = Callable[[Guest], Iterator[Block]]
DAY: tuple[Part, ...] = (
    day_meeting.your_meeting,
    day_meeting.whom,
    day_meeting.way_there,
    day_meeting.how_it_goes,
    day_support.you_choose,
    day_support.arranged,
    day_support.if_something_happens,
    day_support.afterwards,
    day_support.your_counsellor,
)
PRACTICE: tuple[Part, ...] = (
    practice.work,
    practice.about_me,
    practice.three_things,
    practice.questions,
    practice.you_choose,
    practice.to_bring,
    practice.answers,
    extras.code,
)


def pages(guest: Guest) -> tuple[tuple[str, Callable[[], Page]], ...]:
    """Make the pages of one candidate who has a meeting, by name; the fourteen parts are in the first two."""
    asked = ((name, partial(extras.page, name, guest)) for name in extras.PARTS if extras.wanted(name, guest))
    return (("day", partial(_day, guest)), ("practice", partial(_practice, guest)), *asked)


def _day(guest: Guest) -> Page:
    core = _told(replace(guest, brief=True), DAY)
    return Page(tuple(_told(guest, DAY)), fit="pair", core=tuple(core))


def _practice(guest: Guest) -> Page:
    return Page((*practice.title(guest), *_told(guest, PRACTICE)))


def _told(guest: Guest, parts: tuple[Part, ...]) -> Iterator[Block]:
    for part in parts:
        yield from part(guest)
