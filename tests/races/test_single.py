"""Many who want the same one thing at once, on either database: exactly one gets it."""

from collections import Counter

import pytest
from sqlalchemy import delete, update

from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import doors, offices, passwords
from speeddate.services.access.limits import Refusal
from speeddate.services.access.passwords import Tried, hashed_password, hashed_spare
from speeddate.services.registration import candidates
from speeddate.store.attempts import AttemptRow
from speeddate.store.database import writing
from speeddate.store.events import parts_of
from speeddate.store.passwords import PasswordRow, SpareRow
from tests.races.visitors import at_once, times
from tests.web.passwords import NOON, PASSWORD, Holder

MANY = 50
ROUNDS = times(few=2, all_of_them=200)
EMAIL = "organiser@hamar.example"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SPARE = "abcd-efgh"


@pytest.fixture
def rush(house):
    """Let many do the same at once, each with a session of their own; each round is the first."""

    def run(deed, many=MANY):
        def alone():
            with house.app.app_context():
                try:
                    return deed(house.session())
                finally:
                    house.app.extensions["stored"].session.remove()

        with house.app.app_context(), writing(house.session()):
            house.session().execute(delete(AttemptRow))
        return at_once([alone] * many)

    return run


@pytest.fixture
def holder(house, monkeypatch):
    """Let the organiser have a password, an app and a spare code, at noon."""
    monkeypatch.setattr(passwords, "now", lambda: NOON)
    with house.app.app_context(), writing(house.session()):
        session = house.session()
        sealed = session.info["seal"].close({"secret": SECRET})
        user = offices.user_id(session, EMAIL)
        session.add(PasswordRow(user_id=user, password=hashed_password(PASSWORD), secret=sealed))
    return Holder(EMAIL, SECRET, [SPARE])


def let_in(answers):
    return sum(not isinstance(answer, Refusal) for answer in answers)


def test_a_link_lets_one_in(house, rush):
    for _ in range(ROUNDS):
        key = house.link("organiser")
        assert let_in(rush(lambda session, key=key: doors.enter(session, key, "10.0.0.1"))) == 1


def test_a_code_from_the_app_lets_one_in(house, rush, holder):
    for _ in range(ROUNDS):
        with house.app.app_context(), writing(house.session()):
            house.session().execute(update(PasswordRow).values(last_step=0))
        tried = Tried(EMAIL, PASSWORD, holder.code(), "10.0.0.1")
        assert let_in(rush(lambda session, tried=tried: passwords.sign_in(session, tried))) == 1


def test_a_spare_code_lets_one_in(house, rush, holder):
    for _ in range(ROUNDS):
        with house.app.app_context(), writing(house.session()):
            user = offices.user_id(house.session(), EMAIL)
            house.session().add(SpareRow(user_id=user, key=hashed_spare(SPARE)))
        tried = Tried(EMAIL, PASSWORD, SPARE, "10.0.0.1")
        assert let_in(rush(lambda session, tried=tried: passwords.sign_in(session, tried))) == 1


def test_the_last_short_number_goes_to_one_and_nobody_shares_an_id_or_a_number(house, rush, monkeypatch):
    evening = read_event(files.example("ta-sjansen"))
    taken = sorted(int(each.number) for each in evening.candidates)
    with house.app.app_context():
        who = offices.organiser_of(house.session(), "Hamar")
    last = next(number for number in range(900, 1000) if number not in taken)
    monkeypatch.setattr(candidates, "NUMBERS", (str(last),))
    for _ in range(ROUNDS):
        with house.app.app_context():
            event = events.add(house.session(), who, evening)
        rush(lambda session, event=event: candidates.add(session, who, event, {"name": "Kim"}))
        with house.app.app_context():
            there = parts_of(house.session(), events.found(house.session(), who, event), "candidates")
        new = there[len(evening.candidates) :]
        doubled = [Counter(each[key] for each in there).most_common(1)[0][1] for key in ("id", "number")]
        assert (len(new), doubled, sum(each["number"] == str(last) for each in new)) == (MANY, [1, 1], 1)
