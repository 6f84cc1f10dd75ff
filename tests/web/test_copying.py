"""A new event from an earlier one: what comes along, and what never does."""

import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from speeddate.exchange import read_event_content, write_event_json
from speeddate.services import events
from speeddate.services.access import offices
from speeddate.services.registration import seats
from speeddate.store.events import PictureRow, SeatRow
from speeddate.web.fields import an_example
from tests.exchange.builders import drawn
from tests.web.conftest import token
from tests.web.test_candidates import EVENING

CANARY = {
    "interest": {"K01": 3}, "available": [["15:30", "16:00"]], "max_meetings": 1,
    "interviewer": "Kari Kanari", "interviewer_role": "sjef", "picture": "kari.png",
}  # fmt: skip


@pytest.fixture
def earlier(house):
    """Give the office an event with everything in it."""
    event = json.loads(write_event_json(EVENING))
    event["event"] |= {"address": "https://example.org/", "map": "kart.png", "needs_by": "2026-12-30"}
    event["employers"][0] |= CANARY
    event["counsellors"][0] |= {"available": [["15:00", "16:00"]]}
    event["pins"] = [{"candidate": "K01", "employer": "E2"}]
    pictures = {"kart.png": drawn(), "kari.png": drawn(size=(30, 30))}
    with house.app.app_context():
        session = house.session()
        who = offices.organiser_of(session, "Hamar")
        house.event = events.add(session, who, read_event_content(event, pictures))
        seats.seat(session, who, house.event, {"V1": offices.user_id(session, "counsellor@hamar.example")})
    return house


def test_frame_places_and_employers_come_along_with_days_moved(earlier):
    before, after = exported(earlier, earlier.event), exported(earlier, copied(earlier))
    moved = {"name": "Ta sjansen igjen", "date": "2099-03-10", "answer_by": "2099-03-17", "needs_by": "2099-01-27"}
    assert after["event"] == {key: before["event"][key] for key in before["event"].keys() - {"id", "address"}} | moved
    assert after["stations"] == before["stations"]
    assert after["resources"] == before["resources"]
    assert [each["does"] for each in after["employers"]] == [each["does"] for each in before["employers"]]
    assert [each["name"] for each in after["counsellors"]] == [each["name"] for each in before["counsellors"]]


def test_nothing_about_candidates_or_that_day_comes_along(earlier):
    after = exported(earlier, copied(earlier))
    assert after.keys() & {"candidates", "pins"} == set()
    assert after["employers"][0].keys() & CANARY.keys() == {"max_meetings"}
    assert after["employers"][0]["max_meetings"] == 4
    assert "available" not in after["counsellors"][0]


def test_only_pictures_that_are_shown_come_along_and_counsellors_are_who_they_were(earlier):
    made = copied(earlier)
    with earlier.app.app_context():
        session = earlier.session()
        shown = list(session.scalars(select(PictureRow.name).where(PictureRow.event_id == made)))
        assert list(session.scalars(select(SeatRow.ref).where(SeatRow.event_id == made))) == ["V1"]
    assert shown == [exported(earlier, made)["event"]["map"]]


def test_the_earlier_event_is_as_it_was(earlier):
    before = exported(earlier, earlier.event)
    copied(earlier)
    assert exported(earlier, earlier.event) == before


def test_an_event_of_another_office_is_not_copied(house):
    assert copy(house, house.foreign).status_code == 404


@pytest.mark.parametrize(
    ("form", "where", "told"),
    [
        ({"earlier": ""}, "earlier", "Velg et arrangement"),
        ({"name": ""}, "name", "Skriv hva arrangementet heter"),
        ({"date": "10.2.2020"}, "date", "Denne dagen er over. Skriv en dag som kommer, eller i dag"),
        ({"date": "snart"}, "date", f"Skriv datoen, for eksempel {an_example()}"),
    ],
)
def test_what_must_be_mended_is_told(house, form, where, told):
    answer = copy(house, house.event, **form)
    assert answer.status_code == 400
    assert re.findall(r'href="#([^"]+)">([^<]+)</a></li>', answer.text) == [(where, told)]


def test_a_copy_has_a_checklist_of_its_own(earlier):
    client = earlier.visit("organiser")
    form = {"csrf_token": token(client, "/events"), "done": "yes"}
    client.post(f"/events/{earlier.event}/checklist/t8w.date", data=form)
    assert "Gjort av" not in client.get(f"/events/{copied(earlier)}/checklist").text


def copy(house, event, **form):
    client = house.visit("organiser")
    known = {
        "earlier": event,
        "name": "Ta sjansen igjen",
        "date": "10.3.2099",
        "csrf_token": token(client, "/events/new"),
    }
    return client.post("/events/new/copy", data=known | form)


def copied(house):
    return copy(house, house.event).location.rpartition("/")[2]


def exported(house, event):
    answer = house.visit("organiser").get(f"/events/{event}/event.json")
    packed = answer.mimetype == "application/zip"  # with the pictures that it names
    return json.loads(ZipFile(BytesIO(answer.data)).read("event.json") if packed else answer.data)
