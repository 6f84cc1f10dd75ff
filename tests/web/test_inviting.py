"""Inviting employers by links of their own."""

import re
from email import message_from_bytes, policy

import pytest
from sqlalchemy import select

from speeddate.store.database import writing
from speeddate.store.doors import hashed
from speeddate.store.guests import GuestRow
from speeddate.store.journal import EntryRow
from speeddate.store.mail import MessageRow
from speeddate.store.offices import UserRow
from tests.web.conftest import deadline, token


def page(house, ref="E1", more=""):
    return f"/events/{house.event}/employers/{ref}/invite{more}"


def press(house, more="", role="liaison", **form):
    client = house.visit(role)
    return client.post(page(house, more=more), data=form | {"csrf_token": token(client, page(house))})


def link_in(answer):
    return re.search(r"/enter/([\w-]+)", answer.text)[1]


def opens(house, key):
    return "Trykk på knappen" in house.visitor().get(f"/enter/{key}").text


def test_a_link_is_shown_once_and_opens(house):
    made = press(house)
    assert opens(house, link_in(made))
    assert "/enter/" not in house.visit("liaison").get(page(house)).text
    assert 'role="img"' in made.text


def test_a_new_link_shuts_the_old_one_and_ends_its_sessions(house):
    old = link_in(press(house))
    inside = house.come(old)
    assert inside.get("/my-meetings").status_code == 200
    new = link_in(press(house))
    assert [opens(house, key) for key in (old, new)] == [False, True]
    assert inside.get("/my-meetings").status_code == 302


def test_a_link_that_is_shut_opens_no_more(house):
    key = link_in(press(house))
    inside = house.come(key)
    assert press(house, "/shut").status_code == 302
    assert not opens(house, key)
    assert inside.get("/my-meetings").status_code == 302


def test_an_employer_sees_who_invited_them_as_long_as_that_is_somebody_who_works_there(house):
    inside = house.come(link_in(press(house)))
    assert "Spør kontoret som inviterte dere, Hamar: liaison@hamar.example." in inside.get("/my-meetings/profile").text
    with house.app.app_context(), writing(house.session()):
        house.session().get(UserRow, house.user("liaison")).closed = True
    assert "Spør kontoret som inviterte dere: Hamar." in inside.get("/my-meetings/profile").text


def test_the_list_says_who_has_a_link(house):
    press(house)
    shown = house.visit("organiser").get(f"/events/{house.event}/employers").text
    assert "Løten Bakeri har en lenke" in shown
    assert shown.count("har en lenke") == 1


def letters(tmp_path):
    found = sorted((tmp_path / "mail").iterdir())
    return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in found]


def test_a_link_is_sent_in_neutral_words_and_the_address_is_not_kept(house, tmp_path):
    press(house, "/mail", email=" eva@example.org ").close()
    (letter,) = letters(tmp_path)
    text = letter.get_content()
    assert (letter["To"], letter["Subject"]) == ("eva@example.org", "Vil dere være med tirsdag 10.\u00a0februar 2099?")
    assert "Vil dere møte 4 jobbsøkere tirsdag 10.\u00a0februar 2099? Hvert møte varer i 30 minutter." in text
    assert not re.search(r"\bnav\b|ta sjansen", str(letter), re.IGNORECASE)
    assert opens(house, re.search(r"/enter/([\w-]+)", text)[1])
    with house.app.app_context():
        assert house.session().scalars(select(MessageRow)).all() == []


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_letter_speaks_the_language_of_the_page(house, tmp_path, language):
    client = house.visit("liaison")
    client.post("/language", data={"csrf_token": token(client, "/events"), "speak": language, "page": "/"})
    form = {"csrf_token": token(client, "/events"), "email": "eva@example.org"}
    client.post(page(house, more="/mail"), data=form).close()
    hello = {"nb": "Vil dere være med", "nn": "Vil de vere med", "en": "Would you like to join us"}
    assert letters(tmp_path)[-1]["Subject"].startswith(hello[language])


def test_a_wrong_address_is_refused_and_no_link_is_made(house):
    answer = press(house, "/mail", email="eva")
    assert answer.status_code == 400
    assert 'value="eva"' in answer.text
    assert "Skriv en e-postadresse" in answer.text
    with house.app.app_context():
        assert house.session().scalars(select(GuestRow)).all() == []


def test_no_key_is_kept_or_logged(house, tmp_path, caplog):
    caplog.set_level(0)
    key = link_in(press(house))
    house.come(key).get("/my-meetings")
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and key.encode() in path.read_bytes()]
    assert key not in caplog.text
    with house.app.app_context():
        assert house.session().scalars(select(GuestRow.key)).all() == [hashed(key)]
        entries = house.session().scalars(select(EntryRow)).all()
        assert [entry for entry in entries if key in f"{entry.who}{entry.what}{entry.about}"] == []


def test_a_letter_asks_for_questions_by_the_deadline_that_the_frame_says(house, tmp_path):
    for by in ("2098-12-24", "2020-12-24", None):
        deadline(house, "employers_by", by)
        press(house, "/mail", email="eva@example.org").close()
    asked = [re.search(r"3 til 5 spørsmål innen ([^.]+\.[^.]+)\.", each.get_content()) for each in letters(tmp_path)]
    assert [each and each[1] for each in asked] == [
        "onsdag 24.\u00a0desember 2098", None, "tirsdag 20.\u00a0januar 2099",
    ]  # fmt: skip
