"""On the board it says which of two interpreters a broken promise is about."""

from dataclasses import replace

from speeddate.domain.catalogue import need
from speeddate.domain.people import Resource
from speeddate.domain.schedule import Meeting
from speeddate.services import events
from speeddate.services.access import offices
from speeddate.services.board.drafts import Board
from speeddate.store.database import writing
from speeddate.store.plans import new_draft
from tests.printing.builders import plan
from tests.web.test_candidates import EVENING

ASKING = tuple(replace(each, needs=(need("sign_interpreter"),), shares={}) for each in EVENING.candidates[:2])
INTERPRETERS = tuple(Resource(id=ref, kind="sign_interpreter") for ref in ("T1", "T2"))


def with_one_interpreter_in_two_rooms(house):
    event = replace(EVENING, candidates=(*ASKING, *EVENING.candidates[2:]), resources=INTERPRETERS)
    start, end = event.rounds[0]
    meetings = tuple(
        Meeting(
            candidate=who.id, employer=firm.id, station=firm.stations[0], start=start, end=end, resources=("T2",),
        )
        for who, firm in zip(ASKING, event.employers, strict=False)
    )  # fmt: skip
    with house.app.app_context():
        session = house.session()
        made = events.add(session, offices.organiser_of(session, "Hamar"), event)
        with writing(session):
            board = Board(plan(meetings=meetings, unmet=(), unplaced=()))
            new_draft(session, made, "test", "made", board.content)
    return f"/events/{made}/plan/1"


def test_the_board_says_which_interpreter_is_wanted_in_two_rooms(house):
    page = house.visit("organiser").get(with_one_interpreter_in_two_rooms(house)).text
    assert ("tegnspråktolk T2" in page, "tegnspråktolk T1" in page) == (True, False)
