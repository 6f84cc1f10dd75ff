"""An organiser has a plan made: it is followed, stopped, made without scripts, and told of when it does not come."""

from dataclasses import replace

import pytest

from benchmarks.events import fair
from speeddate.domain.people import Candidate, Employer, Pin
from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import offices
from speeddate.services.board import solving
from speeddate.store.database import writing
from speeddate.store.jobs import latest_job
from speeddate.web.working import keep_working
from tests.journeys.planned import open_seat, seats, solve, solve_asked, there

WORDS = {
    "nb": ("Bokmål", "Møteplan", "Lag møteplan", "Planen blir laget"),
    "nn": ("Nynorsk", "Møteplan", "Lag møteplan", "Planen blir laga"),
    "en": ("English", "Timetable", "Make the timetable", "The plan is being made"),
}
CAME = {
    "stale": "Noe ble endret mens planen ble laget, så den er ikke tatt i bruk. Lag den på nytt.",
    "failed": "Planen ble avbrutt før den var ferdig. Ingenting er endret. Lag den på nytt.",
    "lost": "Arbeidet med planen stanset, og vi vet ikke hvorfor. Ingenting er endret. Lag planen på nytt.",
    "stopped": "Det ble stoppet før noen plan var funnet. Prøv igjen, og vent til siden sier at det finnes en plan.",
    "undecided": "Det ble ikke funnet noen plan i tide, og heller ikke noe som hindrer en plan. "
    "Se «Går det opp?», eller prøv igjen.",
}


@pytest.fixture
def worker(served):
    """Let somebody do the jobs, each in a process of its own."""
    stop = keep_working(served)
    yield
    stop()


def bring(app, event):
    """Give the office an event; gives its address."""
    with app.app_context():
        session = app.extensions["stored"].session()
        made = events.add(session, offices.organiser_of(session, "Hamar"), event)
    return f"{app.config['ADDRESS']}/events/{made}"


def come(guest, address, **how):
    who = guest(**how)
    who.come("organiser")
    who.page.goto(f"{address}/plan")
    return who


def test_the_first_plan_is_followed_until_the_board_comes_by_itself(guest, evening, worker):
    who = come(guest, evening)
    who.look()
    who.press()
    there(who, "Utkast 1")
    who.look()
    assert who.page.locator(".grid a").count() == 24


@pytest.mark.parametrize("language", WORDS)
def test_a_plan_that_is_being_made_says_so_in_every_language(guest, evening, language):
    name, title, make, making = WORDS[language]
    who = come(guest, evening)
    who.page.get_by_role("button", name=name).click()
    there(who, title)
    who.look()
    who.page.get_by_role("button", name=make).click()
    there(who, making)
    who.look()
    assert who.page.locator("#making li").count() == 8


def test_a_page_that_is_loaded_again_still_follows_and_stopping_keeps_the_best(guest, served, evening, worker):
    who = come(guest, bring(served, fair(1, candidates=120, employers=30)))
    who.press()
    who.page.wait_for_selector("#making li.done")
    who.page.reload()
    there(who, "Planen blir laget")
    who.look()
    told = who.page.locator("#making li.done").first.inner_text()
    assert " ".join(told.split()) == "✓ Alle får et møte (120 av 120 får et møte · kan ikke bli bedre)"
    assert "Det finnes en plan nå, og tallene gjelder den." in who.page.locator("#making").inner_text()
    who.page.get_by_role("button", name="Stopp og bruk det beste").click()
    there(who, "Utkast 1")
    who.page.set_viewport_size({"width": 1280, "height": 900})
    assert who.page.locator(".grid a").count() > 100
    assert "bevist best" not in who.page.locator("main").inner_text()


def test_without_scripts_one_looks_again(guest, served, evening):
    who = come(guest, evening, java_script_enabled=False)
    who.press()
    assert who.heading == "Planen blir laget"
    who.page.get_by_role("button", name="Stopp og bruk det beste").click()
    assert who.page.locator("#making p").inner_text() == "Stopper, og tar vare på det beste som er funnet."
    assert who.page.get_by_role("button", name="Stopp").count() == 0
    solve_asked(served, evening)
    who.page.get_by_role("link", name="Se på nytt").click()
    assert who.page.url == f"{evening}/plan/1" or who.heading == "Møteplan"  # stopped before anything was found


def test_a_plan_is_made_by_keyboard_alone(guest, served, evening):
    who = come(guest, evening)
    who.page.locator("main").focus()
    while who.page.evaluate("document.activeElement.textContent.trim()") != "Lag møteplan":
        who.page.keyboard.press("Tab")
    who.page.keyboard.press("Enter")
    there(who, "Planen blir laget")
    solve_asked(served, evening)
    there(who, "Utkast 1")


@pytest.mark.parametrize("missing", ["candidates", "employers"])
def test_where_nobody_takes_part_one_is_led_to_whom_to_add(guest, served, evening, missing):
    some = {"candidates": (Candidate(id="K01"),), "employers": (Employer(id="E1", stations=("P1",)),), missing: ()}
    who = come(guest, bring(served, replace(read_event(files.example("ta-sjansen")), pins=(), **some)))
    who.look()
    who.press()
    who.page.wait_for_url(f"**/{missing}")


def test_decisions_that_clash_are_told(guest, served, evening):
    event = read_event(files.example("ta-sjansen"))
    start, station = event.rounds[0].start, event.employers[0].stations[0]
    pins = [Pin(candidate=ref, employer="E1", start=start, station=station) for ref in ("K02", "K03")]
    address = bring(served, replace(event, pins=tuple(pins)))
    solve(served, address)
    who = come(guest, address)
    who.look()
    assert who.page.locator("ul.faults li").all_inner_texts() != []


@pytest.mark.parametrize("state", CAME)
def test_why_no_plan_came_is_told(guest, served, evening, state):
    with served.app_context():
        session, event = served.extensions["stored"].session(), evening.rpartition("/")[2]
        solving.ask(session, offices.organiser_of(session, "Hamar"), event)
        with writing(session):
            latest_job(session, event).state = state
    who = come(guest, evening)
    who.look()
    assert who.page.locator(".aksel-alert").inner_text() == CAME[state]


def test_what_failed_around_locks_is_tried_again_around_them(guest, served, evening):
    solve(served, evening)
    who = come(guest, evening)
    pair = next(iter(seats(who)))
    open_seat(who, pair)
    who.page.get_by_role("button", name="Lås").click()
    who.page.get_by_role("button", name="Lag på nytt rundt de låste").click()
    with served.app_context():
        session = served.extensions["stored"].session()
        with writing(session):
            latest_job(session, evening.rpartition("/")[2]).state = "failed"
    who.page.goto(f"{evening}/plan")
    who.look()
    who.press()
    with served.app_context():
        session = served.extensions["stored"].session()
        assert latest_job(session, evening.rpartition("/")[2]).draft == 1
