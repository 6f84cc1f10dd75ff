"""When a plan is published, everybody sees their own evening, and nobody else's."""

import pytest
from icalendar import Calendar
from sqlalchemy import select

from speeddate.services import frame
from speeddate.store.database import writing
from speeddate.store.journal import EntryRow
from speeddate.store.published import PublishedRow
from tests.web.test_candidates import EVENING

FIRST, SECOND = EVENING.candidates[:2]
NOT_YET = "Planen er ikke klar ennå."


@pytest.fixture
def unpublished(house):
    with house.app.app_context(), writing(house.session()):
        house.session().query(PublishedRow).delete()
    return house


def noted(house):
    with house.app.app_context():
        return [
            (row.what, row.about.partition(" ")[2])
            for row in house.session().scalars(select(EntryRow))
            if row.what == "sheet read"
        ]


def test_an_employer_sees_their_own_meetings_and_no_other_candidate(house):
    page = house.visit("employer").get("/my-meetings/plan").text
    assert (FIRST.name in page, SECOND.name in page) == (True, False)
    assert noted(house) == [("sheet read", "E1")]


def test_an_employer_without_a_meeting_sees_none(house):
    client, _ = house.guest("employers", "E6")
    with house.app.app_context(), writing(house.session()):
        house.session().query(PublishedRow).delete()
    assert NOT_YET in client.get("/my-meetings/plan").text
    assert client.get("/my-meetings/calendar").status_code == 404


def test_a_candidate_sees_their_own_time_and_place_behind_their_code(house):
    client, _ = house.guest("candidates", FIRST.id, unlocked=False)
    assert client.get("/me/plan").location.startswith("/me/code")
    client, _ = house.guest("candidates", FIRST.id)
    page = client.get("/me/plan").text
    assert ("15.30" in page, EVENING.employers[0].name in page, SECOND.name in page) == (True, True, False)


def test_a_candidate_from_whom_employers_are_hidden_sees_no_employer_before_the_day(house, monkeypatch):
    monkeypatch.setattr(frame, "employers_hidden", lambda *_: True)
    client, _ = house.guest("candidates", FIRST.id)
    page = client.get("/me/plan").text
    assert ("Du får vite kven du skal møte, på dagen." in page, EVENING.employers[0].name in page) == (True, False)


def test_a_counsellor_sees_where_to_be_and_their_own_candidates_alone(seated):
    page = seated.visit("counsellor").get(f"/events/{seated.event}/my-evening").text
    shown = {each.id for each in EVENING.candidates if each.name and f">{each.name}<" in page}
    assert shown == {each.id for each in EVENING.candidates if each.counsellor == "V1"}


def test_a_counsellor_of_no_candidate_there_sees_nothing(house):
    assert house.visit("counsellor").get(f"/events/{house.event}/my-evening").status_code == 404


def test_a_host_sees_who_comes_when(house):
    page = house.visit("host").get(f"/events/{house.event}/check-in").text
    assert FIRST.name in page


@pytest.mark.parametrize("page", ["check-in", "run-sheet"])
def test_before_a_plan_is_published_there_is_nothing_to_see(unpublished, page):
    assert NOT_YET in unpublished.visit("host").get(f"/events/{unpublished.event}/{page}").text


def test_before_a_plan_is_published_guests_are_asked_to_come_back(unpublished):
    assert NOT_YET in unpublished.visit("employer").get("/my-meetings/plan").text
    client, _ = unpublished.guest("candidates", FIRST.id)
    assert "Planen er ikkje klar enno." in client.get("/me/plan").text
    assert noted(unpublished) == []


def test_an_employer_puts_their_meetings_in_a_calendar_that_names_nobody(house):
    answer = house.visit("employer").get("/my-meetings/calendar")
    events = Calendar.from_ical(answer.data).walk("VEVENT")
    assert (answer.mimetype, len(events), FIRST.name in answer.text) == ("text/calendar", 1, False)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="moter.ics"'


def test_a_counsellor_gets_a_calendar_of_their_own_alone(seated):
    client = seated.visit("counsellor")
    assert client.get(f"/events/{seated.event}/calendar/V1").mimetype == "text/calendar"
    assert client.get(f"/events/{seated.event}/calendar/V2").status_code == 404


def test_sheets_on_pages_load_nothing_that_the_policy_forbids(house):
    page = house.visit("employer").get("/my-meetings/plan").text
    assert [word for word in ("<style", "style=", "data:", "<script>") if word in page] == []


def test_everybody_who_looks_is_noted(house):
    for role in ("host", "organiser"):
        house.visit(role).get(f"/events/{house.event}/check-in")
    assert len(noted(house)) == 2
