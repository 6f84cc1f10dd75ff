"""Somebody makes their first event."""

import json

import pytest

from speeddate.exchange import read_event, write_event_json
from speeddate.services import files

WORDS = {
    "nb": ("Bokmål", "Arrangementer", "Skriv hva arrangementet heter", "tirsdag 3. mars 2099"),
    "nn": ("Nynorsk", "Arrangement", "Skriv kva arrangementet heiter", "tysdag 3. mars 2099"),
    "en": ("English", "Events", "Write what the event is called", "Tuesday 3 March 2099"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", WORDS)
def test_from_an_empty_list_by_a_mistake_to_an_event(guest, language, scheme):
    name, title, mistake, day = WORDS[language]
    who = guest(color_scheme=scheme)
    who.come("organiser")
    who.page.get_by_role("button", name=name).click()
    who.look()
    assert who.heading == title
    who.press()
    who.look()
    who.press()
    who.look()
    assert who.page.locator("#summary").get_by_role("link").first.inner_text() == mistake
    fill(who.page)
    who.press()
    who.look()
    assert who.heading == "Ta sjansen Løten"
    assert day in who.page.locator("main").inner_text()


def test_without_scripts(guest):
    who = guest(java_script_enabled=False)
    who.come("organiser")
    who.press()
    fill(who.page)
    who.press()
    assert who.heading == "Ta sjansen Løten"
    who.page.get_by_role("link", name="Slett arrangementet").click()
    who.page.get_by_role("button", name="Ja, slett alt").click()
    assert "Ingen arrangementer ennå" in who.page.locator("main").inner_text()


def test_by_keyboard_only(guest):
    who = guest()
    who.come("organiser")
    keys = who.page.keyboard
    tab_to(who.page, "Nytt arrangement")
    keys.press("Enter")
    who.page.wait_for_url("**/new")
    tab_to(who.page, "ta_sjansen")
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.type("Ta sjansen Løten")
    keys.press("Tab")
    keys.type("3.3.2099")
    keys.press("Enter")
    who.page.wait_for_selector("text=Arrangementet er laget")
    assert "6 runder, 12 møteplasser" in who.page.locator("ol.road li").first.inner_text()


def test_a_mistake_is_where_the_keyboard_is(guest):
    who = guest()
    who.come("organiser")
    who.press()
    who.press()
    who.page.wait_for_selector("#summary:focus")
    who.page.keyboard.press("Tab")
    who.page.keyboard.press("Enter")
    assert who.page.evaluate("document.activeElement.id") == "name"


def test_a_file_with_faults_and_then_one_without(guest, tmp_path):
    whole = json.loads(write_event_json(read_event(files.example("small"))))
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(whole | {"candidates": [{"id": "K1", "wishes": ["E99"]}]}))
    who = guest()
    who.come("organiser")
    who.page.get_by_role("link", name="Hent fra fil").click()
    who.look()
    who.page.set_input_files("#file", wrong)
    who.press()
    who.look()
    assert "Ingenting er lagret" in who.page.locator("#refused").inner_text()
    right = tmp_path / "right.json"
    right.write_text(json.dumps(whole))
    who.page.set_input_files("#file", right)
    who.press()
    who.look()
    assert who.heading == whole["event"]["name"]


def test_pages_that_are_not_there_say_so(guest):
    who = guest()
    who.come("host")
    who.page.goto(f"{who.app.config['ADDRESS']}/events/0000")
    who.look()
    assert "Siden finnes ikke" in who.page.locator("main").inner_text()


def test_whoever_has_nothing_here_yet_is_told_so(guest):
    who = guest()
    who.come("county")
    who.look()
    assert "ingenting for deg her ennå" in who.page.locator("main").inner_text()


def test_whoever_is_not_signed_in_asks_for_a_link(guest):
    who = guest()
    who.page.goto(who.app.config["ADDRESS"])
    who.look()
    who.press()
    who.look()
    who.page.fill("#email", "kari@example.org")
    who.press()
    who.look()
    assert who.heading == "Se i e-posten din"


def fill(page):
    page.fill("#name", "Ta sjansen Løten")
    page.fill("#date", "3.3.2099")


def tab_to(page, what):
    """Press Tab until the focus is on what says or holds these words; keys pressed while a page comes are lost."""
    page.wait_for_load_state()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("[document.activeElement.textContent, document.activeElement.value].join()").find(what) >= 0:
            return
    raise AssertionError(what)
