"""Events in and out of the pages."""

import datetime as dt
import json
import re
from io import BytesIO

import pytest

from speeddate.exchange import read_event, write_event_json, write_event_xlsx
from speeddate.services import files
from tests.web.conftest import token
from tests.web.listed import choose

LANGUAGES = ("nb", "nn", "en")


@pytest.mark.parametrize("example", ["ta-sjansen", "small", "overbooked", "impossible"])
def test_an_event_comes_out_as_it_went_in(house, example):
    whole = write_event_json(read_event(files.example(example)))
    client = house.visit("organiser")
    answer = bring(client, whole, "event.json")
    assert answer.status_code == 302
    assert json.loads(client.get(f"{answer.location}/event.json").data) == json.loads(whole)


def test_an_event_comes_in_from_a_workbook(house, tmp_path):
    event = read_event(files.example("small"))
    client = house.visit("organiser")
    answer = bring(client, write_event_xlsx(event), "event.xlsx")
    assert json.loads(client.get(f"{answer.location}/event.json").data) == json.loads(write_event_json(event))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_of_a_file_is_told_and_nothing_is_kept(house, language):
    client = house.visit("organiser")
    choose(client, language)
    wrong = {"format": "speeddate.event/1", "event": {"date": "never", "rounds": []}, "candidates": [{}]}
    answer = bring(client, json.dumps(wrong).encode(), "event.json")
    assert answer.status_code == 400
    assert answer.text.count("<li>") == 3
    assert len(names(client)) == 1


@pytest.mark.parametrize(
    ("name", "content"), [("x.json", b""), ("x", b"\0\1"), ("x.xlsx", b"PK\3\4"), ("../x.json", b"{")]
)
def test_what_is_no_event_is_refused_with_what_to_do(house, name, content):
    client = house.visit("organiser")
    answer = bring(client, content, name)
    assert answer.status_code == 400
    assert len(names(client)) == 1


def test_an_event_begins_from_a_template(house):
    client = house.visit("organiser")
    form = {"template": "ta_sjansen", "name": " Ta sjansen Løten ", "date": "3.3.2099", "venue": "Torget 1"}
    answer = client.post("/events/new", data=form | {"csrf_token": token(client, "/events")})
    made = json.loads(client.get(f"{answer.location}/event.json").data)
    assert made["event"]["name"] == "Ta sjansen Løten"
    assert made["event"]["date"] == "2099-03-03"
    assert [station["id"] for station in made["stations"]] == ["P1", "P2", "P3", "P4", "P5", "P6"]


@pytest.mark.parametrize("written", ["3.3.2068", "03.03.68", "2068-03-03", "3/3/2068"])
def test_dates_are_read_as_people_write_them(house, written):
    client = house.visit("organiser")
    form = {"template": "blank", "name": "x", "date": written, "csrf_token": token(client, "/events")}
    answer = client.post("/events/new", data=form)
    assert "2068-03-03" in client.get(f"{answer.location}/event.json").text


@pytest.mark.parametrize(("days", "status"), [(-2, 400), (1, 302)])
def test_an_event_does_not_begin_on_a_day_that_is_over(house, days, status):
    client = house.visit("organiser")
    date = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=days)
    form = {"template": "blank", "name": "x", "date": date.isoformat(), "csrf_token": token(client, "/events")}
    answer = client.post("/events/new", data=form)
    told = "Denne dagen er over. Skriv en dag som kommer, eller i dag" in answer.text
    assert (answer.status_code, told) == (status, status == 400)


def test_what_was_written_stays_when_something_else_must_be_mended(house):
    client = house.visit("organiser")
    form = {"template": "job_fair", "name": "", "date": "32.3.2027", "venue": "Torget 1"}
    answer = client.post("/events/new", data=form | {"csrf_token": token(client, "/events")})
    assert answer.status_code == 400
    assert 'value="32.3.2027"' in answer.text
    assert 'value="Torget 1"' in answer.text
    assert 'value="job_fair" data-standalone="false" checked' in answer.text


def test_an_event_is_deleted_only_when_asked_twice(house):
    client = house.visit("organiser")
    page = f"/events/{house.event}/delete"
    assert "Kandidater: 24." in client.get(page).text
    assert len(names(client)) == 1
    client.post(page, data={"csrf_token": token(client, page)})
    assert names(client) == []


def test_markup_in_a_name_is_text(house):
    client = house.visit("organiser")
    form = {"template": "blank", "name": "<b>Ola</b> & <script>", "date": "3.3.2099"}
    answer = client.post("/events/new", data=form | {"csrf_token": token(client, "/events")})
    page = client.get(answer.location).text
    assert "&lt;b&gt;Ola&lt;/b&gt; &amp; &lt;script&gt;" in page
    assert "<b>Ola" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_in_one_language_and_has_one_heading(house, language):
    client = house.visit("organiser")
    choose(client, language)
    for page in ("/events", "/events/new", "/events/import", f"/events/{house.event}", "/nowhere"):
        text = client.get(page).text
        assert f'<html lang="{language}">' in text
        assert text.count("<h1") == 1


def test_nothing_about_people_can_be_read_in_a_copied_data_folder(house, tmp_path):
    event = json.loads(write_event_json(read_event(files.example("ta-sjansen"))))
    event["candidates"][0] |= {"name": "KANARI", "strengths": "KANARI", "avoid_employers": ["E3"]}
    client = house.visit("organiser")
    bring(client, json.dumps(event).encode(), "event.json")
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not [content for content in kept if b"KANARI" in content or b"extra_time" in content]


def bring(client, content, name):
    form = {"csrf_token": token(client, "/events/import"), "file": (BytesIO(content), name)}
    return client.post("/events/import", data=form, content_type="multipart/form-data")


@pytest.mark.parametrize(("role", "told"), [("organiser", True), ("counsellor", False), ("host", False)])
def test_whoever_may_take_an_event_out_is_told_that_the_file_holds_needs(house, role, told):
    assert ("også det hver kandidat trenger" in house.visit(role).get(f"/events/{house.event}").text) is told


def test_candidates_see_who_took_the_whole_event(house):
    house.visit("organiser").get(f"/events/{house.event}/event.json")
    guest, _ = house.guest("candidates", "K02")
    choose(guest, "nb")
    assert guest.get("/me/seen").text.count("Lastet ned hele arrangementet") == 1


def names(client):
    """Read the names of all events."""
    return re.findall(r'href="/events/[0-9a-f]{16}">([^<]*)<', client.get("/events").text)
