"""An organiser sets up an evening: its frame, rounds, stations, an earlier event again, and the checklist."""

import pytest

from tests.journeys.test_first_event import tab_to
from tests.journeys.test_registration import look

WORDS = {
    "nb": ("Bokmål", "Rammen", "Ta bort runde 2", "Pause: 70 minutter", "Merk som gjort"),
    "nn": ("Nynorsk", "Ramma", "Ta bort runde 2", "Pause: 70 minutt", "Merk som gjort"),
    "en": ("English", "The frame", "Remove round 2", "Break: 70 minutes", "Mark as done"),
}


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", WORDS)
def test_a_frame_is_changed_and_a_round_goes_and_another_comes(guest, evening, language, scripts):
    name, title, remove, pause, _ = WORDS[language]
    who = guest(java_script_enabled=scripts)
    who.come("organiser")
    who.page.get_by_role("button", name=name).click()
    who.page.goto(evening)
    look(who, scripts)
    who.page.get_by_role("link", name=title).first.click()
    look(who, scripts)
    who.page.get_by_role("button", name=remove).click()
    look(who, scripts)
    assert who.page.get_by_text(pause, exact=False).count() == 0  # 16.00 to 17.00
    who.page.fill("[name=round-0-end]", "15.50")
    who.page.fill("[name=round-3-start]", "1820")
    who.page.fill("[name=round-3-end]", "18.00")
    who.press()
    look(who, scripts)
    assert who.page.locator("#summary a").count() == 1
    who.page.fill("[name=round-3-end]", "18:50")
    who.page.fill("[name=latest_end]", "")
    who.press()
    look(who, scripts)
    who.page.get_by_role("link", name=title).first.click()
    assert who.page.get_by_text(pause).count() == 1
    assert who.page.locator("[name$=-start]").count() == 5


def test_two_organisers_change_the_frame_at_once(guest, evening):
    first, second = guest(), guest()
    for who in (first, second):
        who.come("organiser")
        who.page.goto(f"{evening}/frame")
    first.page.fill("#venue", "Torget 1")
    first.press()
    second.page.fill("#greeter", "Oda")
    second.press()
    second.look()
    assert second.page.input_value("#greeter") == "Oda"
    assert "Torget 1" in second.page.locator("dl").inner_text()


def test_a_station_is_added_and_another_taken_away(guest, evening):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{evening}/frame")
    who.page.get_by_role("link", name="Møteplasser").click()
    who.look()
    who.press()
    who.press()
    who.look()
    who.page.fill("#name", "Hjørnet")
    who.page.get_by_label("Teleslynge").check()
    who.press()
    who.page.get_by_role("link", name="Plass 1").click()
    who.page.get_by_role("link", name="Ta bort møteplassen").click()
    who.look()
    assert "Løten Bakeri sitter der, og får en egen plass" in who.page.locator("main").inner_text()
    who.page.get_by_role("button", name="Ja, ta bort").click()
    who.look()
    stations = who.page.locator("tbody th").all_inner_texts()
    assert stations == ["Plass 2", "Plass 3", "Plass 4", "Plass 5", "Plass 6", "Hjørnet"]


def test_an_interpreter_is_added_with_hours_and_taken_away(guest, evening):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{evening}/resources")
    who.look()
    who.press()
    who.page.get_by_label("Tolk til et annet språk").check()
    who.page.fill("#available", "fire til seks")
    who.press()
    who.look()
    assert who.page.locator("#summary a").count() == 2
    who.page.fill("#lang", "Arabic")
    who.page.fill("#available", "16-17.30, 18-18.30")
    who.press()
    row = who.page.get_by_role("row").filter(has_text="arabisk")
    assert "16.00–17.30, 18.00–18.30" in row.inner_text()
    row.get_by_role("link").click()
    who.page.get_by_role("link", name="Ta det bort").click()
    who.look()
    who.page.get_by_role("button", name="Ja, ta bort").click()
    assert who.page.get_by_text("arabisk", exact=False).count() == 1  # where it is told that it is gone


@pytest.mark.parametrize("scripts", [True, False])
def test_an_earlier_event_is_copied(guest, evening, scripts):
    who = guest(java_script_enabled=scripts)
    who.come("organiser")
    who.press()
    who.page.get_by_role("link", name="Kopier et tidligere arrangement").click()
    look(who, scripts)
    who.press()
    look(who, scripts)
    assert who.page.locator("#summary a").count() == 3
    who.page.get_by_label("Ta sjansen Hamar").check()
    who.page.fill("#name", "Ta sjansen igjen")
    who.page.fill("#date", "10.3.2027")
    who.press()
    look(who, scripts)
    assert who.heading == "Ta sjansen igjen"
    assert "onsdag 10. mars 2027" in who.page.locator("main").inner_text()
    assert "Ingen kandidater ennå" in who.page.locator("main").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", WORDS)
def test_things_are_ticked_and_the_next_ones_come(guest, evening, language, scripts):
    name, *_, done = WORDS[language]
    who = guest(java_script_enabled=scripts)
    who.come("host")
    who.page.get_by_role("button", name=name).click()
    who.page.goto(evening)
    look(who, scripts)
    first = who.page.locator(".todo").first.inner_text()
    who.page.get_by_role("button", name=done).first.click()
    assert who.page.locator(".todo").first.inner_text() != first
    who.page.locator("#checklist > a").click()
    look(who, scripts)
    assert who.page.locator(".mark", has_text="☑").count() == 1
    who.page.locator("[name=answer][value=waiting]").click()
    look(who, scripts)
    assert who.page.locator(".mark", has_text="☑").count() == 1
    assert who.page.locator("[name=answer]").count() == 3


def test_things_are_given_to_people(guest, evening):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{evening}/checklist")
    who.press()
    who.look()
    who.page.get_by_label("Rigg lokalet. Heng opp skilt.").select_option(label="counsellor@hamar.example")
    who.press()
    who.look()
    assert who.page.get_by_text("Ansvarlig: counsellor@hamar.example").count() == 1


def test_by_keyboard_only(guest, evening):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{evening}/frame")
    keys = who.page.keyboard
    tab_to(who.page, "Storgata 900")
    keys.press("ControlOrMeta+A")
    keys.type("Torget 1")
    keys.press("Enter")
    who.page.wait_for_selector("text=Lagret.")
    assert "Torget 1" in who.page.locator("main").inner_text()
    tab_to(who.page, "Merk som gjort")
    keys.press("Enter")
    who.page.wait_for_url("**#checklist")
    who.page.goto(f"{evening}/frame")
    tab_to(who.page, "Ta bort runde 4")
    keys.press("Enter")
    who.page.wait_for_selector("text=Runden er tatt bort her")
    assert who.page.locator("[name$=-start]").count() == 4
