"""A candidate's own link and code: what they open, and what they do not."""

import email
import re
from email import policy

import pytest

from speeddate.store.mail import MessageRow
from tests.web.test_candidates import home
from tests.web.test_own import TOLD, kept, press


def test_a_link_leads_home_and_nowhere_else(house):
    client, _ = house.guest("candidates", TOLD.id)
    assert client.get("/").location == "/me"
    assert TOLD.name in client.get("/me").text
    pages = ("/events", f"/events/{house.event}", f"{home(house)}/{TOLD.id}/steps", "/my-meetings")
    assert [client.get(page).status_code for page in pages] == [404] * 4


def test_what_is_private_waits_for_the_code(house):
    client, made = house.guest("candidates", TOLD.id, unlocked=False)
    for page, where in (("needs", "needs"), ("when", "when"), ("summary", "summary"), ("mine.json", "everything")):
        assert client.get(f"/me/{page}").location == f"/me/code?page={where}"
    before = kept(house)
    assert press(client, "/me/needs", version="1").location == "/me/code?page=needs"
    assert kept(house) == before
    assert press(client, "/me/code", code=made.code, page="needs").location == "/me/needs"
    assert client.get("/me/needs").status_code == 200


def test_after_five_wrong_codes_the_right_one_must_wait(house):
    client, made = house.guest("candidates", TOLD.id, unlocked=False)
    wrong = "000000" if made.code != "000000" else "111111"
    assert [press(client, "/me/code", code=wrong).status_code for _ in range(5)] == [400] * 5
    assert press(client, "/me/code", code=made.code).status_code == 400
    assert client.get("/me/needs").status_code == 302


@pytest.mark.parametrize("onward", ["//elsewhere.example", "https://elsewhere.example", "/events", "../events.every"])
def test_the_code_leads_nowhere_but_home(house, onward):
    client, made = house.guest("candidates", TOLD.id, unlocked=False)
    answer = press(client, "/me/code", code=made.code, page=onward)
    assert answer.location == "/me"


def test_a_new_link_shuts_the_old_one_and_ends_its_sessions(seated):
    client, old = seated.guest("candidates", TOLD.id)
    page = f"{home(seated)}/{TOLD.id}/link"
    answer = press(seated.visit("counsellor"), page, show="yes")
    assert re.search(r"/enter/[\w-]{22}", answer.text)
    assert client.get("/me").location == "/sign-in"
    assert press(seated.visitor(), f"/enter/{old.key}").status_code == 400


def test_a_link_that_is_shut_opens_no_more(seated):
    client, old = seated.guest("candidates", TOLD.id)
    press(seated.visit("counsellor"), f"{home(seated)}/{TOLD.id}/link/shut")
    assert client.get("/me").location == "/sign-in"
    assert press(seated.visitor(), f"/enter/{old.key}").status_code == 400


def test_a_letter_says_nothing_of_where_one_is_known_and_its_address_is_not_kept(seated, tmp_path):
    press(seated.visit("counsellor"), f"{home(seated)}/{TOLD.id}/link", email="kim@example.org").close()
    (sent,) = tmp_path.glob("mail/*.eml")
    letter = email.message_from_bytes(sent.read_bytes(), policy=policy.default)
    assert letter["To"] == "kim@example.org"
    assert not re.search(r"\bnav\b|speed|hamar|sjansen", letter["Subject"] + letter.get_content(), re.IGNORECASE)
    with seated.app.app_context():
        assert seated.session().query(MessageRow).count() == 0
