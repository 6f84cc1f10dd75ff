"""Coming in by a password and a code."""

import re
from datetime import timedelta
from statistics import median
from time import process_time

import pytest
from sqlalchemy import select, update

from speeddate.services.access import passwords
from speeddate.store.attempts import AttemptRow
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.offices import UserRow
from speeddate.store.passwords import PasswordRow, SpareRow
from tests.web.conftest import token
from tests.web.passwords import NOON, PASSWORD, key_in, knock, let_in, set_up

EMAIL = "organiser@hamar.example"


@pytest.fixture(autouse=True)
def _noon(monkeypatch):
    """Let the clock that codes are read by stand still."""
    monkeypatch.setattr(passwords, "now", lambda: NOON)


@pytest.fixture
def kari(house):
    """Somebody who has set up everything, with a page open where they did it."""
    client = house.visit("organiser")
    holder = set_up(client, EMAIL)
    holder.client = client
    return holder


def test_password_and_code_let_somebody_in(house, kari):
    client = house.visitor()
    assert let_in(knock(client, kari))
    assert client.get("/events").status_code == 200


def test_a_code_may_be_typed_in_groups_and_an_address_in_any_letters(house, kari):
    code = kari.code()
    assert let_in(knock(house.visitor(), kari, email=" ORGANISER@Hamar.example", code=f"{code[:3]} {code[3:]}"))


def test_letters_made_of_two_signs_are_the_same(house, kari):
    assert let_in(knock(house.visitor(), kari, password=PASSWORD.replace("å", "a\u030a")))


@pytest.mark.parametrize(
    "wrong", [{"password": "x"}, {"code": "000000"}, {"email": "nobody@hamar.example"}, {"code": "１"}]
)
def test_all_that_is_wrong_gets_the_same_answer(house, kari, wrong):
    client, form = house.visitor(), {"email": EMAIL}
    expected = client.post("/sign-in/password", data=form | {"csrf_token": token(client), "password": "y", "code": "1"})
    answer = knock(client, kari, **wrong)
    assert (answer.status_code, told(answer, wrong.get("email", EMAIL))) == (400, told(expected, EMAIL))


def test_whoever_has_set_up_nothing_gets_that_answer_too(house, kari):
    client = house.visitor()
    emails = [f"{who}@hamar.example" for who in ("host", "nobodyatall")]
    answers = [told(knock(client, kari, email=email), email) for email in emails]
    assert answers[0] == answers[1]


def test_a_code_opens_once_and_earlier_ones_never(house, kari):
    assert let_in(knock(house.visitor(), kari))
    assert not let_in(knock(house.visitor(), kari))
    assert not let_in(knock(house.visitor(), kari, code=kari.code(-1)))
    assert let_in(knock(house.visitor(), kari, code=kari.code(1)))


def test_the_code_that_connected_the_app_opens_nothing(house, kari):
    assert not let_in(knock(house.visitor(), kari, code=kari.code(-1)))


@pytest.mark.parametrize("steps", [-3, 3])
def test_a_code_of_another_time_opens_nothing(house, kari, steps):
    assert not let_in(knock(house.visitor(), kari, code=kari.code(steps)))


def test_a_wrong_password_does_not_use_up_the_code(house, kari):
    knock(house.visitor(), kari, password="wrong")
    assert let_in(knock(house.visitor(), kari))


def test_a_spare_code_opens_once_however_it_is_typed(house, kari):
    assert len(set(kari.spare)) == 10
    assert let_in(knock(house.visitor(), kari, code=kari.spare[3].upper().replace("-", " ")))
    assert not let_in(knock(house.visitor(), kari, code=kari.spare[3]))
    assert let_in(knock(house.visitor(), kari, code=kari.spare[4]))
    assert "Reservekoder igjen: 8." in kari.client.get("/account").text


def test_whoever_no_longer_works_here_is_not_let_in(house, kari):
    with house.app.app_context(), writing(house.session()):
        house.session().execute(update(UserRow).where(UserRow.email == EMAIL).values(closed=True))
    assert not let_in(knock(house.visitor(), kari))


def test_a_new_choice_ends_the_old_one_and_other_sessions_and_is_told_by_mail(house, kari, tmp_path):
    elsewhere = house.visitor()
    knock(elsewhere, kari)
    new = set_up(kari.client, EMAIL, "en helt annen setning")
    assert elsewhere.get("/events").status_code == 302
    assert kari.client.get("/events").status_code == 200
    assert not let_in(knock(house.visitor(), kari, code=kari.code(1)))
    assert not let_in(knock(house.visitor(), kari, code=kari.spare[0]))
    assert let_in(knock(house.visitor(), new, password="en helt annen setning"))
    assert len(list((tmp_path / "mail").iterdir())) == 2


def test_what_is_removed_opens_nothing(house, kari):
    asked = kari.client.get("/account/password/remove")
    assert "Ja, ta bort" in asked.text
    assert let_in(knock(house.visitor(), kari))
    kari.client.post("/account/password/remove", data={"csrf_token": token(kari.client, "/account")})
    assert not let_in(knock(house.visitor(), kari, code=kari.code(1)))
    with house.app.app_context():
        assert house.session().scalars(select(SpareRow.id)).all() == []


def test_nothing_is_kept_before_a_code_has_shown_that_the_app_is_connected(house):
    client = house.visit("organiser")
    page = client.get("/account/password").text
    form = {"csrf_token": token(client, "/account"), "password": PASSWORD, "sealed": key_in(page)[1], "code": "000000"}
    answer = client.post("/account/password", data=form)
    assert answer.status_code == 400
    assert key_in(answer.text)[0] == key_in(page)[0]  # the app that was connected goes on
    assert PASSWORD not in answer.text
    with house.app.app_context():
        assert house.session().scalars(select(PasswordRow.user_id)).all() == []


def test_a_secret_that_was_offered_to_somebody_else_is_not_taken(house, kari):
    other = house.visit("host")
    page = kari.client.get("/account/password").text
    secret, sealed = key_in(page)
    form = {"csrf_token": token(other, "/account"), "password": PASSWORD, "sealed": sealed}
    kari.secret = secret
    assert other.post("/account/password", data=form | {"code": kari.code()}).status_code == 400


@pytest.mark.parametrize("password", ["", "elleve tegn", "x" * 201])
def test_a_password_that_is_too_short_or_too_long_is_refused(house, password):
    client = house.visit("organiser")
    form = {"csrf_token": token(client, "/account"), "password": password, "code": "1"}
    assert client.post("/account/password", data=form).status_code == 400


def test_nothing_kept_can_be_read_without_the_key(house, kari, tmp_path):
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("speeddate.sqlite*"))
    assert [each for each in (PASSWORD, kari.secret, *kari.spare) if each.encode() in kept] == []


def test_a_new_session_begins_and_the_old_cookie_does_nothing(house, kari):
    client = house.visitor()
    client.get("/sign-in/password")
    before = client.get_cookie("speeddate").value
    knock(client, kari)
    after = client.get_cookie("speeddate").value
    client.set_cookie("speeddate", before)
    assert client.get("/events").status_code == 302
    client.set_cookie("speeddate", after)
    client.post("/sign-out", data={"csrf_token": token(client, "/account")})
    client.set_cookie("speeddate", after)
    assert client.get("/events").status_code == 302


def test_it_takes_as_long_for_nobody_as_for_somebody(house, kari):
    spent = {EMAIL: [], "nobody@hamar.example": []}
    with house.app.app_context():
        for n in range(8):
            for email, times in spent.items():
                begun = process_time()
                passwords.sign_in(house.session(), passwords.Tried(email, "x", "0", f"10.0.0.{n}"))
                times.append(process_time() - begun)
                forget(house)
    somebody, nobody = map(median, spent.values())
    assert 0.7 < somebody / nobody < 1.4


def forget(house):
    """Let the time pass that attempts are counted for."""
    with writing(house.session()):
        house.session().execute(update(AttemptRow).values(until=now() - timedelta(seconds=1)))


def told(answer, email):
    """Read what a page tells, without what differs each time: who asked, and the token of the form."""
    return re.sub(r'(name="csrf_token"[^>]*value=)"[^"]+"', r"\1", answer.text.replace(email, ""))
