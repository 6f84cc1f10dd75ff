"""When a plan is published, everybody sees their own evening, and nobody else's."""

import re
from dataclasses import replace

import pytest
from icalendar import Calendar
from sqlalchemy import select

from speeddate.domain.clock import spoken
from speeddate.services.access import offices
from speeddate.services.handouts import standing
from speeddate.services.parts import Kept
from speeddate.services.setup import frame
from speeddate.services.versions import published
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.journal import EntryRow
from speeddate.store.plans import new_draft
from speeddate.store.published import PublishedRow, add_version
from speeddate.store.sheets import Made, keep_sheets
from tests.web.test_candidates import EVENING
from tests.web.test_own import NEED, NO, TOLD, press, put

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


def test_a_candidate_without_a_meeting_in_the_plan_is_not_told_to_wait(house):
    client, _ = house.guest("candidates", EVENING.candidates[-1].id)
    page = client.get("/me/plan").text
    assert ("Planen er klar" in page, NOT_YET in page) == (True, False)


def test_a_candidate_from_whom_employers_are_hidden_sees_when_and_where_to_come_and_no_employer(house, monkeypatch):
    monkeypatch.setattr(frame, "employers_hidden", lambda *_: True)
    client, _ = house.guest("candidates", FIRST.id)
    page = client.get("/me/plan").text
    arrive = f"Kom klokka {spoken(EVENING.rounds[0][0] - EVENING.arrive_minutes)['nn']}."
    told = ("Du får vite kven du skal møte, på dagen.", arrive, "Møtet startar klokka 15.30.", EVENING.venue)
    assert [each for each in told if each not in page] == []
    assert [each.name for each in EVENING.employers if each.name in page] == []


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


@pytest.mark.parametrize("page", ["/my-meetings/plan", "/events/{}/my-evening", "/events/{}/check-in"])
def test_a_page_of_the_evening_has_nothing_that_only_a_pen_could_fill_in(seated, page):
    role = "employer" if "meetings" in page else "counsellor" if "my-evening" in page else "host"
    shown = seated.visit(role).get(page.format(seated.event)).text.partition('class="sheet"')
    assert shown[1] == 'class="sheet"'
    assert [pen for pen in ("☐", 'class="write"', 'class="tick"', "Gi lappen til verten") if pen in shown[2]] == []


def test_everybody_who_looks_is_noted(house):
    for role in ("host", "organiser"):
        house.visit(role).get(f"/events/{house.event}/check-in")
    assert len(noted(house)) == 2


@pytest.mark.parametrize("role", ["organiser", "counsellor", "liaison", "host"])
def test_everybody_on_the_road_is_told_which_plan_holds(house, role):
    assert "Versjon 1 gjelder" in house.visit(role).get(f"/events/{house.event}").text


def test_who_may_not_see_drafts_is_told_that_nothing_is_published_and_not_that_there_is_no_plan(unpublished):
    page = unpublished.visit("host").get(f"/events/{unpublished.event}").text
    assert ("Ikke publisert ennå" in page, "Ingen plan ennå" in page) == (True, False)


def test_an_employer_is_led_to_their_meetings_once_there_are_any(house):
    led = 'href="/my-meetings/plan"' in house.visit("employer").get("/my-meetings").text
    with house.app.app_context(), writing(house.session()):
        house.session().query(PublishedRow).delete()
    assert (led, 'href="/my-meetings/plan"' in house.visit("employer").get("/my-meetings").text) == (True, False)


def test_a_candidate_is_led_from_where_and_when_to_their_meeting(house):
    client, _ = house.guest("candidates", FIRST.id)
    steps = client.get("/me").text.partition('class="steps')[2].partition("</ol>")[0]
    assert 'href="/me/plan"' in steps


def test_sheets_are_offered_only_once_a_plan_is_published(house):
    offered = "/sheets/make" in house.visit("organiser").get(f"/events/{house.event}/sheets").text
    with house.app.app_context(), writing(house.session()):
        house.session().query(PublishedRow).delete()
    page = house.visit("organiser").get(f"/events/{house.event}/sheets").text
    assert (offered, "/sheets/make" in page, f'href="/events/{house.event}/plan"' in page) == (True, False, True)


def test_whoever_compares_begins_with_two_that_are_not_the_same(house):
    page = house.visit("organiser").get(f"/events/{house.event}/plan/compare").text
    assert re.findall(r'value="([\w-]+)" selected', page) == ["version-1", "draft-1"]


@pytest.mark.parametrize("page", ["1", "compare", "compare?one=version-1&other=draft-1", "versions/1", "1/publish"])
def test_pages_of_plans_name_the_event_under_their_heading(house, page):
    main = house.visit("organiser").get(f"/events/{house.event}/plan/{page}").text.partition("<main")[2]
    under = re.sub("<[^>]+>", "", main.partition("</h1>")[2])
    assert under.split("\n")[:3] == ["", "", EVENING.name]


def test_drafts_are_listed_with_how_many_meet_and_what_was_published(house):
    with house.app.app_context(), writing(house.session()):
        board = published.held(house.session(), house.session().get_one(EventRow, house.event)).board
        nobody = replace(board, schedule=replace(board.schedule, meetings=()))
        new_draft(house.session(), house.event, "test", "made", nobody.content)
    page = house.visit("organiser").get(f"/events/{house.event}/plan/1").text
    told = re.findall(r'class="told">[^<]*? · (\d+ av \d+ har møte[^<]*)</span>', page)
    met, every = len({each.candidate for each in board.schedule.meetings}), len(EVENING.candidates)
    assert told == [f"0 av {every} har møte", f"{met} av {every} har møte · publisert som versjon 1"]


def test_the_code_of_a_version_is_explained(house):
    page = house.visit("organiser").get(f"/events/{house.event}/plan/versions/1").text
    assert re.search(r"Koden [0-9a-f]{8} er regnet ut av det som ble publisert\.", page) is not None


def test_who_is_without_a_meeting_is_told_of_a_free_place_before_anything_is_searched_for(house):
    why = f"/events/{house.event}/plan/1/candidates/{EVENING.candidates[6].id}/why"
    assert "Det er en ledig plass der alt stemmer." in house.visit("organiser").get(why).text


def test_who_has_a_meeting_is_not_asked_why_they_have_none(house):
    why = f"/events/{house.event}/plan/1/candidates/{FIRST.id}/why"
    page = house.visit("organiser").get(why).text
    assert ("uten møte?" in page, f"Hvorfor ikke {EVENING.employers[0].name}?" in page) == (False, False)


@pytest.fixture
def told(house):
    """Publish a meeting of somebody who lets their employer know something, and keep all its sheets."""
    client, _ = house.guest("candidates", TOLD.id)
    put(client, "/me/sharing", **(NO | {f"tell-E1-{NEED.key}": "yes"}))
    with house.app.app_context(), writing(house.session()):
        row = house.session().get_one(EventRow, house.event)
        board = published.held(house.session(), row).board
        met = replace(board.schedule.meetings[0], candidate=TOLD.id, employer="E1")
        others = tuple(each for each in board.schedule.meetings[1:] if each.candidate != TOLD.id)
        content = replace(board, schedule=replace(board.schedule, meetings=(met, *others))).content
        add_version(house.session(), house.event, 2, "test", 1, {"board": content, "secret": "00", "number": 2})
        made = [
            Made(
                "-".join(filter(None, which)) + ".pdf", *which, says, house.session().info["seal"].close_bytes(b"%PDF")
            )
            for which, says in standing.says_now(house.session(), row, "nb").items()
        ]
        keep_sheets(house.session(), house.event, 2, "nb", made)
    return house, client


def listed(house):
    """Read which sheets an organiser is told to collect, and which they may have."""
    page = house.visit("organiser").get(f"/events/{house.event}/sheets").text
    collect = page.partition('<ul class="faults')[2].partition("</ul>")[0]
    return re.findall(r"<bdi>([^<]*)</bdi>", collect), re.findall(r'/sheets/([\w-]+)\.pdf"', page), page


def test_who_takes_back_one_yes_takes_away_the_sheets_of_that_employer_alone_and_they_are_to_be_collected(told):
    house, client = told
    before = set(listed(house)[1])
    put(client, "/me/sharing", withdraw=f"tell-E1-{NEED.key}")
    collect, there, page = listed(house)
    assert collect == [f"Arbeidsgiver {EVENING.employers[0].name}", "Alle arkene i én PDF"]
    assert before - set(there) == {"employer-E1", "print-all"}
    table = page.partition("<table")[2].partition("</table>")[0]
    assert ("Det er ingen ark ennå" in page, "utdatert" in table) == (False, False)
    assert house.visit("organiser").get(f"/events/{house.event}/sheets/employer-E1.pdf").status_code == 404


def test_who_withdraws_takes_away_the_sheets_that_name_them_and_no_host_or_organiser_gets_one(told):
    house, client = told
    press(client, "/me/withdraw")
    there = listed(house)[1]
    assert {"check-in", "timetable", "employer-E1", "print-all"} & set(there) == set()
    assert {"contacts", "signs"} <= set(there)
    assert house.visit("host").get(f"/events/{house.event}/sheets/check-in.pdf").status_code == 404


def test_only_the_sheets_that_say_something_else_are_marked_outdated(told):
    house, _ = told
    with house.app.app_context():
        who = offices.organiser_of(house.session(), "Hamar")
        row = house.session().get_one(EventRow, house.event)
        seen = frame.opened(house.session(), who, row)
        new = seen.content | {"name": "Kveldstreff"}
        frame.change(house.session(), who, house.event, Kept(new, seen.version))
    rows = re.findall(r"<tr.*?</tr>", listed(house)[2], re.DOTALL)
    old = {name for each in rows if "utdatert" in each for name in re.findall(r"/sheets/([\w-]+)\.pdf", each)}
    assert ("employer-E1" in old, "print-all" in old, "signs" in old, "badges" in old) == (True, True, False, False)
