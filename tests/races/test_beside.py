"""Two who do different things about one candidate or employer at once, on either database: both are done, once."""

from functools import partial

import pytest

from speeddate.domain.text import Text
from speeddate.services.access import guests, offices
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.permissions import Guest, RefusedError, Where
from speeddate.services.registration import consents, employers, inviting, leaving, own, withdrawal
from speeddate.store.database import writing
from speeddate.store.events import EventRow, parts_of
from speeddate.store.progress import progress_in
from tests.races.visitors import at_once, times
from tests.web.test_own import TOLD

TURNS = times(few=10, all_of_them=200)
OWN_WORDS = Text("a", "b", "c")


@pytest.fixture
def race(house):
    """Let two do their things at once, each with a session of their own."""
    where = Where(house.event, TOLD.id)
    candidate = Guest("test", "candidates", where, "nb", knows_code=True)

    def run(*deeds):
        def alone(deed):
            with house.app.app_context():
                try:
                    return deed(house.session())
                finally:
                    house.app.extensions["stored"].session.remove()

        return at_once([partial(alone, deed) for deed in deeds])

    return run, candidate, where


def read(house, ask):
    with house.app.app_context():
        session = house.session()
        return ask(session, session.get_one(EventRow, house.event))


def test_two_steps_at_once_are_both_kept(house, race):
    run, who, where = race
    for turn in range(TURNS):
        done = turn % 2 == 0
        run(*(partial(own.tick, who=who, where=where, step=step, done=done) for step in ("ready", "sent")))
        progress = read(house, lambda session, event: progress_in(session, event, TOLD.id))
        assert (progress.get("ready", False), progress.get("sent", False)) == (done, done)


def test_who_comes_back_twice_at_once_is_there_once(house, race):
    run, who, where = race
    for _ in range(TURNS):
        run(*[lambda session: withdrawal.withdraw(session, who, where)] * 2)
        run(*[lambda session: withdrawal.say_yes(session, who, where)] * 2)
        there = read(house, lambda session, event: [each["id"] for each in parts_of(session, event, "candidates")])
        assert there.count(TOLD.id) == 1


def test_two_links_made_at_once_for_one_leave_one_that_opens(house, race):
    run, _, _ = race
    with house.app.app_context():
        who = offices.organiser_of(house.session(), "Hamar")
    employer = Where(house.event, "E1")
    for _ in range(TURNS):
        keys = run(*[lambda session: inviting.invite(session, who, employer)] * 2)
        open_ = [read(house, lambda session, _, key=key: guests.opens(session, key)) for key in keys]
        assert sorted(open_) == [False, True]
        run(*[lambda session: withdrawn_link(session, employer)] * 2)


def withdrawn_link(session, where):
    with writing(session):
        guests.forget(session, "employers", where)


def test_a_yes_taken_back_forgets_what_an_employer_says_in_the_same_moment_or_before(house, race):
    run, who, where = race
    with house.app.app_context():
        organiser = offices.organiser_of(house.session(), "Hamar")
    employer = Where(house.event, "E1")

    def change(session):
        with house.app.app_context():
            kept = employers.opened(session, organiser, session.get_one(EventRow, house.event), "E1")
            session.rollback()
        try:
            employers.change(session, organiser, employer, Kept({"interest": {TOLD.id: 3}}, kept.version))
        except ChangedError:
            return

    for _ in range(TURNS):
        run(change, lambda session: consents.show(session, who, where, OWN_WORDS, yes=False))


def test_an_employer_who_leaves_while_somebody_changes_them_is_gone(house, race):
    run, _, _ = race
    with house.app.app_context():
        who = offices.organiser_of(house.session(), "Hamar")

    def change(session, where, version):
        try:
            employers.change(session, who, where, Kept({"line": "Nytt"}, version))
        except (RefusedError, ChangedError):
            return

    for _ in range(TURNS):
        with house.app.app_context():
            where = Where(house.event, employers.add(house.session(), who, house.event, {"name": "Verkstedet"}))
        run(partial(leaving.remove, who=who, where=where), partial(change, where=where, version=1))
        there = read(house, lambda session, event: [each["id"] for each in parts_of(session, event, "employers")])
        assert where.ref not in there
