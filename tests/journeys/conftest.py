"""A real browser, and a server on loopback for it to visit."""

import logging
import shutil
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe, AxeResults
from playwright.sync_api import Locator, sync_playwright
from werkzeug.serving import make_server

from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import offices
from speeddate.services.registration import seats
from tests.databases import free_port
from tests.web.conftest import app_in, enrolled, heard  # noqa: F401  # listens to every test here, too

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
ANSWERS = ("400 (BAD REQUEST)", "404 (NOT FOUND)", "409 (CONFLICT)")  # what a browser says of them is no fault
AXE = Axe().axe_script
BETWEEN_LOOKS = 0.02  # whether the server is to end
AT_MOST = 120_000  # milliseconds, since what gives way to pages gives way to other tests, too
SIZES = {"wide": (1280, 900), "narrow": (320, 640)}


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def whole_pages():
    """Let a click wait for all of the page that it leads to; of itself it waits only until that page begins."""
    click = Locator.click

    def click_and_wait(self, **how):
        click(self, **how)
        self.page.wait_for_load_state()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Locator, "click", click_and_wait)
        yield


@pytest.fixture
def served(tmp_path):
    """Serve an empty office, and give the application."""
    port = free_port()
    app = app_in(tmp_path, address=f"http://127.0.0.1:{port}")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", port, app, threaded=True)
    thread = Thread(target=server.serve_forever, args=(BETWEEN_LOOKS,))
    thread.start()
    yield app
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        app.extensions["stored"].engine.dispose()


class Guest:
    """Somebody at a browser; whatever page they come to must be accessible and break no rule of the browser's."""

    def __init__(self, app, context):
        self.app, self.page, self.complaints = app, context.new_page(), []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def come(self, role):
        """Come in by a link."""
        with self.app.app_context():
            self.page.goto(f"{self.app.config['ADDRESS']}/enter/{enrolled(self.app, role, 'Hamar')}")
        self.press()
        self.page.wait_for_url(lambda address: "/enter/" not in address)

    def press(self):
        """Press the one primary button of the page."""
        self.page.locator("main [data-variant=primary]").click()

    def look(self):
        """Look at the page, wide and narrow, when it is there."""
        self.page.wait_for_selector("main h1")
        self.page.evaluate(AXE)
        for width, height in SIZES.values():
            self.page.set_viewport_size({"width": width, "height": height})
            found = AxeResults(self.page.evaluate("axe.run({resultTypes: ['violations']})"))
            assert found.violations_count == 0, found.generate_report()
            assert self.page.evaluate("document.documentElement.scrollWidth") <= width
            assert self.page.locator("h1").count() == 1
        self.enlarge("200%")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= self.page.viewport_size["width"]
        self.enlarge("")
        assert [said for said in self.complaints if not any(answer in said for answer in ANSWERS)] == []

    def enlarge(self, letters):
        """Look at the page in a window of 640 px, with letters of another size."""
        self.page.set_viewport_size({"width": 640, "height": 640})
        self.page.evaluate("size => { document.documentElement.style.fontSize = size }", letters)

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()


@pytest.fixture
def guest(served, chromium):
    """Invite guests, each to a browser of their own."""
    contexts = []

    def invite(**how):
        contexts.append(chromium.new_context(locale="nb-NO", **how))
        contexts[-1].set_default_timeout(AT_MOST)
        return Guest(served, contexts[-1])

    yield invite
    for context in contexts:
        context.close()


@pytest.fixture
def evening(served):
    """Give the office the example evening, with a counsellor who prepares some of its candidates; gives its address."""
    with served.app_context():
        enrolled(served, "organiser", "Hamar")
        enrolled(served, "counsellor", "Hamar")
        session = served.extensions["stored"].session()
        organiser = offices.organiser_of(session, "Hamar")
        event = read_event(files.example("ta-sjansen"))
        made = events.add(session, organiser, event)
        user = offices.user_id(session, "counsellor@hamar.example")
        seats.seat(session, organiser, made, {event.counsellors[0].id: user})
    return f"{served.config['ADDRESS']}/events/{made}"
