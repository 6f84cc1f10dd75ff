"""The road of an event: what there is of it, and the one thing that is next."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from speeddate.domain.event import Event, Round
from speeddate.domain.people import Candidate, Employer, Station
from speeddate.services.access import offices
from speeddate.services.handouts import standing
from speeddate.services.setup.road import Next, next_step, road
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.published import PublishedRow
from speeddate.store.sheets import Made, keep_sheets
from tests.web.conftest import token
from tests.web.test_candidates import EVENING
from tests.web.test_checklist import home, past, things, tick

SOON = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=300)
BEGUN = Event(date=SOON, venue="Torget 1", rounds=(Round(600, 630),), stations=(Station(id="P1"),))
TOLD = Employer(id="E1", stations=("P1",), does="x", looks_for="x", interviewer="x")
LED = Candidate(id="K1", counsellor="V1")


@pytest.mark.parametrize(
    ("event", "about", "many"),
    [
        (replace(BEGUN, stations=()), "stations", 1),
        (replace(BEGUN, venue=""), "venue", 1),
        (BEGUN, "candidates", 1),
        (replace(BEGUN, candidates=(LED,)), "employers", 1),
        (replace(BEGUN, candidates=(LED, replace(LED, id="K2")), employers=(TOLD,)), "too_few", 1),
        (replace(BEGUN, candidates=(replace(LED, counsellor=""),), employers=(TOLD,)), "unled", 1),
        (replace(BEGUN, candidates=(LED,), employers=(replace(TOLD, interviewer=""),)), "profiles", 1),
        (replace(BEGUN, candidates=(LED,), employers=(TOLD,)), "todo", 32),
    ],
)
def test_what_is_missing_first_is_next(house, event, about, many):
    assert next_step(road(event), things(house), organiser(house)) == Next(about, many)


def test_what_is_late_is_next_when_nothing_is_missing(house):
    past(house)
    assert next_step(road(EVENING), things(house), organiser(house)) == Next("late", 14)


def test_when_all_is_done_nothing_is_next(house):
    assert next_step(road(EVENING), [], organiser(house)) is None


@pytest.mark.parametrize(("role", "about"), [("counsellor", "candidates"), ("liaison", "employers"), ("host", "todo")])
def test_nobody_is_sent_where_they_have_nothing_to_do(house, role, about):
    who = replace(organiser(house), roles=frozenset({role}))
    assert next_step(road(BEGUN), things(house), who).about == about


@pytest.mark.parametrize(
    ("role", "there"),
    [
        ("organiser", ["frame", "candidates", "employers", "plan", "check-in"]),
        ("counsellor", ["candidates"]),
        ("liaison", ["employers"]),
        ("host", ["check-in"]),
    ],
)
def test_the_road_leads_only_where_somebody_may_go(house, role, there):
    page = house.visit(role).get(f"/events/{house.event}").text
    assert re.findall(r'href="/events/\w+/([\w-]+)"', steps(page)) == there
    assert re.findall("[①②③④⑤⑥]", steps(page)) == [*"①②③④⑤⑥"]


def test_before_a_plan_is_published_the_day_leads_nowhere(house):
    unpublish(house)
    assert "/check-in" not in steps(house.visit("host").get(f"/events/{house.event}").text)


def test_a_counsellor_is_led_from_the_day_to_their_own_evening(seated):
    page = seated.visit("counsellor").get(f"/events/{seated.event}").text
    assert (steps(page).count("/my-evening"), page.count("/my-evening")) == (1, 2)


def test_a_counsellor_of_nobody_there_is_not_led_to_an_evening(house):
    assert "/my-evening" not in house.visit("counsellor").get(f"/events/{house.event}").text


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        (None, "Planen er publisert. Lag arkene til kvelden."),
        ("of before", "Arkene er utdaterte. Lag dem på nytt."),
        ("", ""),
    ],
)
def test_after_publishing_an_organiser_makes_the_sheets_next_unless_they_are_as_they_should_be(house, basis, said):
    if basis is not None:
        print_badges(house, basis)
    box = next_box(house, "organiser")
    assert ("Lag " in box, said in box, '/sheets"' in box) == (bool(said), True, bool(said))


def test_whoever_may_not_make_sheets_or_has_nothing_published_is_not_asked_to(house):
    asked = '/sheets"' in next_box(house, "host")
    unpublish(house)
    assert (asked, '/sheets"' in next_box(house, "organiser")) == (False, False)


def test_the_road_shows_five_things_to_do_and_a_way_to_all(house):
    page = house.visit("host").get(f"/events/{house.event}").text
    assert page.count('class="todo"') == 5
    assert f'href="{home(house)}"' in page


def test_what_is_done_makes_room_for_the_next(house):
    tick(house, key="t8w.date", back="road")
    page = house.visit("host").get(f"/events/{house.event}").text
    assert re.findall(r'class="todo" id="([^"]+)"', page)[0] == "t8w.walk"


def organiser(house):
    with house.app.app_context():
        return offices.organiser_of(house.session(), "Hamar")


def steps(page):
    return page[page.index('<ol class="road">') : page.index("</ol>")]


def next_box(house, role):
    page = house.visit(role).get(f"/events/{house.event}").text
    return page.partition('id="next"')[2].partition("</section>")[0]


def unpublish(house):
    with house.app.app_context(), writing(house.session()):
        house.session().query(PublishedRow).delete()


def print_badges(house, basis):
    """Keep a sheet that was made from what is there, or from something else."""
    with house.app.app_context(), writing(house.session()):
        says = standing.says_now(house.session(), house.session().get_one(EventRow, house.event), "nb")
        badges = Made("badges.pdf", "badges", "", basis or says["badges", ""], b"%PDF")
        keep_sheets(house.session(), house.event, 1, "nb", [badges])


def test_when_somebody_has_left_the_published_plan_that_is_next(house):
    client, _ = house.guest("candidates", EVENING.candidates[0].id)
    client.post("/me/withdraw", data={"csrf_token": token(client, "/me/withdraw")})
    page = house.visit("organiser").get(f"/events/{house.event}").text
    assert "Noen i den publiserte planen er ikke med lenger." in page
