"""Later versions of the plan of an event, published as organisers do."""

from dataclasses import replace

from speeddate.services.board.boards import Shown
from speeddate.services.versions import published
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.plans import new_draft
from tests.web.test_own import press

INSTEAD = "Vi låner et rom på biblioteket."


def again(house, change):
    """Publish a plan whose meetings are others, and say of all that is broken in it what is done instead."""
    with house.app.app_context(), writing(house.session()):
        held = published.held(house.session(), house.session().get_one(EventRow, house.event))
        meetings = tuple(sorted(change(held.schedule.meetings)))
        board = replace(held.board, schedule=replace(held.schedule, meetings=meetings))
        for concern in Shown(held.event, board).concerns:
            board = board.saying(concern.mark, INSTEAD)
        draft = new_draft(house.session(), house.event, "test", "made", board.content)
        number, version = draft.number, draft.version
    return press(house.visit("organiser"), f"/events/{house.event}/plan/{number}/publish", version=version)


def without(candidate):
    """Take a candidate's meetings out."""
    return lambda meetings: [each for each in meetings if each.candidate != candidate]


def half_an_hour_later(candidate):
    """Let a candidate's meetings be half an hour later."""
    return lambda meetings: [
        replace(each, start=each.start + 30, end=each.end + 30) if each.candidate == candidate else each
        for each in meetings
    ]
