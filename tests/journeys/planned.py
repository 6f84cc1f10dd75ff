"""A plan to look at in a browser, and what stands on its board."""

from speeddate.services.access import offices
from speeddate.services.board import solved, solving
from speeddate.store.jobs import latest_job


def solve_asked(app, address):
    """Make the plan that was asked for, here and now."""
    with app.app_context():
        session = app.extensions["stored"].session()
        solved.solve(session, latest_job(session, address.rpartition("/")[2]).id)


def solve(app, address):
    """Ask for a plan, and make it."""
    with app.app_context():
        session = app.extensions["stored"].session()
        solving.ask(session, offices.organiser_of(session, "Hamar"), address.rpartition("/")[2])
    solve_asked(app, address)


SEATS = """() => Object.fromEntries([...document.querySelectorAll(".grid [data-pair]")].map(
  (seat) => [seat.dataset.pair, seat.closest("[data-spot]").dataset.spot]))"""


def seats(who):
    """Read the table: at which time and place each pair meets."""
    return who.page.evaluate(SEATS)


def there(who, heading):
    """Wait until a page has come, with nothing more to load, and look whether it is the one."""
    who.page.wait_for_selector(f"h1:text-is({heading!r})")
    who.page.wait_for_load_state()


def free(who, pair):
    """Take a meeting out, so that there is a free place; go back to the board."""
    open_seat(who, pair)
    who.page.get_by_role("button", name="Ta ut av planen").click()
    there(who, "Utkast 1")


def open_seat(who, pair):
    """Open the page of a meeting on the board."""
    who.page.locator(f".grid [data-pair='{pair}']").click()
    who.page.wait_for_url("**/candidates/**")
    who.page.wait_for_load_state()


def choose(who, start):
    """Choose the first place or person whose value begins so, unfolding where it is, and press its button."""
    option = who.page.locator(f"input[value^='{start}']").first
    for folded in option.locator("xpath=ancestor::details[not(@open)]").all():
        folded.locator("> summary").click()
    option.check()
    option.locator("xpath=ancestor::form").get_by_role("button").click()
