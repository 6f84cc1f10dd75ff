"""A name holds no number, and is asked about where it says something about health or benefits."""

import pytest

from tests.web.conftest import token
from tests.web.test_candidates import EVENING, MINE, OWN, exported, home, save

NUMBER = "Ta bort nummeret. Vi deler ikke nummer her."
ASKED = "{name}: Sier «{word}» noe om helse eller ytelser?"


def made(client, way, name):
    """Begin an event of this name from a template or from the first one."""
    form = {
        "template": "blank",
        "earlier": "",
        "name": name,
        "date": "3.3.2027",
        "csrf_token": token(client, "/events"),
    }
    if way == "/events/new/copy":
        form["earlier"] = client.get(way).text.partition('name="earlier" value="')[2].partition('"')[0]
    return client.post(way, data=form, follow_redirects=True).text


@pytest.mark.parametrize("way", ["/events/new", "/events/new/copy"])
def test_a_new_event_whose_name_says_something_about_benefits_is_asked_about(house, way):
    name = "Treff for AAP-mottakere"
    assert ASKED.format(name=name, word="AAP") in made(house.visit("organiser"), way, name)


@pytest.mark.parametrize("way", ["/events/new", "/events/new/copy"])
def test_a_new_event_has_no_national_id_in_its_name(house, way):
    client = house.visit("organiser")
    assert NUMBER in made(client, way, "Treff 01019912345")
    assert "01019912345" not in client.get("/events").text


@pytest.mark.parametrize("page", ["new", MINE.id])
def test_a_candidate_is_not_called_a_number(house, page):
    client, before = house.visit("organiser"), exported(house)
    answer = save(client, f"{home(house)}/{page}", name="12345678901", counsellor=OWN, language="nb")
    assert (answer.status_code, NUMBER in answer.text) == (400, True)
    assert exported(house) == before


@pytest.mark.parametrize("page", ["new", MINE.id])
def test_a_candidate_whose_name_is_a_diagnosis_is_asked_about(house, page):
    client = house.visit("organiser")
    save(client, f"{home(house)}/{page}", name="ADHD", counsellor=OWN, language="nb")
    assert ASKED.format(name="ADHD", word="ADHD") in client.get(home(house)).text


@pytest.mark.parametrize("form", [{"name": "Marit 01019912345"}, {"name": "Marit", "deputy": "Siri 01019912345"}])
def test_a_counsellors_name_holds_no_national_id(house, form):
    client, before = house.visit("organiser"), exported(house)
    answer = save(client, f"/events/{house.event}/counsellors/{EVENING.counsellors[0].id}", **form)
    assert (answer.status_code, NUMBER in answer.text) == (400, True)
    assert exported(house) == before


def test_a_new_counsellors_name_holds_no_national_id(house):
    client, before = house.visit("organiser"), exported(house)
    answer = save(client, f"/events/{house.event}/counsellors/new", "1", name="Marit 01019912345")
    assert (answer.status_code, NUMBER in answer.text) == (400, True)
    assert exported(house) == before
