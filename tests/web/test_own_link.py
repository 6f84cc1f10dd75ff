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


@pytest.mark.parametrize("between", [" ", "-", "\u00a0"])
def test_a_code_that_was_read_aloud_opens_with_gaps_as_it_was_heard(house, between):
    client, made = house.guest("candidates", TOLD.id, unlocked=False)
    typed = f" {made.code[:3]}{between}{made.code[3:]}"
    assert press(client, "/me/code", code=typed, page="needs").location == "/me/needs"


def test_after_five_wrong_codes_the_right_one_must_wait_and_is_told_so(house):
    client, made = house.guest("candidates", TOLD.id, unlocked=False)
    wrong = "000000" if made.code != "000000" else "111111"
    tries = [press(client, "/me/code", code=code) for code in (*[wrong] * 6, made.code)]
    assert [answer.status_code for answer in tries] == [400] * 7
    assert ["Vent et kvarter" in answer.text for answer in tries] == [False] * 4 + [True] * 3
    assert without_code(tries[-2].text) == without_code(tries[-1].text)
    assert client.get("/me/needs").status_code == 302


def without_code(page):
    """Leave out of a page what was written there, and the tokens of its forms."""
    return re.sub(r'value="[^"]*"', "", page)


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


def test_beside_the_button_that_sends_it_says_that_the_old_link_and_code_end(seated):
    counsellor, page = seated.visit("counsellor"), f"{home(seated)}/{TOLD.id}/link"
    told, before = "Sender du, lager vi en ny lenke og en ny kode. De gamle slutter å virke.", counsellor.get(page).text
    press(counsellor, page, show="yes")
    after = counsellor.get(page).text
    assert (told in before, told in after) == (False, True)
    assert after.index('id="email"') < after.index(told) < after.index("Send lenka")


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


@pytest.mark.parametrize("end", ["link/shut", "erase", "link"])
def test_a_link_that_opens_no_more_is_not_sent_afterwards(seated, end):
    client = seated.visit("counsellor")
    press(client, f"{home(seated)}/{TOLD.id}/link", email="kim@example.org")
    assert waiting(seated) == ["kim@example.org"]
    press(client, f"{home(seated)}/{TOLD.id}/{end}", show="yes")
    assert waiting(seated) == []


def waiting(seated):
    with seated.app.app_context():
        return [letter.to for letter in seated.session().query(MessageRow)]
