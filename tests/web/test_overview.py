"""All the events of an office: what is whose, how far each has come, and what is next."""

import datetime as dt
import re

import pytest

from tests.web.conftest import token
from tests.web.test_checklist import assign, home, past, tick, user

TODAY = dt.datetime.now(dt.UTC).date()


def test_two_events_of_one_name_and_day_are_told_apart(house):
    for venue in ("Torget 1", ""):
        begin(house, venue=venue)
    first, second = (row for row in rows(house) if "Ta sjansen 2" in row)
    assert ("Torget 1" in first, "Torget 1" in second) == (True, False)
    assert ("Ingen kandidater ennå." in first, "Skriv hvor det er." in second) == (True, True)


def test_each_event_says_how_far_it_has_come_and_what_is_next(house):
    (row,) = rows(house, "liaison")
    assert "Kandidater: 24. Arbeidsgivere: 6. Versjon 1 gjelder." in row
    assert "På huskelista, innen" in row


def test_the_next_event_stands_first_and_what_is_over_last(house):
    begin(house, days=9, name="Snart")
    begin(house, days=400, name="Seinere")
    with_days = [re.search(r'href="/events/\w{16}">([^<]*)<', row)[1] for row in rows(house)]
    assert with_days[:2] == ["Snart", "Seinere"]


def test_an_event_that_is_over_says_so(house):
    move(house, "10.2.2020")
    (row,) = rows(house)
    assert "Er over" in row
    assert "Kandidater:" not in row


@pytest.mark.parametrize("role", ["organiser", "counsellor", "liaison", "host"])
def test_everybody_sees_first_what_is_theirs_to_do_the_soonest_first(house, role):
    keys = ("t0.set_up", "t8w.walk", "t8w.aids")
    assign(house, **{f"owner-{key}": user(house, role) for key in keys}, **{f"was-{key}": "" for key in keys})
    past(house)
    tick(house, key="t8w.walk")
    page = house.visit(role).get("/events").text
    assert re.findall(rf'href="{home(house)}#([^"]+)"', page) == ["t8w.aids", "t0.set_up"]
    assert page.index("Skulle vært gjort") < page.index("Innen") < page.index("<table")


def test_what_is_others_or_of_other_offices_is_not_mine(house):
    assign(house, **{"owner-t0.set_up": user(house, "host"), "was-t0.set_up": ""})
    pages = [
        house.visit(role, office).get("/events").text for role, office in (("liaison", "Hamar"), ("host", "Elverum"))
    ]
    assert ["Du har ikke ansvar for noe på huskelistene nå." in page for page in pages] == [True, True]


def test_where_there_is_nothing_whoever_may_not_begin_it_is_told_who_does(house):
    client, page = house.visit("organiser"), f"/events/{house.event}/delete"
    client.post(page, data={"csrf_token": token(client, page)})
    assert "Lag det første." in client.get("/events").text
    assert "Arrangøren lager det første." in house.visit("host").get("/events").text


def rows(house, role="organiser"):
    """Read the rows of the table, without the markup of their cells."""
    page = house.visit(role).get("/events").text
    return page.partition("<tbody")[2].partition("</tbody>")[0].split("<tr ")[1:]


def begin(house, days=30, name="Ta sjansen 2", venue=""):
    client = house.visit("organiser")
    date = (TODAY + dt.timedelta(days=days)).isoformat()
    form = {
        "template": "ta_sjansen",
        "name": name,
        "date": date,
        "venue": venue,
        "csrf_token": token(client, "/events"),
    }
    assert client.post("/events/new", data=form).status_code == 302


def move(house, date):
    client, page = house.visit("organiser"), f"/events/{house.event}/frame"
    form = {"csrf_token": token(client, page), "version": "1", "name": "x", "date": date, "arrive_minutes": "15"}
    assert client.post(page, data=form | {"round-0-start": "9", "round-0-end": "10"}).status_code == 302
