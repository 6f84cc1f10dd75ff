"""A candidate's preparation pack: fourteen parts, in the order in which one needs them."""

from __future__ import annotations

from speeddate.printing import pack_after, pack_day, pack_self
from speeddate.printing.blocks import Page
from speeddate.printing.guest import Guest

PARTS = (
    pack_day.your_meeting,
    pack_day.whom,
    pack_day.work,
    pack_day.way_there,
    pack_day.how_it_goes,
    pack_self.about_me,
    pack_self.three_things,
    pack_self.questions,
    pack_self.you_choose,
    pack_after.arranged,
    pack_after.to_bring,
    pack_after.if_something_happens,
    pack_after.afterwards,
    pack_after.your_counsellor,
)


def pack(guest: Guest) -> Page:
    """Make the pack of one candidate who has a meeting."""
    return Page(tuple(block for part in PARTS for block in part(guest)))
