"""A plan is made beside the pages: once, from what holds now, and whoever makes it may die."""

from contextlib import nullcontext as nothing
from dataclasses import replace
from datetime import timedelta

import pytest

from speeddate.domain.outcome import Undecided
from speeddate.domain.people import Pin
from speeddate.services import errands, events
from speeddate.services.access import offices
from speeddate.services.board import drafts, editing, moving, solved, solving
from speeddate.services.board.drafts import Pair
from speeddate.services.board.editing import MovedOnError
from speeddate.services.parts import Kept
from speeddate.services.permissions import RefusedError, Where
from speeddate.services.registration import candidates
from speeddate.solver.clock import Clock
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.jobs import JobRow, latest_job
from tests.services.evenings import evening
from tests.web.conftest import app_in, enrolled

SMALL = evening(candidates=3, employers=2)


@pytest.fixture
def office(tmp_path):
    """Give a session, an organiser and a small event of theirs."""
    app = app_in(tmp_path)
    with app.app_context():
        for role in ("organiser", "counsellor"):
            enrolled(app, role, "Hamar")
        session = app.extensions["stored"].session()
        who = offices.organiser_of(session, "Hamar")
        yield session, who, events.add(session, who, SMALL)
        app.extensions["stored"].session.remove()
        app.extensions["stored"].engine.dispose()


def row_of(session, event):
    return session.get_one(EventRow, event)


def stand(office):
    session, who, event = office
    return solving.stand(session, who, row_of(session, event))


def change(session, job, **values):
    with writing(session):
        row = session.get_one(JobRow, job)
        for key, value in values.items():
            setattr(row, key, value)


def locked(office):
    """Have a plan made, and lock its first meeting; gives the draft as it was before, and who meets whom."""
    session, who, event = office
    solved.solve(session, solving.ask(session, who, event))
    _, draft = drafts.opened(session, who, row_of(session, event), 1)
    pair = Pair.of(draft.board.schedule.meetings[0])
    editing.edit(
        session, who, event, (1, draft.version), "locked", lambda _, held: moving.locked(held, pair, lock=True)
    )
    return draft, pair


def test_before_anybody_has_asked_there_is_nothing_to_tell(office):
    assert stand(office) is None


def test_what_was_asked_for_becomes_a_draft(office):
    session, who, event = office
    solved.solve(session, solving.ask(session, who, event))
    assert (stand(office).state, stand(office).draft) == ("done", 1)
    _, draft = drafts.opened(session, who, row_of(session, event), 1)
    assert {meeting.candidate for meeting in draft.board.schedule.meetings} == set(SMALL.candidate)


def test_asking_twice_gives_the_plan_that_is_being_made(office):
    session, who, event = office
    assert solving.ask(session, who, event) == solving.ask(session, who, event)


def test_only_one_makes_it_when_two_are_woken(office):
    session, who, event = office
    job = solving.ask(session, who, event)
    solved.solve(session, job)
    solved.solve(session, job)
    assert [each.number for each in drafts.listed(session, who, row_of(session, event))] == [1]


@pytest.mark.parametrize(
    ("changed", "state"), [({"strengths": "Rolig"}, "done"), ({"name": "Kim"}, "stale"), ({"max_meetings": 4}, "stale")]
)
def test_a_plan_is_taken_unless_something_that_decides_has_changed_meanwhile(office, monkeypatch, changed, state):
    session, who, event = office
    plan = solved.plan

    def meanwhile(*given, **how):
        row = candidates.opened(session, who, row_of(session, event), "K01")
        candidates.change(session, who, Where(event, "K01"), Kept(changed, row.version))
        return plan(*given, **how)

    monkeypatch.setattr(solved, "plan", meanwhile)
    solved.solve(session, solving.ask(session, who, event))
    assert (stand(office).state, len(drafts.listed(session, who, row_of(session, event)))) == (state, state == "done")


def test_whoever_does_not_beat_is_lost_and_what_they_bring_is_not_taken(office, monkeypatch):
    session, who, event = office
    job, plan = solving.ask(session, who, event), solved.plan

    def asleep(*given, **how):
        change(session, job, beat_at=now() - timedelta(minutes=1))
        assert stand(office).state == "lost"
        assert solving.ask(session, who, event) != job
        return plan(*given, **how)

    monkeypatch.setattr(errands, "BETWEEN_BEATS", 60.0)
    monkeypatch.setattr(solved, "plan", asleep)
    solved.solve(session, job)
    assert (stand(office).state, drafts.listed(session, who, row_of(session, event))) == ("waiting", [])


def test_a_process_that_dies_is_told_of_and_another_can_begin(office):
    session, who, event = office
    job = solving.ask(session, who, event)
    errands.fail(session, job)
    assert stand(office).state == "failed"
    assert solving.ask(session, who, event) != job


def test_a_process_that_dies_after_it_was_done_changes_nothing(office):
    session, who, event = office
    job = solving.ask(session, who, event)
    solved.solve(session, job)
    errands.fail(session, job)
    assert stand(office).state == "done"


def test_who_watches_sees_whether_it_goes_on(office):
    session, who, event = office
    job = solving.ask(session, who, event)
    assert errands.beats(session, job, starting=True)
    assert not errands.beats(session, job)
    change(session, job, state="running")
    assert errands.beats(session, job)
    change(session, job, beat_at=now() - timedelta(minutes=1))
    assert not errands.beats(session, job)
    assert session.get_one(JobRow, job).state == "lost"
    assert not errands.beats(session, job, ready=True)
    assert not errands.beats(session, job)
    assert not errands.beats(session, "nobody")


@pytest.mark.parametrize(("silent", "ready", "then"), [(7, True, 0), (7, False, 7), (5, True, 5)])
def test_who_is_ready_and_never_has_their_turn_is_taken_to_be_at_work(office, silent, ready, then):
    session, who, event = office
    job = solving.ask(session, who, event)
    change(session, job, state="running", beat_at=now() - timedelta(seconds=silent))
    assert errands.beats(session, job, ready=ready)
    beat = now() - session.get_one(JobRow, job).beat_at
    assert timedelta(seconds=then) <= beat < timedelta(seconds=then + 2)


def test_a_plan_in_the_queue_waits_as_long_as_somebody_is_at_work(office):
    session, who, event = office
    first, second = (solving.ask(session, who, each) for each in (events.add(session, who, SMALL), event))
    change(session, first, state="running", beat_at=now())
    for beats in (True, False):
        change(session, second, asked_at=now() - timedelta(minutes=1), beat_at=None)
        if beats:
            errands.beats(session, first)
        assert stand(office).state == ("waiting" if beats else "lost")


def test_stopping_keeps_the_best_so_far(office, monkeypatch):
    session, who, event = office
    job, plan, clocks = solving.ask(session, who, event), solved.plan, []

    def stopped(*given, clock, **how):
        solving.stop(session, who, event)
        assert stand(office).stopping
        clocks.append(clock)
        return plan(*given, clock=Clock(), **how)

    monkeypatch.setattr(errands, "BETWEEN_BEATS", 0.05)
    monkeypatch.setattr(solved, "plan", stopped)
    solved.solve(session, job)
    assert clocks[0].left is not None
    assert stand(office).state == "done"


def test_decisions_that_clash_are_told_instead(office):
    session, who, _ = office
    pins = (Pin(candidate="K01", employer="E1", start=930), Pin(candidate="K02", employer="E1", start=930))
    event = events.add(session, who, replace(SMALL, pins=pins))
    solved.solve(session, solving.ask(session, who, event))
    told = solving.stand(session, who, row_of(session, event))
    assert (told.state, told.draft, len(told.clash) > 1) == ("nothing", None, True)


@pytest.mark.parametrize("state", ["stopped", "undecided"])
def test_where_no_time_was_left_it_is_told_who_ended_it(office, monkeypatch, state):
    session, who, event = office
    job = solving.ask(session, who, event)
    if state == "stopped":
        solving.stop(session, who, event)
    monkeypatch.setattr(solved, "plan", lambda *_, **__: Undecided(0.1))
    solved.solve(session, job)
    assert (stand(office).state, stand(office).draft) == (state, None)


def test_a_plan_made_again_keeps_what_is_locked(office):
    session, who, event = office
    draft, pair = locked(office)
    solved.solve(session, solving.ask(session, who, event, 1))
    _, again = drafts.opened(session, who, row_of(session, event), 2)
    assert (again.board.meeting(pair), again.board.locked) == (draft.board.meeting(pair), {pair})


def test_steps_are_taken_back_and_forth(office):
    session, who, event = office
    solved.solve(session, solving.ask(session, who, event))
    whole, first = drafts.opened(session, who, row_of(session, event), 1)
    pair = Pair.of(first.board.schedule.meetings[0])
    editing.edit(
        session, who, event, (1, first.version), "unplaced", lambda _, held: moving.unplaced(whole, held, pair)
    )
    _, second = drafts.opened(session, who, row_of(session, event), 1)
    assert (second.undo, second.redo) == ("unplaced", "")
    assert editing.step(session, who, event, (1, second.version), -1)
    _, third = drafts.opened(session, who, row_of(session, event), 1)
    assert (third.board, third.undo, third.redo) == (first.board, "", "unplaced")
    assert editing.step(session, who, event, (1, third.version), 1)
    _, fourth = drafts.opened(session, who, row_of(session, event), 1)
    assert fourth.board == second.board
    assert not editing.step(session, who, event, (1, fourth.version), 1)


def test_a_new_step_ends_what_was_undone(office):
    session, who, event = office
    draft, _ = locked(office)
    editing.step(session, who, event, (1, draft.version + 1), -1)
    editing.edit(session, who, event, (1, draft.version + 2), "instead", lambda _, held: held.saying("x", "y"))
    _, now_ = drafts.opened(session, who, row_of(session, event), 1)
    assert (now_.undo, now_.redo, now_.board.locked) == ("instead", "", frozenset())


def test_whoever_is_later_is_told_and_changes_nothing(office):
    session, who, event = office
    solved.solve(session, solving.ask(session, who, event))
    _, draft = drafts.opened(session, who, row_of(session, event), 1)
    for _ in range(2):
        with pytest.raises(MovedOnError) if _ else nothing():
            editing.edit(session, who, event, (1, draft.version), "instead", lambda _, held: held.saying("x", "y"))


def test_only_organisers_make_plans(office):
    session, _, event = office
    counsellor = offices.visitor_of(session, "counsellor@hamar.example")
    for deed in (
        lambda: solving.ask(session, counsellor, event),
        lambda: solving.stop(session, counsellor, event),
        lambda: solving.stand(session, counsellor, row_of(session, event)),
        lambda: editing.step(session, counsellor, event, (1, 1), 1),
        lambda: drafts.listed(session, counsellor, row_of(session, event)),
    ):
        with pytest.raises(RefusedError):
            deed()
    assert latest_job(session, event) is None
