"""An employer is invited, comes by their link, says who they are and whom they would like to meet."""

from dataclasses import replace

import pytest

from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import offices
from speeddate.services.registration import seats
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.progress import keep_progress
from tests.journeys.test_first_event import tab_to
from tests.web.conftest import DAY, enrolled

EVENING = read_event(files.example("ta-sjansen"))
WILLING = ("K03", "K05", "K01")
QUESTIONS = "Kva liker du å gjere?\nNår passar det å jobbe?\nKva vil du lære?"


@pytest.fixture
def evening(served):
    """Give the office the example evening, where some candidates have said yes to being shown; gives its address."""
    with served.app_context():
        for role in ("organiser", "counsellor", "liaison"):
            enrolled(served, role, "Hamar")
        session = served.extensions["stored"].session()
        organiser = offices.organiser_of(session, "Hamar")
        made = events.add(session, organiser, replace(EVENING, date=DAY, answer_by=DAY))
        seats.seat(session, organiser, made, {"V1": offices.user_id(session, "counsellor@hamar.example")})
        with writing(session):
            for ref in WILLING:
                keep_progress(session, session.get_one(EventRow, made), ref, {"shown": True})
    return f"{served.config['ADDRESS']}/events/{made}"


def begun(guest, evening, name, **how):
    """Add an employer, and let them in by the link that is made for them."""
    liaison, firm = guest(**how), guest(**how)
    liaison.come("liaison")
    liaison.page.goto(f"{evening}/employers/new")
    liaison.page.fill("#name", name)
    liaison.press()
    liaison.page.get_by_role("link", name=f"Inviter {name}").click()
    liaison.press()
    firm.page.goto(liaison.page.input_value("#link"))
    firm.press()
    return liaison, firm


def test_a_liaison_invites_sends_renews_and_shuts(guest, evening):
    who = guest()
    who.come("liaison")
    who.page.goto(f"{evening}/employers")
    who.look()
    who.page.get_by_role("link", name="Inviter Løten Bakeri").click()
    who.look()
    who.press()
    who.look()
    first = who.page.input_value("#link")
    assert "/enter/" in first
    who.page.get_by_role("link", name="Tilbake").click()
    who.page.get_by_role("link", name="Løten Bakeri har en lenke").click()
    who.look()
    who.page.get_by_role("button", name="Send lenke").click()
    who.look()
    assert who.page.locator("#summary").count() == 1
    who.page.fill("#email", "eva@example.org")
    who.page.get_by_role("button", name="Send lenke").click()
    assert "Lenka er sendt." in who.page.locator("main").inner_text()
    who.page.get_by_role("link", name="Løten Bakeri har en lenke").click()
    who.page.get_by_role("button", name="Steng lenka").click()
    who.look()
    assert "Lenka er stengt." in who.page.locator("main").inner_text()
    who.page.goto(first)
    who.look()
    assert "Be om en ny" in who.page.locator("main").inner_text()


WORDS = {
    "nb": ("Bokmål", "Hei, Verkstedet", "Om arbeidsplassen", "Hvem vil dere møte?", "Veldig gjerne"),
    "nn": ("Nynorsk", "Hei, Verkstedet", "Om arbeidsplassen", "Kven vil de møte?", "Veldig gjerne"),
    "en": ("English", "Hello, Verkstedet", "About the workplace", "Whom would you like to meet?", "Very gladly"),
}


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", WORDS)
def test_an_employer_says_who_they_are_and_whom_they_would_like_to_meet(guest, evening, language, scripts):
    name, hello, profile, wanted, gladly = WORDS[language]
    _, who = begun(guest, evening, "Verkstedet", java_script_enabled=scripts)
    look = who.look if scripts else lambda: None
    who.page.get_by_role("button", name=name).click()
    assert who.heading == hello
    look()
    who.press()
    assert who.heading == profile
    look()
    fill(who.page)
    who.page.fill("#jobs", "mange")
    who.press()
    look()
    who.page.fill("#jobs", "1")
    who.press()
    assert who.heading == hello
    look()
    who.press()
    assert who.heading == wanted
    look()
    number = min(each.number for each in EVENING.candidates if each.id in WILLING)
    card = who.page.locator("fieldset").first
    assert number in card.inner_text()
    card.get_by_label(gladly, exact=True).check()
    who.press()
    look()
    assert who.page.locator("ol.steps .done").count() == 5


def fill(page):
    page.fill("#does", "Vi reparerer sykkelar.")
    page.fill("#looks_for", "Ein som liker å skru.")
    page.fill("#interviewer", "Eva")
    page.fill("#interviewer_role", "verksmeister")
    page.fill("#questions", QUESTIONS)


def test_an_employer_does_all_of_it_by_keyboard_in_nynorsk(guest, evening):
    _, who = begun(guest, evening, "Verkstedet")
    keys = who.page.keyboard
    tab_to(who.page, "Nynorsk")
    keys.press("Enter")
    who.page.wait_for_selector("html[lang=nn]")
    tab_to(who.page, "Skriv om arbeidsplassen")
    keys.press("Enter")
    who.page.wait_for_url("**/profile")
    demands = ("07.00–15.00", "Roleg", "Litt lyft", "Førarkort B", "Vernesko")
    tab_to_field(who.page, "line")
    keys.type("Sykkelverkstad")
    for words in ("Vi reparerer sykkelar.", "Ein som liker å skru.", *demands, "Eva", "HR"):
        keys.press("Tab")
        keys.type(words)
    keys.press("Tab")
    for line in QUESTIONS.splitlines():
        keys.type(line)
        keys.press("Enter")
    for words in ("15.30-17.00", " ", "1", "0", "2"):
        keys.press("Tab")
        keys.type(words)
    keys.press("Enter")
    who.page.wait_for_url("**/my-meetings")
    assert "Kan den næraste leiaren kome òg?" in who.page.locator("main").inner_text()
    who.look()
    tab_to(who.page, "Kven vil de møte?")
    keys.press("Enter")
    who.page.wait_for_url("**/interest")
    tab_to(who.page, "Lagre")
    for _ in WILLING:
        keys.press("Shift+Tab")
        keys.press("ArrowUp")
    tab_to(who.page, "Lagre")
    keys.press("Enter")
    who.page.wait_for_url("**/my-meetings")
    assert "Lagra." in who.page.locator("main").inner_text()
    assert who.page.locator("ol.steps .done").count() == 5
    who.page.goto(who.page.url + "/profile")
    assert [who.page.input_value(f"#{key}") for key in ("jobs", "placements", "visits")] == ["1", "", "2"]


def tab_to_field(page, field):
    page.wait_for_load_state()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == field:
            return
    raise AssertionError(field)


def test_an_employer_and_a_liaison_write_at_once(guest, evening):
    liaison, firm = begun(guest, evening, "Verkstedet")
    firm.page.goto(f"{firm.app.config['ADDRESS']}/my-meetings/profile")
    liaison.page.goto(f"{evening}/employers/E7")
    liaison.page.fill("#does", "Fra oss.")
    liaison.press()
    firm.page.fill("#does", "Fra dere.")
    firm.press()
    firm.look()
    assert firm.page.input_value("#does") == "Fra dere."
    assert "Fra oss." in firm.page.locator("main").inner_text()


def test_nobody_to_choose_from_yet_is_said_kindly(guest, evening, served):
    with served.app_context(), writing(served.extensions["stored"].session()):
        session = served.extensions["stored"].session()
        event = session.get_one(EventRow, evening.rpartition("/")[2])
        for ref in WILLING:
            keep_progress(session, event, ref, {"shown": False})
    _, who = begun(guest, evening, "Verkstedet")
    who.page.get_by_role("link", name="Hvem vil dere møte?").click()
    who.look()
    assert "Kom tilbake om noen dager" in who.page.locator("main").inner_text()


def test_an_employer_who_comes_again_begins_from_last_time(guest, evening):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{who.app.config['ADDRESS']}/events/new")
    who.page.fill("#name", "Ta sjansen Løten")
    who.page.fill("#date", "3.3.2099")
    who.press()
    who.page.get_by_role("link", name="Arbeidsgivere").click()
    who.look()
    who.press()
    who.page.get_by_text("Velg en som har vært med før").click()
    who.look()
    who.page.get_by_role("link", name="Løten Bakeri").click()
    assert who.page.input_value("#does") == EVENING.employers[0].does
    who.press()
    who.page.get_by_role("link", name="Løten Bakeri", exact=True).click()
    who.look()
    assert "10. februar 2099, Ta sjansen Hamar" in who.page.locator("main").inner_text()
    who.page.get_by_role("link", name="Ta bort arbeidsgiveren").click()
    who.look()
    who.page.get_by_role("button", name="Ja, ta bort").click()
    who.look()
    assert "Ingen arbeidsgivere ennå" in who.page.locator("main").inner_text()


def test_a_counsellor_says_when_they_are_there_and_hands_a_candidate_over(guest, evening):
    who = guest()
    who.come("counsellor")
    who.page.goto(f"{evening}/candidates")
    who.look()
    who.page.get_by_role("link", name="Om Marit").click()
    who.look()
    who.page.fill("#phone", "12")
    who.press()
    who.look()
    who.page.fill("#phone", "900 00 011")
    who.page.fill("#available", "15.00–16.30, 17–18.30")
    who.press()
    assert who.page.input_value("#available") == "15.00–16.30, 17.00–18.30"
    who.page.get_by_role("link", name="La en annen ta over").click()
    who.look()
    who.page.get_by_role("button", name="La en annen ta over").click()
    who.look()
    who.page.get_by_label("Sara").check()
    who.page.select_option("#to", label="Ahmed")
    who.page.get_by_role("button", name="La en annen ta over").click()
    who.look()
    assert "Sara" not in who.page.locator("table").inner_text()


def test_an_organiser_sees_who_has_too_many_and_lets_somebody_leave(guest, evening):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{evening}/counsellors/V1/candidates")
    for box in who.page.get_by_role("checkbox").all():
        box.check()
    who.page.select_option("#to", label="Ahmed")
    who.page.get_by_role("button", name="La en annen ta over").click()
    who.look()
    assert "Ahmed har 10 kandidater" in who.page.locator("main").inner_text()
    who.page.goto(f"{evening}/counsellors")
    who.look()
    who.page.get_by_role("link", name="Marit").click()
    who.look()
    who.page.get_by_role("link", name="Ta bort veilederen").click()
    who.look()
    who.page.get_by_role("button", name="Ja, ta bort").click()
    assert "Marit er tatt bort." in who.page.locator("main").inner_text()
