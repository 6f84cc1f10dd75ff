"""Two people who do different things about the same candidate at once, on either database: neither undoes the other."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from speeddate.domain.text import Text
from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import guests, offices
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.permissions import Guest, RefusedError, Where
from speeddate.services.registration import consents, firm, interest, leaving, own, preparing, wishes, withdrawal
from speeddate.services.registration.steps import Progress
from speeddate.services.setup import stations
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.progress import progress_in

TIMES = 10
SENTENCE = Text("Vil du?", "Vil du?", "Would you?")
TOLD = (ChangedError, RefusedError)


@pytest.fixture
def evening(app):
    with app.app_context():
        session = app.extensions["stored"].session()
        offices.enrol(session, office="Hamar", email="kari@example.org", name="Kari", roles=["organiser"])
        who = offices.organiser_of(session, "Hamar")
        return who, events.add(session, who, read_event(files.example("ta-sjansen")))


def guest(event, list_, ref):
    return Guest("guest", list_, Where(event, ref), None, knows_code=True)


def test_two_steps(app, evening):
    me = guest(evening[1], "candidates", "K01")

    def tick(step, done):
        return lambda session: own.tick(session, me, me.where, step, done=done)

    for n in range(TIMES):
        done = n % 2 == 0
        assert both(app, tick("practised", done), tick("ready", done)) == [None, None]
        assert progress(app, me.where) == Progress(practised=done, ready=done)


def test_a_yes_that_is_taken_back_while_an_employer_answers(app, evening):
    me, employer = guest(evening[1], "candidates", "K01"), guest(evening[1], "employers", "E1")

    def hide(session):
        consents.show(session, me, me.where, SENTENCE, yes=False)

    def say(session):
        board = interest.board(session, employer)
        interest.say(session, employer, {each.number: 3 for each in board.candidates}, board.version)

    for _ in range(TIMES):
        run(app, lambda session: consents.show(session, me, me.where, SENTENCE, yes=True))
        assert set(both(app, hide, say)) <= {None, ChangedError}
        assert "K01" not in run(app, lambda session: firm.opened(session, employer).content.get("interest", {}))


def test_a_withdrawal_and_a_step(app, evening):
    for ref in [f"K{n:02d}" for n in range(1, TIMES + 1)]:
        me = guest(evening[1], "candidates", ref)
        steps = [
            lambda session, me=me: withdrawal.withdraw(session, me, me.where),
            lambda session, me=me: own.tick(session, me, me.where, "ready", done=True),
        ]
        assert set(both(app, *steps)) <= {None, RefusedError}
        assert progress(app, me.where).away["id"] == ref


def test_somebody_comes_back_twice(app, evening):
    me = guest(evening[1], "candidates", "K01")
    for _ in range(TIMES):
        run(app, lambda session: withdrawal.withdraw(session, me, me.where))
        assert both(app, *[lambda session: withdrawal.say_yes(session, me, me.where)] * 2) == [None, None]


@pytest.mark.parametrize("ref", [f"E{n}" for n in range(1, 7)])
def test_an_employer_leaves_while_somebody_wishes_for_it(app, evening, ref):
    who, event = evening
    me = guest(event, "candidates", "K01")

    def wish(session):
        mine = own.opened(session, me, me.where)
        wishes.wish(session, me, me.where, Kept({"wishes": [ref]}, mine.kept.version))

    answers = both(app, lambda session: leaving.remove(session, who, Where(event, ref)), wish)
    assert (answers[0], answers[1] in {None, *TOLD}) == (None, True)


def test_a_station_is_removed_while_somebody_changes_it(app, evening):
    who, event = evening

    def change(where):
        return lambda session: stations.change(session, who, where, Kept({"name": "Plass"}, 1))

    for ref in ("P1", "P2", "P3", "P4"):
        where = Where(event, ref)
        answers = both(app, lambda session, where=where: stations.remove(session, who, where), change(where))
        assert (answers[0], answers[1] in {None, *TOLD}) == (None, True)


def test_a_candidate_is_handed_over_while_they_write(app, evening):
    who, event = evening
    me = guest(event, "candidates", "K01")

    def write(session):
        mine = own.opened(session, me, me.where)
        own.change(session, me, me.where, Kept({"wants": "Lager"}, mine.kept.version), "own words changed")

    for n in range(TIMES):
        giver = run(app, lambda session: own.opened(session, me, me.where).content["counsellor"])
        to = "V1" if giver != "V1" else "V2"
        where = Where(event, giver)

        def give(session, where=where, to=to):
            preparing.hand_over(session, who, where, ["K01"], to)

        answers = both(app, give, write)
        assert (n, answers[0], answers[1] in {None, ChangedError}) == (n, None, True)


def test_an_old_link_leads_nowhere_once_there_is_a_new_one(app, evening):
    where = Where(evening[1], "E1")

    def invited(session):
        with writing(session):
            return guests.invite(session, "test", "employers", where).key

    for _ in range(TIMES):
        key, stays = run(app, invited), []
        both(app, lambda session, key=key, stays=stays: stays.append(guests.enter(session, key)), invited)
        assert [
            stay for stay in stays if stay and run(app, lambda session, stay=stay: guests.guest(session, stay))
        ] == []


def progress(app, where):
    def read(session):
        return Progress(**progress_in(session, session.get_one(EventRow, where.event), where.ref))

    return run(app, read)


def run(app, do):
    with app.app_context():
        try:
            return do(app.extensions["stored"].session())
        finally:
            app.extensions["stored"].session.remove()


def both(app, *deeds):
    """Let two do something at once, and tell what each was answered."""
    ready = Barrier(2)

    def one(deed):
        def when_ready(session):
            session.connection()
            ready.wait()
            try:
                deed(session)
            except TOLD as told:
                return type(told)

        return run(app, when_ready)

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, deeds))
