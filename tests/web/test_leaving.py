"""An employer is taken out of an event."""

import pytest

from tests.web.conftest import token
from tests.web.listed import confirm, faults, send
from tests.web.test_candidates import exported, save


def page(house, ref="E1"):
    return f"/events/{house.event}/employers/{ref}/remove"


def remove(house, ref="E1"):
    client = house.visit("liaison")
    return client.post(page(house, ref), data={"csrf_token": token(client, page(house, ref))})


NAMING = ("wishes", "avoid_employers", "shares")


def named(event, ref):
    """Find where an event names an employer."""
    return [key for each in event["candidates"] for key in NAMING if ref in each.get(key, ())]


def others(event):
    """Take away from candidates all that names employers."""
    return [{key: each[key] for key in each.keys() - set(NAMING)} for each in event["candidates"]]


@pytest.fixture
def pinned(house):
    """Bring in the evening with two meetings that are decided, and somebody who avoids an employer."""
    event = exported(house)
    event["pins"] = [{"candidate": "K01", "employer": "E1"}, {"candidate": "K02", "employer": "E2"}]
    event["candidates"][2]["avoid_employers"] = ["E1"]
    event["candidates"][2]["wishes"] = ["E2"]
    house.event = house.bring(event)
    return house


def test_it_is_asked_once_and_says_what_is_lost_but_not_who_avoids_them(pinned):
    wishes = sum("E1" in each.get("wishes", ()) for each in exported(pinned)["candidates"])
    text = pinned.visit("liaison").get(page(pinned)).text
    assert f"Ønsker om å møte dem: {wishes}." in text
    assert "Låste møter med dem: 1." in text
    assert text.count("<li>") == 2
    assert len(exported(pinned)["employers"]) == 6


def test_nothing_names_them_afterwards_and_all_else_stays(pinned):
    before = exported(pinned)
    assert named(before, "E1")
    assert remove(pinned).status_code == 302
    after = exported(pinned)
    assert named(after, "E1") == []
    assert after["pins"] == before["pins"][1:]
    assert after["employers"] == before["employers"][1:]
    assert [len(named(after, ref)) for ref in ("E2", "E3")] == [len(named(before, ref)) for ref in ("E2", "E3")]
    assert others(after) == others(before)


def test_their_link_opens_no_more_and_their_page_is_gone(house):
    client = house.visit("employer")
    remove(house)
    assert client.get("/my-meetings").status_code == 302


def test_a_new_employer_is_not_let_in_by_the_link_of_one_who_left(house):
    key = house.invited("employers", "E6")
    remove(house, "E6")
    save(house.visit("liaison"), f"/events/{house.event}/employers/new", name="Ny AS")
    assert exported(house)["employers"][-1]["id"] == "E7"
    assert house.come(key).get("/my-meetings").status_code == 302


def test_a_list_gives_nobody_the_id_of_one_who_left(house):
    remove(house, "E6")
    client = house.visit("liaison")
    confirm(client, house, send(client, house, "Navn\nNy AS\n", ending="csv", kind="employers"), kind="employers")
    assert exported(house)["employers"][-1]["id"] == "E7"


def test_a_list_that_names_one_who_left_says_what_to_do(house):
    remove(house, "E6")
    answer = send(house.visit("liaison"), house, "Id;Navn\nE6;Ny AS\n", ending="csv", kind="employers")
    assert faults(answer) == ["rad 2, Id: La «Id» stå tomt: den som hadde denne, er ikke med lenger."]


def test_a_candidate_who_was_erased_leaves_nothing_to_whoever_comes_after(house):
    guest, _ = house.guest("candidates", "K24")
    guest.post("/me/erase", data={"csrf_token": token(guest)})
    save(house.visit("organiser"), f"/events/{house.event}/candidates/new", name="Kim", counsellor="V1", language="nb")
    assert exported(house)["candidates"][-1]["id"] == "K25"


def test_whoever_was_changing_a_candidate_meanwhile_is_told(house):
    client, where = house.visit("organiser"), f"/events/{house.event}/candidates/K01"
    form = {"csrf_token": token(client, where), "version": "1", "name": "Sara", "counsellor": "V1", "language": "nn"}
    remove(house)
    assert client.post(where, data=form).status_code == 409


@pytest.mark.parametrize("ref", ["E99", "K01"])
def test_nobody_can_be_removed_who_is_not_there(house, ref):
    assert remove(house, ref).status_code == 404
