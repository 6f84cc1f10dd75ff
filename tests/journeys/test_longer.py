"""What a meeting costs in a large plan takes longer than one waits: it is searched for beside the pages."""

from benchmarks.events import fair
from benchmarks.sheets import in_turn
from speeddate.services.board.drafts import Board
from speeddate.store.database import writing
from speeddate.store.plans import new_draft
from tests.journeys.planned import there
from tests.journeys.test_plan_making import bring, come, worker  # noqa: F401  # asked for by its name

LARGE = fair(1, candidates=120, employers=30)
STOPPED = ("Letingen ble stoppet før svaret var funnet.", "Dette er ikke bevist.")  # on a busy machine, some was found


def test_an_organiser_has_the_cost_of_a_meeting_searched_for_and_stops(guest, served, evening, worker):  # noqa: F811
    address = bring(served, LARGE)
    with served.app_context():
        session = served.extensions["stored"].session()
        with writing(session):
            new_draft(session, address.rpartition("/")[2], "test", "made", Board(in_turn(LARGE)).content)
    who = come(guest, address)
    there(who, "Utkast 1")
    who.page.goto(f"{address}/plan/1/candidates/K0001/why?employer=E16")
    who.look()
    who.press()
    there(who, "Vi leter etter svaret")
    who.page.wait_for_selector("#making >> text=Det har tatt")
    who.look()
    who.page.reload()
    who.page.get_by_role("button", name="Stopp letingen").click()
    who.page.wait_for_url("**/why?employer=E16")
    assert any(said in who.page.locator("main").inner_text() for said in STOPPED)
    who.look()
