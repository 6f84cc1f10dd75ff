"""The road of an event: what there is of it, and the one thing that is next."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from speeddate.domain.event import Event, Round
from speeddate.domain.people import Candidate, Employer, Station
from speeddate.services import offices
from speeddate.services.road import Next, next_step, road
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
        ("organiser", ["frame", "candidates", "employers", "plan"]),
        ("counsellor", ["candidates"]),
        ("liaison", ["employers"]),
        ("host", []),
    ],
)
def test_the_road_leads_only_where_somebody_may_go(house, role, there):
    page = house.visit(role).get(f"/events/{house.event}").text
    steps = page[page.index('<ol class="road">') : page.index("</ol>")]
    assert re.findall(r'href="/events/\w+/(\w+)"', steps) == there
    assert re.findall("[①②③④⑤⑥]", steps) == [*"①②③④⑤⑥"]


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
