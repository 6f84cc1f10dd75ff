"""Who guesses is stopped; who shares an address with somebody who guesses is not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from speeddate.services.access import doors, limits, passwords
from speeddate.services.access.limits import Refusal
from speeddate.services.access.passwords import Tried
from speeddate.store.attempts import AttemptRow
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.passwords import PasswordRow
from speeddate.web.visiting import whence
from tests.web.conftest import app_in, enrolled, token
from tests.web.passwords import NOON, PASSWORD, knock, let_in, set_up

EMAIL = "organiser@hamar.example"
STAFF = 60


@pytest.fixture(autouse=True)
def _noon(monkeypatch):
    monkeypatch.setattr(passwords, "now", lambda: NOON)


@pytest.fixture
def kari(house):
    return set_up(house.visit("organiser"), EMAIL)


@pytest.fixture
def quick(monkeypatch):
    """Let hashing take no time, where many try."""
    monkeypatch.setattr(passwords, "matches", lambda kept, password: password == PASSWORD)


@pytest.mark.usefixtures("quick")
def test_five_failures_stop_an_account_for_a_quarter_even_for_whoever_knows_it_all(house, kari):
    answers = [knock(house.visitor(), kari, password="guess").status_code for _ in range(6)]
    assert answers == [400] * 5 + [429]
    assert "Vent et kvarter" in knock(house.visitor(), kari).text
    pass_by(house, limits.ACCOUNT.within)
    assert let_in(knock(house.visitor(), kari))


@pytest.mark.usefixtures("quick")
def test_an_account_that_is_stopped_is_stopped_from_everywhere_and_in_any_letters(house, kari):
    for n in range(5):
        knock_from(house, f"10.0.0.{n}", kari.email)
    assert knock_from(house, "10.0.1.1", " Organiser@HAMAR.example ") is Refusal.TOO_MANY


@pytest.mark.usefixtures("quick")
def test_nobody_is_told_who_is_here_by_being_stopped(house):
    answers = [knock_from(house, "10.0.0.1", "nobody@hamar.example") for _ in range(6)]
    assert answers == [Refusal.WRONG] * 5 + [Refusal.TOO_MANY]


@pytest.mark.usefixtures("quick")
def test_others_behind_the_same_address_are_not_locked_out(house, kari):
    for who in ("host", "liaison", "county"):
        for _ in range(7):
            knock_from(house, "127.0.0.1", f"{who}@hamar.example")
    assert let_in(knock(house.visitor(), kari))


def test_sixty_people_behind_one_address_sign_in_within_a_minute(house):
    begun = now()
    with house.app.app_context():
        session = house.session()
        for n in range(STAFF):
            key = enrolled(house.app, "host", f"Office{n}")
            assert doors.send_link(session, f"host@office{n}.example", "", "10.0.0.1")
            assert not isinstance(doors.enter(session, key, "10.0.0.1"), Refusal)
    assert now() - begun < timedelta(minutes=1)


@pytest.mark.usefixtures("quick")
def test_sixty_good_passwords_a_minute_from_one_address_pass(house, kari):
    with house.app.app_context():
        for n in range(STAFF):
            half_a_minute(house)
            tried = Tried(EMAIL, PASSWORD, kari.code(), "10.0.0.1")
            assert isinstance(passwords.sign_in(house.session(), tried), str), n


@pytest.mark.usefixtures("quick")
def test_whoever_tries_many_accounts_from_one_address_is_stopped(house):
    answers = [knock_from(house, "10.0.0.1", f"x{n}@hamar.example") for n in range(limits.ADDRESS.most + 1)]
    assert answers == [Refusal.WRONG] * limits.ADDRESS.most + [Refusal.TOO_MANY]
    assert knock_from(house, "10.0.0.2", "x@hamar.example") is Refusal.WRONG


@pytest.mark.usefixtures("quick")
def test_many_guesses_at_once_are_no_way_around_it(house, kari):
    def guess(_):
        with house.app.app_context():
            return passwords.sign_in(house.session(), Tried(EMAIL, "guess", "1", "10.0.0.1"))

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(guess, range(20)))
    assert sorted(answers, key=str) == [Refusal.TOO_MANY] * 15 + [Refusal.WRONG] * 5


@pytest.mark.usefixtures("quick")
def test_processes_and_restarts_share_what_was_counted(house, kari, tmp_path):
    for _ in range(5):
        knock_from(house, "10.0.0.1", EMAIL)
    other = app_in(tmp_path)
    with other.app_context():
        session = other.extensions["stored"].session()
        assert passwords.sign_in(session, Tried(EMAIL, "x", "1", "10.0.0.9")) is Refusal.TOO_MANY
        other.extensions["stored"].engine.dispose()


def test_guessed_links_are_stopped_and_the_page_says_so(house):
    client = house.visitor()
    form = {"csrf_token": token(client)}
    for n in range(limits.LINKS.most):
        assert client.post(f"/enter/{n}", data=form).status_code == 400
    answer = client.post("/enter/x", data=form)
    assert answer.status_code == 429
    assert "Vent et kvarter" in answer.text
    elsewhere = client.post(f"/enter/{house.link('host')}", data=form, environ_overrides={"REMOTE_ADDR": "10.0.0.7"})
    assert elsewhere.status_code == 302


def test_asking_for_links_without_end_is_stopped(house):
    client = house.visitor()
    form = {"csrf_token": token(client), "email": "nobody@hamar.example"}
    answers = [client.post("/sign-in", data=form).status_code for _ in range(limits.ASKED.most + 1)]
    assert answers == [200] * limits.ASKED.most + [429]


@pytest.mark.parametrize(
    ("addresses", "together"),
    [
        (("2001:db8:1:2::1", "2001:db8:1:2:ffff::2"), True),
        (("2001:db8:1:2::1", "2001:db8:1:3::1"), False),
        (("10.0.0.1", "10.0.0.2"), False),
    ],
)
def test_a_network_of_many_addresses_is_one(house, addresses, together):
    client = house.visitor()
    form = {"csrf_token": token(client)}
    for address in addresses:
        client.post("/enter/x", data=form, environ_overrides={"REMOTE_ADDR": address})
    with house.app.app_context():
        against = house.session().scalars(select(func.count(AttemptRow.against.distinct()))).one()
    assert against == (1 if together else 2)


def test_only_what_stands_next_to_us_says_where_a_visitor_comes_from(tmp_path):
    app = app_in(tmp_path, proxies=1)
    seen = []
    app.before_request(lambda: seen.append(whence()))
    app.test_client().get("/sign-in", headers={"X-Forwarded-For": "6.6.6.6, 10.0.0.1"})
    assert seen == ["10.0.0.1"]


def test_nothing_is_counted_longer_than_it_counts(house):
    knock_from(house, "10.0.0.1", EMAIL)
    pass_by(house, limits.ACCOUNT.within)
    knock_from(house, "10.0.0.1", EMAIL)
    with house.app.app_context():
        assert house.session().scalars(select(func.count()).select_from(AttemptRow)).one() == 2


def knock_from(house, whence, email):
    with house.app.app_context():
        return passwords.sign_in(house.session(), Tried(email, "guess", "1", whence))


def pass_by(house, time):
    """Let time pass for all that was counted."""
    with house.app.app_context(), writing(house.session()):
        rows = house.session().scalars(select(AttemptRow)).all()
        for row in rows:
            row.until -= time + timedelta(seconds=1)


def half_a_minute(house):
    """Let a code open again, as if half a minute had passed."""
    with writing(house.session()):
        house.session().execute(update(PasswordRow).values(last_step=0))
