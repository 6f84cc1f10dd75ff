"""A plan is published whole or not at all, never changed afterwards, and told to those whom it concerns."""

from pathlib import Path

import pytest
from sqlalchemy import delete, select

from speeddate.domain.people import Resource
from speeddate.services import events
from speeddate.services.access import offices
from speeddate.services.board import drafts, editing, moving, offering, solved, solving
from speeddate.services.board.drafts import Pair
from speeddate.services.board.editing import MovedOnError
from speeddate.services.permissions import RefusedError
from speeddate.services.registration import seats
from speeddate.services.versions import published, publishing
from speeddate.services.versions.publishing import NotReadyError
from speeddate.services.versions.standing import standings
from speeddate.services.versions.telling import is_somebody
from speeddate.store.database import writing
from speeddate.store.events import EventRow, PartRow
from speeddate.store.mail import MessageRow
from speeddate.store.published import PublishedRow
from speeddate.store.seal import SealBrokenError
from tests.services.published import MARIT, letter, office_in

HOME = Path(__file__).parents[2]


@pytest.fixture
def office(tmp_path):
    """Give a session, an organiser, and a small event of theirs with a draft; its only counsellor is a user."""
    with office_in(tmp_path) as given:
        yield given


def draft(office, number=1):
    session, who, event = office
    return drafts.opened(session, who, session.get_one(EventRow, event), number)[1]


def publish(office, number=1):
    session, who, event = office
    return publishing.publish(session, who, event, (number, draft(office, number).version), letter)


def stand(office):
    session, who, event = office
    row = session.get_one(EventRow, event)
    return [each[:1] + each[2:] for each in standings(session, who, row, events.opened(session, row))]


def opened(office, number):
    session, who, event = office
    return published.opened(session, who, session.get_one(EventRow, event), number)


def letters(office):
    return [row.to for row in office[0].scalars(select(MessageRow))]


def edit(office, what, do):
    session, who, event = office
    editing.edit(session, who, event, (1, draft(office).version), what, do)


def take_out(office):
    pair = Pair.of(draft(office).board.schedule.meetings[0])
    edit(office, "unplaced", lambda event, held: moving.unplaced(event, held, pair))
    return pair


def test_what_is_published_is_the_draft_with_a_number_of_its_own(office):
    meetings = draft(office).board.schedule.meetings
    assert publish(office) == 1
    version = opened(office, 1)
    assert (version.schedule.meetings, version.schedule.version, len(version.hash)) == (meetings, 1, 64)


def test_a_later_draft_changes_no_version_that_is_published(office):
    publish(office)
    take_out(office)
    assert len(opened(office, 1).schedule.meetings) == 3
    assert publish(office) == 2
    assert [len(opened(office, number).schedule.meetings) for number in (1, 2)] == [3, 2]


def test_versions_are_listed_latest_first(office):
    session, who, event = office
    publish(office)
    take_out(office)
    publish(office)
    row = session.get_one(EventRow, event)
    assert [each.number for each in published.versions(session, who, row)] == [2, 1]
    assert published.held(session, row).number == 2


def test_the_first_version_is_told_to_all_who_prepare_somebody(office):
    publish(office)
    assert letters(office) == [MARIT]


def test_a_later_version_is_told_to_those_whom_it_concerns_alone(office):
    session, _, event = office
    publish(office)
    with writing(session):
        session.query(MessageRow).delete()
        session.query(seats.SeatRow).update({"ref": "V2"})
    take_out(office)
    publish(office)
    assert letters(office) == []
    assert event


def test_whoever_gets_no_letter_is_named_to_the_organiser(office):
    session, who, event = office
    row = session.get_one(EventRow, event)
    assert publishing.ready(session, who, row, 1).telling.others == ("E1", "E2")
    publish(office)
    with writing(session):
        session.query(seats.SeatRow).delete()
    moved = take_out(office)
    assert publishing.ready(session, who, row, 1).telling.others == (moved.employer, "V1")


def test_of_what_people_share_only_people_are_named_to_be_told():
    kinds = {"T1": "sign_interpreter", "T2": "spoken_interpreter:vi", "L1": "guide", "Q1": "quiet_place"}
    shared = [Resource(id=ref, kind=kind) for ref, kind in kinds.items()]
    assert [each.id for each in shared if is_somebody(each)] == ["T1", "T2", "L1"]


def test_a_letter_tells_nothing_but_where_to_look(office):
    publish(office)
    (row,) = office[0].scalars(select(MessageRow))
    assert (row.subject, row.text) == ("Subject", "Text")


def test_the_same_plan_is_not_published_twice(office):
    publish(office)
    with pytest.raises(NotReadyError, match="same"):
        publish(office)
    assert len(letters(office)) == 1


def test_of_a_version_whose_candidate_has_left_that_is_told_and_a_new_one_can_be_published(office):
    session, _, event = office
    publish(office)
    left = draft(office).board.schedule.meetings[0].candidate
    with writing(session):
        session.execute(delete(PartRow).where(PartRow.event_id == event, PartRow.ref == left))
    session.expire_all()
    assert (opened(office, 1).gone, left in [each.candidate for each in opened(office, 1).schedule.meetings]) == (
        1,
        False,
    )
    assert publish(office) == 2
    assert (opened(office, 2).gone, opened(office, 1).gone) == (0, 1)


def test_an_empty_plan_is_not_published(office):
    for _ in range(3):
        take_out(office)
    with pytest.raises(NotReadyError, match="empty"):
        publish(office)


def test_a_broken_promise_stops_it_until_somebody_says_what_is_done_instead(office):
    session, who, event = office
    pair = Pair.of(draft(office).board.schedule.meetings[0])
    whole, _ = drafts.opened(session, who, session.get_one(EventRow, event), 1)
    worst = offering.offers(whole, draft(office).board, pair.candidate, pair)[-1]
    edit(office, "moved", lambda event, held: moving.moved(event, held, pair, worst.spot))
    with pytest.raises(NotReadyError, match="broken"):
        publish(office)
    ready = publishing.ready(session, who, session.get_one(EventRow, event), 1)
    for concern in ready.shown.unanswered:
        edit(office, "instead", lambda _, held, mark=concern.mark: held.saying(mark, "Vi setter fram et bord til."))
    assert publish(office) == 1


def test_whoever_read_an_earlier_draft_publishes_nothing(office):
    session, who, event = office
    version = draft(office).version
    take_out(office)
    with pytest.raises(MovedOnError):
        publishing.publish(session, who, event, (1, version), letter)
    assert session.scalars(select(PublishedRow)).all() == []


def test_a_version_that_somebody_has_changed_is_not_shown(office):
    session, _, _ = office
    publish(office)
    with writing(session):
        session.scalars(select(PublishedRow)).one().hash = bytes(32)
    with pytest.raises(SealBrokenError):
        opened(office, 1)


def test_only_organisers_publish(office):
    session, _, event = office
    counsellor = offices.visitor_of(session, MARIT)
    with pytest.raises(RefusedError):
        publishing.publish(session, counsellor, event, (1, 1), letter)


def test_a_solved_plan_can_be_published_at_once(office):
    session, who, event = office
    solved.solve(session, solving.ask(session, who, event))
    assert publish(office, 2) == 1


def test_of_each_draft_it_is_told_how_many_meet_and_as_which_version_it_was_published(office):
    before = stand(office)
    publish(office)
    as_published = stand(office)
    take_out(office)
    assert (before, as_published, stand(office)) == ([(1, 3, 0, False)], [(1, 3, 1, False)], [(1, 2, 1, True)])


def test_a_draft_that_was_published_twice_is_told_by_its_last_version(office):
    publish(office)
    take_out(office)
    publish(office)
    assert stand(office) == [(1, 2, 2, False)]


def test_who_may_not_make_plans_is_told_of_no_draft(office):
    session, _, event = office
    row = session.get_one(EventRow, event)
    with pytest.raises(RefusedError):
        standings(session, offices.visitor_of(session, MARIT), row, events.opened(session, row))
