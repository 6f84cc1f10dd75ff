"""Where a short search does not find what a meeting costs, a longer one does, beside the pages."""

import pytest

from speeddate.domain.outcome import Undecided
from speeddate.services.access import offices
from speeddate.services.board import drafts
from speeddate.services.board.drafts import Pair
from speeddate.services.registration import candidates
from speeddate.services.why import asking, costed
from speeddate.store.events import EventRow
from speeddate.store.jobs import latest_job
from speeddate.store.plans import drafts_of
from tests.web.conftest import token
from tests.web.test_candidates import EVENING

FIRST, SECOND = EVENING.candidates[:2]
PAIR = Pair(FIRST.id, "E2")


@pytest.fixture
def organiser(house, monkeypatch):
    """Let an organiser ask for the longer search; whoever is asked for a short one, fails."""
    monkeypatch.setattr(house.app.extensions["beside"], "ask", never)
    client = house.visit("organiser")
    press(client, page(house, "longer"), employer=PAIR.employer)
    return client


def never(*_, **__):
    raise AssertionError


def page(house, name, ref=FIRST.id):
    return f"/events/{house.event}/plan/1/candidates/{ref}/{name}"


def press(client, address, **form):
    return client.post(address, data=form | {"csrf_token": token(client, "/events")})


def organiser_of(house):
    return offices.organiser_of(house.session(), "Hamar")


def search(house):
    with house.app.app_context():
        session = house.session()
        costed.find_cost(session, latest_job(session, house.event, "cost").id)


def drawn(house):
    with house.app.app_context():
        session = house.session()
        latest = drafts_of(session, house.event)[0]
        board = drafts.draft_of(session, latest).board
        return {Pair.of(meeting) for meeting in board.schedule.meetings}, board.locked


def test_it_is_followed_and_its_answer_is_taken_without_another_search(house, organiser):
    assert "Vi leter etter svaret" in organiser.get(page(house, "longer")).text
    search(house)
    assert organiser.get(page(house, "longer")).location == f"{page(house, 'why')}?employer=E2"
    answer = organiser.get(f"{page(house, 'why')}?employer=E2").text
    assert "Lag et utkast der de møtes" in answer
    press(organiser, page(house, "why"), employer="E2", version="1")
    there, locked = drawn(house)
    assert (PAIR in there, locked) == (True, {PAIR})


def test_whoever_asks_about_others_meanwhile_is_shown_the_one_that_is_going_on(house, organiser):
    press(organiser, page(house, "longer", SECOND.id), employer="E1")
    shown = organiser.get(page(house, "longer", SECOND.id)).text
    assert f"Hva koster det at {FIRST.number} {FIRST.name} møter" in shown


@pytest.mark.parametrize(
    ("stops", "told"),
    [(True, "Letingen ble stoppet før svaret var funnet."), (False, "Vi lette i fem minutter uten å finne svaret.")],
)
def test_a_search_that_ends_without_an_answer_says_who_ended_it(house, organiser, monkeypatch, stops, told):
    if stops:
        press(organiser, page(house, "longer/stop"))
    monkeypatch.setattr(costed, "cost", lambda *_, **__: Undecided(0.1))
    search(house)
    organiser.get(page(house, "longer"))
    assert told in organiser.get(f"/events/{house.event}/plan/1").text


def test_an_answer_about_what_has_changed_meanwhile_is_not_taken(house, organiser, monkeypatch):
    find = costed.cost

    def meanwhile(*given, **how):
        with house.app.app_context():
            candidates.add(house.session(), organiser_of(house), house.event, {"name": "Kim"})
        return find(*given, **how)

    monkeypatch.setattr(costed, "cost", meanwhile)
    search(house)
    assert sought(house).stand.state == "stale"


def test_an_answer_holds_no_longer_when_anything_has_changed(house, organiser):
    search(house)
    assert sought(house).answer is not None
    with house.app.app_context():
        candidates.add(house.session(), organiser_of(house), house.event, {"name": "Kim"})
    assert sought(house).answer is None


@pytest.mark.parametrize(("ref", "employer"), [("K99", "E1"), (FIRST.id, "E99"), (FIRST.id, "")])
def test_of_whom_the_event_does_not_know_nothing_is_searched(house, ref, employer):
    answer = press(house.visit("organiser"), page(house, "longer", ref), employer=employer)
    assert answer.status_code == 404
    assert sought(house) is None


def sought(house):
    with house.app.app_context():
        session = house.session()
        return asking.sought(session, organiser_of(house), session.get_one(EventRow, house.event))
