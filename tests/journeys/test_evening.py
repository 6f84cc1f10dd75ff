"""A plan is published, changed and published again; each sees their own evening on a page, on a telephone too."""

import re
from functools import partial
from io import BytesIO

import pytest
from pypdf import PdfReader

from speeddate.services.access import guests, offices
from speeddate.services.board import solved, solving
from speeddate.services.handouts import printed
from speeddate.services.permissions import Where
from speeddate.services.why import costing
from speeddate.store.database import writing
from speeddate.store.jobs import latest_job
from tests.web.conftest import enrolled

NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


@pytest.fixture
def planned(served, evening):
    """Make a draft of the example evening, where a host works, too; gives the address of its board."""
    event = evening.rpartition("/")[2]
    with served.app_context():
        enrolled(served, "host", "Hamar")
        session = served.extensions["stored"].session()
        solved.solve(session, solving.ask(session, offices.organiser_of(session, "Hamar"), event))
    return f"{evening}/plan/1"


def published(guest, planned):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{planned}/publish")
    who.press()
    return who


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", NAMES)
def test_a_plan_is_published_and_then_a_changed_one(guest, planned, language, scripts):
    who = guest(java_script_enabled=scripts)
    look = who.look if scripts else lambda: None
    who.come("organiser")
    who.page.goto(planned)
    who.page.get_by_role("button", name=NAMES[language]).click()
    who.page.locator("main a[data-variant=primary]").click()
    look()
    who.press()
    look()
    assert "1" in who.heading
    who.page.goto(f"{planned}/candidates/K05")
    who.page.locator("button[name=deed][value^=take_out]").click()
    who.page.goto(f"{planned}/publish")
    look()
    assert who.page.locator("main .faults li").count() > 0
    who.press()
    look()
    assert "2" in who.heading
    who.page.goto(f"{planned.rpartition('/')[0]}/compare?one=version-1&other=version-2")
    look()
    who.page.goto(f"{planned.rpartition('/')[0]}/versions/1")
    look()


def test_a_host_sees_who_comes_and_what_to_do_on_a_telephone(guest, evening, planned):
    published(guest, planned)
    who = guest()
    who.come("host")
    who.page.goto(f"{evening}/check-in")
    who.look()
    who.page.set_viewport_size({"width": 320, "height": 640})
    cells = who.page.locator(".table tbody tr").first.locator("th, td")
    boxes = [cell.bounding_box() for cell in cells.all()]
    assert [(box["x"] >= 0, box["x"] + box["width"] <= 320) for box in boxes] == [(True, True)] * 5
    assert who.page.evaluate("getComputedStyle(document.querySelectorAll('.table td')[3], '::before').content") == (
        '"Gjør dette" / ""'
    )
    assert who.page.get_by_role("columnheader", name="Gjør dette").count() == 1
    assert who.page.get_by_role("row").first.get_by_role("columnheader").count() == 5


def test_what_is_broken_stops_it_until_somebody_says_what_is_done(guest, planned):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{planned}/candidates/K05")
    who.page.locator("#spot summary").last.click()
    who.page.locator("input[name=spot][value^=spot]").last.check()
    who.page.locator("#spot form").last.get_by_role("button").click()
    who.page.goto(f"{planned}/publish")
    who.look()
    assert who.page.locator("main [data-variant=primary]").count() == 0
    while (links := who.page.locator("main .faults a")).count():
        links.first.click()
        who.page.fill("#instead", "Vi setter fram et bord til.")
        who.press()
        who.page.goto(f"{planned}/publish")
    who.look()
    who.press()
    assert "Versjon 1 er publisert." in who.page.locator("main").inner_text()


@pytest.fixture
def patient(served, monkeypatch):
    """Search here for what a meeting costs, and for longer: a busy machine takes more than the usual two seconds."""
    monkeypatch.setattr(costing, "cost", partial(costing.cost, seconds=60.0))
    monkeypatch.setattr(served.extensions["beside"], "ask", lambda work, *given: work(*given))


@pytest.mark.usefixtures("patient")
def test_why_somebody_does_not_meet_an_employer_and_what_it_costs(guest, planned):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{planned}/candidates/K01")
    who.page.get_by_role("link", name="Hvorfor ikke en annen arbeidsgiver?").click()
    who.page.wait_for_selector("main h1")
    who.look()
    who.page.get_by_role("link", name="Hvorfor ikke Løten Bakeri?").click()
    who.page.wait_for_selector("main .faults")
    who.look()
    who.press()
    assert who.heading == "Utkast 2"


WHY_HERE = {"nb": ("Bokmål", "Hvorfor her?"), "nn": ("Nynorsk", "Kvifor her?"), "en": ("English", "Why here?")}


@pytest.mark.parametrize("language", WHY_HERE)
def test_why_a_meeting_is_where_it_is(guest, planned, language):
    name, why = WHY_HERE[language]
    who = guest()
    who.come("organiser")
    who.page.goto(planned)
    who.page.get_by_role("button", name=name).click()
    who.page.goto(f"{planned}/candidates/K02?employer=E1")
    who.page.get_by_role("link", name=why).click()
    who.page.wait_for_url("**/here?employer=E1")
    who.look()
    lines = who.page.locator("main .faults li").all_inner_texts()
    if language == "nb":
        assert who.heading == "Hvorfor møter 174 Jon Løten Bakeri?"
        assert lines[:3] == [
            "Det er kandidatens førsteønske.",
            "Arbeidsgiveren vil gjerne møte kandidaten.",
            "Ingen andre plasser er ledige.",
        ]


def test_what_a_free_place_would_break_is_said_where_one_asks_why_here(guest, planned):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{planned}/candidates/K02?employer=E1")
    who.page.get_by_role("button", name="Ta ut av planen").click()
    who.page.wait_for_url("**/plan/1*")
    who.page.goto(f"{planned}/candidates/K02/here")
    assert who.heading == "Hvorfor er 174 Jon uten møte?"
    who.page.goto(f"{planned}/candidates/K01/here")
    who.look()
    said = who.page.locator("main").inner_text()
    assert "174 Jon" not in said
    assert "ledig plass" in said


@pytest.mark.parametrize("role", ["organiser", "host", "counsellor"])
def test_sheets_are_made_and_taken(guest, served, evening, planned, role):
    who = guest()
    who.come(role)
    who.page.goto(f"{evening}/sheets")
    who.look()
    organiser = published(guest, planned)
    organiser.page.goto(f"{evening}/sheets")
    organiser.press()
    organiser.look()
    with served.app_context():
        session = served.extensions["stored"].session()
        session.rollback()
        printed.print_all(session, latest_job(session, evening.rpartition("/")[2], "sheets").id)
    who.page.goto(f"{evening}/sheets")
    who.look()
    with who.page.expect_download() as taken:
        who.page.get_by_role("link", name="Last ned alle").click()
    assert taken.value.suggested_filename == "pack.zip"
    assert who.page.get_by_role("link", name="Skriv ut alle fra én PDF").count() == (role == "organiser")
    with who.page.expect_download() as taken:
        who.page.locator("table a").first.click()
    assert taken.value.suggested_filename.endswith(".pdf")


@pytest.mark.parametrize(
    ("role", "page"),
    [("counsellor", "my-evening"), ("host", "check-in"), ("host", "run-sheet"), ("organiser", "plan/versions/1")],
)
def test_a_page_of_the_plan_says_below_every_page_on_paper_which_version_it_is(guest, evening, planned, role, page):
    published(guest, planned)
    who = guest()
    who.come(role)
    who.page.goto(f"{evening}/{page}")
    paper = [each.extract_text() for each in PdfReader(BytesIO(who.page.pdf(format="A5"))).pages]
    said = [len(re.findall(r"^Versjon 1(?: gjelder)?\. Publisert \w+ \d+\. ", each, re.MULTILINE)) for each in paper]
    assert len(said) > 1
    assert said == [1] * len(said)


def test_each_sees_their_own_evening(guest, served, evening, planned):
    published(guest, planned)
    event = evening.rpartition("/")[2]
    with served.app_context():
        session = served.extensions["stored"].session()
        with writing(session):
            firm = guests.invite(session, "test", "employers", Where(event, "E1"))
            own = guests.invite(session, "test", "candidates", Where(event, "K01"))
    home = served.config["ADDRESS"]
    for role, page in (("counsellor", "my-evening"), ("host", "check-in"), ("host", "run-sheet")):
        who = guest()
        who.come(role)
        who.page.goto(f"{evening}/{page}")
        who.look()
    who = guest()
    who.page.goto(f"{home}/enter/{firm.key}")
    who.press()
    who.page.goto(f"{home}/my-meetings/plan")
    who.look()
    assert who.page.get_by_role("link", name="Legg møtene i kalenderen").count() == 1
    who = guest()
    who.page.goto(f"{home}/enter/{own.key}")
    who.press()
    who.page.goto(f"{home}/me/plan")
    who.page.fill("#code", own.code)
    who.press()
    who.page.goto(f"{home}/me/plan")
    who.look()
    assert "17.00" in who.page.locator("main").inner_text()
