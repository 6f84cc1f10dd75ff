"""Stations: added, changed, and taken away so that the event stays sound."""

import json
import re

import pytest

from speeddate.exchange import read_event_content, write_event_json
from speeddate.services import events
from speeddate.services.access import offices
from tests.web.conftest import token
from tests.web.test_candidates import EVENING, exported, save


def test_a_new_station_has_an_id_of_its_own_and_what_was_ticked(house):
    client = house.visit("organiser")
    save(client, f"{home(house)}/new", name=" Hjørnet ", features=["quiet", "hearing_loop"], near=["P1"])
    kept = exported(house)["stations"]
    assert kept[-1] == {"id": "P7", "name": "Hjørnet", "features": ["hearing_loop", "quiet"], "near": ["P1"]}


def test_all_that_needs_can_ask_of_a_station_can_be_ticked_in_words(house):
    page = house.visit("organiser").get(f"{home(house)}/new").text
    offered = re.findall(r'name="features" value="(\w+)"> ([^<]+)<', page)
    assert dict(offered)["turning_150"] == "Plass til å snu"
    assert len(offered) == 17


def test_what_is_unknown_here_stays_ticked(house):
    client = house.visit("organiser")
    save(client, f"{home(house)}/P1", name="Plass 1", features=["quiet", "sofa"])
    assert 'value="sofa" checked> sofa' in client.get(f"{home(house)}/P1").text


@pytest.mark.parametrize(
    ("form", "told"),
    [({"name": ""}, "Skriv hva møteplassen heter"), ({"name": "x" * 61}, "høyst 60")],
)
def test_what_cannot_be_is_told_and_not_kept(house, form, told):
    before = exported(house)
    answer = save(house.visit("organiser"), f"{home(house)}/new", **form)
    assert answer.status_code == 400
    assert re.search(f'href="#name">[^<]*{told}', answer.text)
    assert exported(house) == before


def test_before_a_station_goes_it_is_told_what_goes_with_it(house):
    pinned(house)
    client, before = house.visit("organiser"), exported(house)
    page = client.get(f"{home(house)}/P1/remove").text
    assert re.findall(r"<li>([^<]*)</li>", page) == [
        "Løten Bakeri sitter der, og får en egen plass uten noe spesielt.",
        "Nordlys Lager sitter der også. De beholder de andre plassene sine.",
        "Låste møter der: 1. De blir fortsatt holdt. Plassen er ikke lenger bestemt.",
    ]
    assert exported(house) == before


def test_a_station_goes_and_nothing_points_at_it_any_more(house):
    pinned(house)
    client, page = house.visit("organiser"), f"{home(house)}/P1/remove"
    assert client.post(page, data={"csrf_token": token(client, page)}).status_code == 302
    after = exported(house)
    assert "P1" not in [each["id"] for each in after["stations"]]
    assert after["employers"][0]["stations"] == ["E1"]
    assert after["pins"] == [{"candidate": "K01", "employer": "E1", "start": "15:30"}]
    assert '"P1"' not in json.dumps(after)


def test_a_station_that_is_heard_elsewhere_goes_from_there_too(house):
    client, page = house.visit("organiser"), f"{home(house)}/P3/remove"
    assert "P3" in exported(house)["stations"][1]["near"]
    client.post(page, data={"csrf_token": token(client, page)})
    assert "near" not in exported(house)["stations"][1]


def test_whoever_is_later_sees_both(house):
    client, page = house.visit("organiser"), f"{home(house)}/P2"
    save(client, page, "1", name="Hjørnet", features=["quiet"])
    answer = save(client, page, "1", name="Kroken")
    assert answer.status_code == 409
    told = dict(re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", answer.text))
    assert told == {
        "Navn": "Hjørnet",
        "Dette har plassen": "Lite støy",
        "Hvilke plasser kan høre det som blir sagt her?": "–",
    }
    assert 'value="Kroken"' in answer.text


@pytest.mark.parametrize("way", ["", "/remove"])
def test_a_station_that_is_not_there_is_not_found(house, way):
    client = house.visit("organiser")
    assert client.get(f"{home(house)}/P99{way}").status_code == 404
    assert client.post(f"{home(house)}/P99{way}", data={"csrf_token": token(client, "/events")}).status_code == 404


def pinned(house):
    """Give the office an event in which somebody's meeting is decided at the first station."""
    event = json.loads(write_event_json(EVENING))
    event["employers"][1]["stations"] = ["P1", "P2"]
    event["pins"] = [{"candidate": "K01", "employer": "E1", "start": "15:30", "station": "P1"}]
    with house.app.app_context():
        session = house.session()
        house.event = events.add(session, offices.organiser_of(session, "Hamar"), read_event_content(event, {}))


def home(house):
    return f"/events/{house.event}/stations"
