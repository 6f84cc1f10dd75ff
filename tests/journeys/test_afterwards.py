"""After a plan is published, somebody leaves or it changes: the pages that tell of that are for everybody, too."""

import pytest

from speeddate.services.access import guests
from speeddate.services.handouts import printed
from speeddate.services.permissions import Where
from speeddate.store.database import writing
from speeddate.store.jobs import latest_job
from tests.journeys.planned import there
from tests.journeys.test_evening import NAMES, planned, published  # noqa: F401  # one is asked for by its name

LEFT, MOVED = "K02", "K05"


def come_by_link(guest, app, event, list_, ref):
    with app.app_context():
        session = app.extensions["stored"].session()
        with writing(session):
            key = guests.invite(session, "x", list_, Where(event, ref)).key
    who = guest()
    who.page.goto(f"{app.config['ADDRESS']}/enter/{key}")
    who.press()
    return who


def test_sheets_that_name_whom_an_organiser_takes_out_are_to_be_collected(guest, served, evening, planned):  # noqa: F811
    who = published(guest, planned)
    who.page.goto(f"{evening}/sheets")
    who.press()
    with served.app_context():
        session = served.extensions["stored"].session()
        session.rollback()
        printed.print_all(session, latest_job(session, evening.rpartition("/")[2], "sheets").id)
    who.page.wait_for_selector("table")  # the page that was waiting shows them by itself
    who.page.goto(f"{evening}/candidates/{LEFT}")
    who.page.get_by_role("link", name="Slett kandidaten").click()
    who.look()
    who.page.get_by_role("button", name="Ja").click()
    who.look()
    who.page.goto(f"{evening}/sheets")
    assert "Samle inn og skriv ut på nytt" in who.page.locator("main").inner_text()
    who.look()
    for page in ("", "/plan/versions/1", "/plan/1/publish"):
        who.page.goto(f"{evening}{page}")
        who.look()


@pytest.mark.parametrize("language", NAMES)
def test_what_a_second_version_changes_is_seen_by_each(guest, served, evening, planned, language):  # noqa: F811
    who, event = published(guest, planned), evening.rpartition("/")[2]
    who.page.goto(f"{planned}/candidates/{MOVED}")
    firm = who.page.locator("button[name=deed][value^=take_out]").get_attribute("value").partition(":")[2]
    who.page.locator("button[name=deed][value^=take_out]").click()
    who.page.goto(f"{planned}/publish")
    who.press()
    there(who, "Versjon 2")
    counsellor = guest()
    counsellor.come("counsellor")
    employer = come_by_link(guest, served, event, "employers", firm)
    for reader, pages in (
        (counsellor, (f"{evening}/my-evening", "/my-candidates")),
        (employer, ("/my-meetings/plan", "/my-meetings")),
    ):
        reader.page.get_by_role("button", name=NAMES[language]).click()
        for page in pages:
            reader.page.goto(page if page.startswith("http") else f"{served.config['ADDRESS']}{page}")
            assert "2" in reader.page.locator("main").inner_text()
            reader.look()
