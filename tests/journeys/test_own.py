"""A candidate answers for themself: five steps, by a link and a code from their counsellor."""

import pytest

from speeddate.services.access import guests
from speeddate.services.permissions import Where
from speeddate.store.database import writing
from tests.journeys.keys import go, press, reach
from tests.journeys.test_registration import look, unfold

LANGUAGES = {"nb": ("Bokmål", "Hei, Ali."), "nn": ("Nynorsk", "Hei, Ali."), "en": ("English", "Hello, Ali.")}
WHO = "K04"


@pytest.fixture
def invited(served, evening):
    """Give a candidate a link and a code."""
    with served.app_context():
        session = served.extensions["stored"].session()
        with writing(session):
            return guests.invite(session, "test", "candidates", Where(evening.rpartition("/")[2], WHO))


def enter(who, invitation):
    who.page.goto(f"{who.app.config['ADDRESS']}/enter/{invitation.key}")
    who.press()


@pytest.mark.parametrize("scripts", [True, False])
def test_another_language_keeps_what_is_being_written_and_enter_saves_it(guest, invited, scripts):
    who = guest(java_script_enabled=scripts)
    enter(who, invited)
    who.page.goto(f"{who.app.config['ADDRESS']}/me/words")
    who.page.fill("#strengths", "Jeg baker")
    who.page.get_by_role("button", name="English").click()
    assert who.page.locator("html").get_attribute("lang") == "en"
    assert who.page.locator("#strengths").input_value() == "Jeg baker"
    look(who, scripts)
    who.page.goto(f"{who.app.config['ADDRESS']}/me/when")
    who.page.fill("#code", invited.code)
    who.press()
    who.page.fill("#available", "16-18")
    who.page.get_by_role("button", name="Nynorsk").click()
    who.page.press("#available", "Enter")
    who.page.wait_for_url("**/me/sharing")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_five_steps_from_the_link_to_all_that_was_said(guest, invited, language, scripts):
    who = guest(java_script_enabled=scripts)
    enter(who, invited)
    name, hello = LANGUAGES[language]
    who.page.get_by_role("button", name=name).click()
    look(who, scripts)
    assert who.heading == hello
    who.press()  # the next thing: yes or no
    look(who, scripts)
    who.press()
    who.press()  # the next thing: needs, behind the code
    look(who, scripts)
    who.page.fill("#code", "not it")
    who.press()
    look(who, scripts)
    assert who.page.locator("#summary").count() == 1
    who.page.fill("#code", invited.code)
    who.press()
    look(who, scripts)
    unfold(who)
    look(who, scripts)
    who.page.check("[name=need-clear_questions][value=helps]")
    who.press()
    look(who, scripts)  # when
    who.page.fill("#available", "16-18")
    who.page.get_by_label("Tallbua Regnskap").check()
    who.press()
    look(who, scripts)  # sharing
    assert who.page.get_by_role("group", name="Tallbua").count() == 0
    who.page.check("[name=tell-E1-clear_questions][value=yes]")
    who.press()
    who.page.goto(f"{who.app.config['ADDRESS']}/me/words")
    look(who, scripts)
    who.page.fill("#strengths", "Ring 900 00 001")
    who.press()
    look(who, scripts)
    who.page.fill("#strengths", "Jeg er god på å rydde.")
    who.press()
    look(who, scripts)  # wishes
    who.press()
    look(who, scripts)  # shown: yes and no stand alike
    who.page.locator("main form").first.get_by_role("button").click()
    who.press()
    look(who, scripts)  # all that was said
    assert "Jeg er god på å rydde." in who.page.locator("main").inner_text()
    who.press()  # all is right, send
    look(who, scripts)
    for _ in range(2):
        who.press()  # practised; knows where and when
    look(who, scripts)


def test_wishes_are_moved_with_buttons_and_by_dragging(guest, invited):
    who = guest()
    enter(who, invited)
    who.page.goto(f"{who.app.config['ADDRESS']}/me/wishes")
    while who.page.get_by_role("button", name="Ta bort").count():
        move(who, "Ta bort")
    who.look()
    for employer in ("Hamar Sykkel", "Løten Bakeri", "Nordlys Lager"):
        move(who, f"Legg til: {employer}")
    who.look()
    move(who, "Flytt opp: Nordlys Lager")
    assert order(who) == ["Hamar Sykkel", "Nordlys Lager", "Løten Bakeri"]
    who.page.set_viewport_size({"width": 1280, "height": 2400})
    items = who.page.locator("ol.wishes > li")
    with who.page.expect_navigation():
        items.nth(2).locator("strong").drag_to(items.nth(0).locator("strong"), target_position={"x": 5, "y": 1})
    assert order(who) == ["Løten Bakeri", "Hamar Sykkel", "Nordlys Lager"]


def move(who, name):
    with who.page.expect_navigation():
        who.page.get_by_role("button", name=name).first.click()


def order(who):
    return who.page.locator("ol.wishes > li > strong").all_inner_texts()


def test_yes_needs_and_words_by_keyboard_alone(guest, invited):
    who = guest()
    enter(who, invited)
    go(who, "Svar ja eller nei")
    go(who, "Ja, jeg vil være med")
    go(who, "Si hva du trenger")
    reach(who, "#code")
    who.page.keyboard.type(invited.code)
    press(who)
    reach(who, "[name=need-own_room][value='']")
    who.page.keyboard.press("ArrowRight")
    go(who, "Lagre og gå videre")
    who.page.goto(f"{who.app.config['ADDRESS']}/me/needs")
    assert who.page.is_checked("[name=need-own_room][value=helps]")


def test_a_candidate_withdraws_and_comes_back(guest, invited):
    who = guest()
    enter(who, invited)
    who.page.get_by_role("link", name="Trekk meg").click()
    who.look()
    who.press()
    who.look()
    assert "Du er ikke med nå." in who.page.locator("main").inner_text()
    who.press()
    who.press()
    assert who.page.locator("ol.steps .done").count() == 1


def test_a_counsellor_hands_out_a_link_and_a_code(guest, evening):
    counsellor = guest()
    counsellor.come("counsellor")
    counsellor.page.goto(f"{evening}/candidates/{WHO}/steps")
    counsellor.look()
    counsellor.page.get_by_role("link", name="Lenke og kode").click()
    counsellor.look()
    counsellor.press()
    counsellor.look()
    link, code = counsellor.page.locator("dl dd").all_inner_texts()
    candidate = guest()
    candidate.page.goto(link)
    candidate.press()
    candidate.page.goto(f"{candidate.app.config['ADDRESS']}/me/seen")
    candidate.look()
    assert "Laget en lenke til deg" in candidate.page.locator("main").inner_text()
    candidate.page.goto(f"{candidate.app.config['ADDRESS']}/me/needs")
    candidate.page.fill("#code", code)
    candidate.press()
    assert candidate.heading == "Hva trenger du?"
