"""Registering employers."""

import pytest

from tests.web.conftest import token
from tests.web.test_candidates import exported, save

PROFILE = {"name": "Verkstedet", "does": "Vi reparerer sykler.", "questions": "Hva liker du?\n\n Når kan du jobbe? "}


def test_what_an_employer_says_is_kept_as_it_was_written(house):
    client = house.visit("liaison")
    answer = save(client, f"/events/{house.event}/employers/new", **PROFILE, stations=["P1", "P2"])
    assert answer.status_code == 302
    assert exported(house)["employers"][-1] == {
        "id": "E7",
        "name": "Verkstedet",
        "does": "Vi reparerer sykler.",
        "questions": ["Hva liker du?", "Når kan du jobbe?"],
        "stations": ["P1", "P2"],
        "max_meetings": 8,
    }


def test_what_a_form_does_not_ask_for_stays(house):
    client = house.visit("liaison")
    before = exported(house)["employers"][0]
    save(client, f"/events/{house.event}/employers/E1", **PROFILE, stations=before["stations"])
    after = exported(house)["employers"][0]
    assert after["name"] == "Verkstedet"
    unasked = before.keys() - {"line", "does", "looks_for", "hours", "pace", "body_work", "name", "questions",
                               "interviewer", "interviewer_role"}  # fmt: skip
    assert {key: after[key] for key in unasked} == {key: before[key] for key in unasked}


@pytest.mark.parametrize("number", ["900 00 001", "kim@example.org", "01020345678"])
def test_numbers_of_people_are_refused_and_what_to_do_is_said(house, number):
    client = house.visit("liaison")
    answer = save(client, f"/events/{house.event}/employers/new", **(PROFILE | {"does": f"Ring {number}"}))
    assert answer.status_code == 400
    assert "Ta bort nummeret" in answer.text
    assert f"Ring {number}</textarea>" in answer.text


def test_the_list_speaks_of_employers_and_not_to_them(house):
    page = house.visit("organiser").get(f"/events/{house.event}/employers").text
    assert ("Tilbyr nå</th>" in page, "Det dere tilbyr" in page) == (True, False)


def test_a_word_about_health_is_kept_but_asked_about(house):
    client = house.visit("liaison")
    save(client, f"/events/{house.event}/employers/new", **(PROFILE | {"looks_for": "Gjerne en på AAP"}))
    assert "Sier «AAP» noe om helse" in client.get(f"/events/{house.event}/employers").text


def test_whoever_was_later_sees_what_the_other_wrote(house):
    client, page = house.visit("liaison"), f"/events/{house.event}/employers/E1"
    form = {"csrf_token": token(client, page), "version": "1"}
    client.post(page, data=form | PROFILE | {"returning": "yes"})
    answer = client.post(page, data=form | PROFILE | {"does": "Vi baker brød.", "returning": ""})
    assert answer.status_code == 409
    assert "Vi reparerer sykler." in answer.text
    assert "<dd>Ja, vi har vært med før</dd>" in answer.text
    assert "Vi baker brød.</textarea>" in answer.text


def test_a_question_that_nobody_may_ask_is_pointed_out_for_as_long_as_it_is_asked(house):
    client, page = house.visit("liaison"), f"/events/{house.event}/employers"
    asked = "Hva liker du?\nNår kan du jobbe?\nHar du barn?"
    save(client, f"{page}/E1", **(PROFILE | {"questions": asked}))
    client.get(page)  # where it is said once that it was saved
    assert ("3 – se over" in client.get(page).text, "«barn»" in client.get(f"{page}/E1").text) == (True, True)

    save(client, f"{page}/E1", **(PROFILE | {"questions": asked.replace("Har du barn", "Hva lurer du på")}))
    client.get(page)
    assert ("se over" in client.get(page).text, "«barn»" in client.get(f"{page}/E1").text) == (False, False)
