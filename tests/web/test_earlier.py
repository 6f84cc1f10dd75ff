"""Employers who come again need not say everything again."""

import json
import re

import pytest

from tests.web.conftest import token
from tests.web.test_candidates import exported, save
from tests.web.test_profile import WHOLE


@pytest.fixture
def later(house):
    """Begin another event, of the same office, with no employers; gives its address."""
    return bring(house, "2099-03-03")


def bring(house, day, *employers):
    frame = {"name": f"Kveld {day}", "date": day, "rounds": [{"start": "16:10", "end": "16:40"}]}
    content = {"format": "speeddate.event/1", "event": frame, "employers": list(employers)}
    return f"/events/{house.bring(content)}"


def known(client, event):
    return re.findall(r"\?name=[^>]*>([^<]+)</a>", client.get(f"{event}/employers/new").text)


def test_whoever_took_part_before_can_be_chosen(house, later):
    names = sorted((each["name"] for each in exported(house)["employers"]), key=str.casefold)
    assert known(house.visit("liaison"), later) == names


def test_what_they_said_last_stands_in_the_form_but_not_what_was_for_that_evening(house, later):
    bring(house, "2099-02-20", {"id": "E9", "name": "LØTEN bakeri", "does": "Nyere.", "jobs": 3, "max_meetings": 1})
    text = house.visit("liaison").get(f"{later}/employers/new", query_string={"name": "Løten Bakeri"}).text
    assert "Nyere.</textarea>" in text
    assert re.search(r'value="yes" data-standalone="false" checked', text)
    assert [re.search(rf'name="{key}"[^>]*value="(\w*)"', text)[1] for key in ("jobs", "max_meetings")] == ["", ""]


def test_a_returning_employer_is_kept_without_the_wishes_of_last_time(house, later):
    client, page = house.visit("liaison"), f"{later}/employers/new?name=L%C3%B8ten+Bakeri"
    client.post(page, data=WHOLE | {"csrf_token": token(client, "/events"), "returning": "yes", "version": "0"})
    (kept,) = json.loads(house.visit("organiser").get(f"{later}/event.json").data)["employers"]
    assert (kept["name"], kept["returning"]) == ("Verkstedet", True)
    assert "interest" not in kept


def test_whoever_is_here_already_is_not_offered(house, later):
    client = house.visit("liaison")
    save(client, f"{later}/employers/new", name="Løten bakeri ")
    assert "Løten Bakeri" not in known(client, later)


def test_nobody_is_offered_who_took_part_at_another_office(house, later):
    with house.app.app_context():
        pass
    save(house.visit("liaison", "Elverum"), f"/events/{house.foreign}/employers/new", name="Fremmed AS")
    assert "Fremmed AS" not in known(house.visit("liaison"), later)
    stranger = house.visit("liaison").get(f"{later}/employers/new", query_string={"name": "Fremmed AS"})
    assert stranger.status_code == 404


def test_where_an_employer_was_before_is_told_without_candidates(house, later):
    bring(house, "2099-02-20", {"id": "E9", "name": "Løten Bakeri", "jobs": 3})
    client = house.visit("liaison")
    text = client.get(f"/events/{house.event}/employers/E1").text.partition("Har vært med før")[2]
    assert re.findall(r"<li>([^<]*)</li>", text) == ["fredag 20. februar 2099, Kveld 2099-02-20, jobb: 3"]
