"""With the keyboard alone: a clash answered, a plan published, compared and printed, and each reader's own pages."""

from speeddate.services.handouts import printed
from speeddate.store.jobs import latest_job
from tests.journeys.keys import go, press, reach
from tests.journeys.planned import there
from tests.journeys.test_afterwards import come_by_link
from tests.journeys.test_evening import planned, published  # noqa: F401  # one is asked for by its name

SAY, WHAT = "Skriv hva dere gjør i stedet", "Vi setter fram et bord til."
PLACES = 60  # more than there are to choose among


def test_from_a_clash_to_a_published_plan(guest, planned):  # noqa: F811
    who = guest()
    who.come("organiser")
    who.page.goto(planned)
    reach(who, ".grid [data-pair='K02:E1']")
    press(who)
    reach(who, "#spot details:last-of-type > summary")
    who.page.keyboard.press("Enter")
    reach(who, "input[value^='spot:']")
    assert "spot:930:P2:" in "".join(chosen(who, "ArrowDown") for _ in range(PLACES))
    for _ in range(PLACES):
        if chosen(who, "ArrowUp").startswith("spot:930:P2:"):
            break
    press(who)
    there(who, "Utkast 1")
    while who.page.get_by_text(SAY).count():
        go(who, SAY)
        reach(who, "#instead")
        who.page.keyboard.type(WHAT)
        go(who, "Lagre")
        there(who, "Utkast 1")
    go(who, "Publiser …")
    go(who, "Publiser")
    there(who, "Versjon 1")
    assert WHAT in who.page.locator("main").inner_text()


def chosen(who, key):
    """Press a key among choices, and tell which one is chosen then."""
    who.page.keyboard.press(key)
    return who.page.evaluate("document.activeElement.value")


def test_from_a_published_plan_to_its_sheets(guest, served, evening, planned):  # noqa: F811
    who = published(guest, planned)
    who.page.goto(evening)
    go(who, "Ark til utskrift")
    go(who, "Lag arkene")
    with served.app_context():
        session = served.extensions["stored"].session()
        session.rollback()
        printed.print_all(session, latest_job(session, evening.rpartition("/")[2], "sheets").id)
    who.page.wait_for_selector("table")
    reach(who, "main table a")
    with who.page.expect_download() as taken:
        who.page.keyboard.press("Enter")
    assert taken.value.suggested_filename.endswith(".pdf")


def test_two_plans_are_compared(guest, planned):  # noqa: F811
    who = published(guest, planned)
    who.page.goto(f"{planned}/candidates/K05")
    reach(who, "[name=deed][value^=take_out]")
    press(who)
    who.page.goto(f"{planned.rpartition('/')[0]}/compare")
    reach(who, "main select")
    who.page.keyboard.press("ArrowDown")
    go(who, "Sammenlign")
    who.look()


def test_each_readers_own_evening(guest, served, evening, planned):  # noqa: F811
    published(guest, planned)
    counsellor = guest()
    counsellor.come("counsellor")
    go(counsellor, "Mine kandidater")
    counsellor.look()
    employer = come_by_link(guest, served, evening.rpartition("/")[2], "employers", "E1")
    go(employer, "Møtene deres")
    employer.look()
