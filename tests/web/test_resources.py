"""What people share: interpreters, rooms and things, with when they are there."""

import re

import pytest

from speeddate.domain.text import Text, same
from speeddate.services.setup.features import called
from speeddate.store.events import EventRow, content_of
from tests.web.conftest import token
from tests.web.test_candidates import exported, save

INTERPRETER = {"kind": "spoken_interpreter", "lang": "arabisk", "name": "Tolk til K1", "capacity": "1"}
UNKNOWN = "Vi kjenner ikke språket «Elvisk». Det må skrives likt hos tolken og hos den som trenger tolk."


def test_an_interpreter_is_kept_with_language_and_hours(house):
    save(house.visit("organiser"), f"{home(house)}/new", **INTERPRETER, available="15.30-17, 1730–18:30")
    assert exported(house)["resources"][-1] == {
        "id": "T4", "kind": "spoken_interpreter:ar", "name": "Tolk til K1",
        "available": [["15:30", "17:00"], ["17:30", "18:30"]],
    }  # fmt: skip


def test_the_language_is_named_to_each_reader_in_their_own(house):
    client = house.visit("organiser")
    save(client, f"{home(house)}/new", kind="spoken_interpreter", lang="Arabic", capacity="1")
    assert "Tolk til et annet språk (arabisk)" in client.get(home(house)).text
    assert re.search(r'id="lang"[^>]* value="arabisk" list="languages"', client.get(f"{home(house)}/T4").text)
    client.post("/language", data={"csrf_token": token(client, home(house)), "speak": "en", "page": home(house)})
    assert "Interpreter for another language (Arabic)" in client.get(home(house)).text
    page = client.get(f"{home(house)}/T4").text
    assert re.search(r'id="lang"[^>]* value="Arabic" list="languages"', page)
    assert '<option value="Arabic">' in page


def test_saving_a_page_in_another_language_changes_nothing(house):
    client, kept = house.visit("organiser"), []
    save(client, f"{home(house)}/new", kind="spoken_interpreter", lang="arabisk", capacity="1")
    for version, lang in enumerate(("arabisk", "Arabic", "ar"), 1):
        save(client, f"{home(house)}/T4", str(version), kind="spoken_interpreter", lang=lang, capacity="1")
        with house.app.app_context():
            kept.append(content_of(house.session(), house.session().get(EventRow, house.event))["resources"][-1])
    assert kept == [{"id": "T4", "kind": "spoken_interpreter:ar", "capacity": 1}] * 3


def test_a_language_that_nobody_knows_is_kept_with_a_word_about_it(house):
    client = house.visit("organiser")
    answer = save(client, f"{home(house)}/new", kind="spoken_interpreter", lang="Elvisk", capacity="1")
    assert exported(house)["resources"][-1]["kind"] == "spoken_interpreter:elvisk"
    for page in (client.get(answer.location).text, client.get(f"{home(house)}/T4").text):
        assert UNKNOWN in page
    assert 'value="Elvisk"' in client.get(f"{home(house)}/T4").text


def test_of_a_language_that_is_known_nothing_is_said(house):
    client = house.visit("organiser")
    answer = save(client, f"{home(house)}/new", kind="spoken_interpreter", lang=" ARABISK ", capacity="1")
    assert "Vi kjenner ikke" not in client.get(answer.location).text + client.get(f"{home(house)}/T4").text


def test_without_hours_it_is_there_the_whole_day(house):
    client = house.visit("organiser")
    save(client, f"{home(house)}/new", kind="quiet_place", capacity="3")
    assert exported(house)["resources"][-1] == {"id": "T4", "kind": "quiet_place", "capacity": 3}
    assert "Plass i stille rom" in client.get(home(house)).text


@pytest.mark.parametrize(
    ("form", "where", "told"),
    [
        ({"kind": ""}, "kind", "Velg hva det er"),
        ({"lang": ""}, "lang", "Skriv ett språk, for eksempel arabisk"),
        ({"lang": "a=b"}, "lang", "Skriv ett språk, for eksempel arabisk"),
        ({"lang": "arabisk, dari"}, "lang", "Skriv ett språk, for eksempel arabisk"),
        ({"capacity": "0"}, "capacity", "Skriv et tall mellom 1 og 400"),
        ({"capacity": "to"}, "capacity", "Skriv et tall mellom 1 og 400"),
        ({"available": "om kvelden"}, "available", "Skriv når det er, for eksempel 15.30–17.30, 18.00–18.30"),
        ({"available": "aldri"}, "available", "Skriv når det er, for eksempel 15.30–17.30, 18.00–18.30"),
        ({"available": "17-16"}, "available", "Skriv en sluttid etter 17.00"),
        (
            {"kind": "sign_interpreter", "capacity": "2"},
            "capacity",
            "Skriv hver tolk på sin egen rad, med 1 om gangen. Hver og en skal ha pause.",
        ),
    ],
)
def test_what_must_be_mended_is_told_where_it_is_and_not_kept(house, form, where, told):
    before = exported(house)
    answer = save(house.visit("organiser"), f"{home(house)}/new", **(INTERPRETER | form))
    assert answer.status_code == 400
    assert re.findall(r'href="#([^"]+)">([^<]+)</a></li>', answer.text) == [(where, told)]
    assert exported(house) == before


def test_the_page_gives_back_what_it_was_given(house):
    client, before = house.visit("organiser"), exported(house)
    page = client.get(f"{home(house)}/T1").text
    assert 'value="15.25–16.45"' in page
    save(client, f"{home(house)}/T1", kind="sign_interpreter", capacity="1", available="15.25–16.45")
    assert exported(house) == before


def test_whoever_is_later_sees_both(house):
    client, page = house.visit("organiser"), f"{home(house)}/Q1"
    save(client, page, "1", kind="quiet_place", capacity="3", name="Biblioteket")
    answer = save(client, page, "1", kind="quiet_place", capacity="4")
    assert answer.status_code == 409
    told = re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", answer.text)
    assert ("Navn", "Biblioteket") in told
    assert ("Så mange om gangen", "3") in told


def test_it_is_taken_away_only_when_asked_twice(house):
    client, page = house.visit("organiser"), f"{home(house)}/T1/remove"
    before = len(exported(house)["resources"])
    assert "Ta bort «Tegnspråktolk»?" in client.get(page).text
    assert len(exported(house)["resources"]) == before
    client.post(page, data={"csrf_token": token(client, page)})
    assert "T1" not in [each["id"] for each in exported(house)["resources"]]


def home(house):
    return f"/events/{house.event}/resources"


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("sign_interpreter", "", Text("tegnspråktolk T1", "teiknspråktolk T1", "sign-language interpreter T1")),
        ("quiet_place", "", Text("stille rom T1", "stille rom T1", "quiet room T1")),
        ("spoken_interpreter:vi", "Mai", same("Mai")),
    ],
)
def test_what_is_shared_is_called_by_its_name_or_by_what_it_is_and_its_id(kind, name, told):
    assert called([{"id": "T1", "kind": kind, "name": name}]) == {"T1": told}
