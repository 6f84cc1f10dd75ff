"""Where an event has nothing yet, its pages say what to do, and lead there whoever may do it."""

import re

import pytest

from tests.web.conftest import token
from tests.web.test_candidates import exported

NO_COUNSELLORS = "Ingen veiledere ennå. Legg til en først, eller lagre kandidaten og velg veileder senere."


@pytest.fixture
def empty(house):
    """Bring in the evening with one round, one station and nobody."""
    event = exported(house)
    frame = event["event"] | {"rounds": event["event"]["rounds"][:1]}
    stations = [{"id": "P1", "name": "Hjørnet"}]
    house.event = house.bring({"format": event["format"], "event": frame, "stations": stations})
    return house


def test_an_organiser_is_led_to_counsellors_where_there_are_none(empty):
    text = empty.visit("organiser").get(f"/events/{empty.event}/candidates/new").text
    assert NO_COUNSELLORS in text
    assert f'href="/events/{empty.event}/counsellors/new"' in text
    assert 'id="counsellor"' not in text


def test_a_counsellor_is_told_whom_to_ask_where_they_are_nobodys(empty):
    text = empty.visit("counsellor").get(f"/events/{empty.event}/candidates/new").text
    assert "Be arrangøren om å velge deg." in text
    assert f'href="/events/{empty.event}/counsellors/new"' not in text


@pytest.mark.parametrize(("role", "ways"), [("organiser", ["new", "import"]), ("host", [])])
def test_where_there_are_no_candidates_the_way_to_them_is_a_link(empty, role, ways):
    text = empty.visit(role).get(f"/events/{empty.event}").text
    nobody = text.partition("Ingen kandidater ennå.</p>")[2].partition("</section>")[0]
    assert re.findall(r'/candidates/(new|import)"', nobody) == ways


@pytest.mark.parametrize(
    ("language", "said"),
    [("nb", "1 runde, 1 møteplass"), ("nn", "1 runde, 1 møteplass"), ("en", "1 round, 1 station")],
)
def test_one_round_is_not_called_several(empty, language, said):
    client = empty.visit("organiser")
    client.post("/language", data={"csrf_token": token(client, "/events"), "speak": language, "page": "/"})
    text = client.get(f"/events/{empty.event}").text
    assert re.search(rf"{said}(?!\w)", text)
