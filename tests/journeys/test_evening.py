"""A plan is published, changed and published again; each sees their own evening on a page, on a telephone too."""

import pytest

from speeddate.services import guests, offices, printed, solved, solving
from speeddate.services.permissions import Where
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


def test_what_is_broken_stops_it_until_somebody_says_what_is_done(guest, planned):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{planned}/candidates/K05")
    who.page.locator("summary").last.scroll_into_view_if_needed()
    for summary in who.page.locator("form summary").all():
        summary.click()
    who.page.locator("input[name=spot][value^=spot]").last.check()
    who.press()
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


def test_why_somebody_does_not_meet_an_employer_and_what_it_costs(guest, planned):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{planned}/candidates/K01")
    who.page.get_by_role("link", name="Hvorfor ikke en annen arbeidsgiver?").click()
    who.page.wait_for_selector("main h1")
    who.look()
    who.page.get_by_role("link", name="Hvorfor ikke Løten Bakeri?").click()
    who.page.wait_for_selector("main .faults", timeout=60_000)
    who.look()
    who.press()
    assert who.heading == "Utkast 2"


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
    with who.page.expect_download() as taken:
        who.page.locator("table a").first.click()
    assert taken.value.suggested_filename.endswith(".pdf")


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
