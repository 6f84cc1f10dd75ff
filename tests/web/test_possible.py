"""Whether an event can work out, as pages: counts and things for organisers, and nobody's name or need."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from speeddate.domain.people import Candidate, Employer
from speeddate.exchange import write_event_json
from speeddate.services.setup.templates import template
from tests.services.evenings import asking, evening, interpreter
from tests.web.conftest import DAY
from tests.web.test_candidates import EVENING

SIGNING = {f"K{n:02}": ["sign_interpreter"] for n in range(1, 7)}


@pytest.fixture
def short(house):
    """Bring in an evening for which one interpreter is too little."""
    return house.bring(content(asking(evening(resources=(interpreter(),)), SIGNING)))


def content(event):
    read = json.loads(write_event_json(event))
    read["event"] |= {"name": "Ta sjansen", "date": DAY.isoformat(), "answer_by": DAY.isoformat()}
    return read


def page(house, event, more="/possible", role="organiser"):
    return unescape(house.visit(role).get(f"/events/{event}{more}").text)


def test_the_example_evening_works_out_so_far(house):
    text = page(house, house.event)
    assert "Ja, så langt går det opp." in text
    assert 'class="shortages"' not in text


def test_what_is_too_little_is_said_with_what_could_be_done(house, short):
    text = page(house, short)
    assert re.findall(r"<strong>(.+?)</strong>", text) == [
        "Det trengs 6 møter med dette: tegnspråktolk. Det rekker til 4."
    ]
    assert "Skaff en til av dette: tegnspråktolk." in text


def test_the_road_says_it_in_short_and_leads_there(house, short):
    text = page(house, short, "")
    assert text.count("Det trengs 6 møter med dette: tegnspråktolk. Det rekker til 4.") == 1
    assert f'href="/events/{short}/possible"' in text


def test_the_road_of_a_very_large_event_leads_there_without_counting(house):
    event = house.bring(content(asking(evening(candidates=201, employers=51, resources=()), SIGNING)))
    text = page(house, event, "")
    assert "tegnspråktolk" not in text
    assert f'href="/events/{event}/possible"' in text


@pytest.mark.parametrize("role", ["counsellor", "liaison", "host"])
def test_the_road_tells_others_of_places_alone(house, short, role):
    text = page(house, short, "", role)
    assert "Det trengs 24 møter, og det er plass til 24." in text
    assert "/possible" not in text
    assert "tegnspråktolk" not in text


@pytest.mark.parametrize(
    ("lists", "way"),
    [
        ({"candidates": [], "employers": []}, "candidates"),
        ({"employers": []}, "employers"),
        ({"candidates": []}, "candidates"),
    ],
)
def test_an_event_that_has_only_begun_says_what_comes_first(house, lists, way):
    event = house.bring(content(evening()) | lists)
    text = page(house, event)
    assert re.findall(rf'data-variant="primary" href="/events/{event}/(\w+)"', text) == [way]
    assert "<table" not in text


@pytest.mark.parametrize("more", ["", "/possible"])
def test_a_match_meeting_says_that_those_around_the_table_are_added_and_then_has_room(house, more):
    begun = template("match_meeting").event(name="x", date=DAY, venue="Torget 1", language="nb")
    cases = tuple(Candidate(id=f"K{n}", number=str(n), name=f"Sak {n}") for n in range(1, 11))
    alone = replace(begun, candidates=cases)
    table = replace(alone, employers=(Employer(id="E1", name="Bordet", stations=("P1",)),))
    before, after = (page(house, house.bring(content(each)), more) for each in (alone, table))
    told = "legger du til dem som sitter rundt bordet, som én"
    assert (told in before, "plass til 0" in before) == (True, False)
    assert (told in after, "Det trengs 10 møter, og det er plass til 10." in after) == (False, True)


def test_while_few_have_told_what_they_need_the_page_shows_places_alone(house):
    event = house.bring(content(asking(evening(), {"K01": ["hearing_loop"]})))
    text = page(house, event)
    assert "teleslynge" not in text
    assert re.findall(r">(–|\d+)</td>", text)[:3] == ["–", "6", "–"]


def test_an_organiser_sees_nobody_and_nothing_that_only_helps(house):
    read = content(EVENING)
    for each in read["candidates"]:
        each |= {"name": f"CanaryName{each['id']}", "wants": "CanaryWants"}
    for each in read["counsellors"]:
        each["name"] = f"CanaryCounsellor{each['id']}"
    for each in read["resources"]:
        each["name"] = f"CanaryResource{each['id']}"
    event = house.bring(read)
    seen = page(house, event) + page(house, event, "")
    assert re.findall(r"Canary\w+|\b[KVT]\d\d?\b", seen) == []
    needs = [need for each in EVENING.candidates for need in each.needs]
    helping = {need.kind.label.nb for need in needs} - {need.kind.label.nb for need in needs if need.must}
    assert [label for label in helping if label in seen] == []


def test_a_bar_is_drawn_without_styles_and_hidden_from_ears(house, short):
    text = page(house, short)
    assert re.search(
        r'<svg class="bar short" viewBox="0 0 6 12"[^>]*aria-hidden="true"><rect class="room" width="4"', text
    )
    assert "style=" not in text
