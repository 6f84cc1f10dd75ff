"""A counsellor registers a candidate, and what they need."""

import datetime as dt
from dataclasses import replace

import pytest

from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import offices
from speeddate.services.registration import seats

LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_name_to_needs_and_back(guest, evening, language, scripts):
    who = guest(java_script_enabled=scripts)
    who.come("counsellor")
    who.page.get_by_role("button", name=LANGUAGES[language]).click()
    who.page.goto(f"{evening}/candidates")
    look(who, scripts)
    who.press()
    who.press()
    look(who, scripts)
    assert who.page.locator("#summary").count() == 1
    who.page.fill("#name", "Kim")
    who.press()
    needs_of_kim(who)
    unfold(who)
    look(who, scripts)
    who.page.check("[name=need-low_noise][value=helps]")
    who.page.check("[name=need-extra_time][value=must]")
    who.page.check("[name=need-spoken_interpreter][value=must]")
    who.press()
    look(who, scripts)
    assert who.page.locator("#summary a[href='#need-spoken_interpreter-lang']").count() == 1
    who.page.fill("[name=need-spoken_interpreter-lang]", "Elvisk")
    who.press()
    look(who, scripts)
    who.page.goto(f"{evening}/candidates")
    needs_of_kim(who)
    look(who, scripts)
    assert who.page.locator("#doubt").count() == 1
    who.page.fill("[name=need-spoken_interpreter-lang]", " ARABISK")
    who.press()
    who.page.goto(f"{evening}/candidates")
    needs_of_kim(who)
    ticked = who.page.locator("input[type=radio]:checked:not([value=''])").evaluate_all(
        "all => all.map(one => one.name)"
    )
    assert sorted(ticked) == ["need-extra_time", "need-low_noise", "need-spoken_interpreter"]
    spoken = who.page.locator("[name=need-spoken_interpreter-lang]")
    assert spoken.input_value() == {"en": "Arabic"}.get(language, "arabisk")
    assert spoken.evaluate("field => [...field.list.options].some(each => each.value === field.value)")
    assert who.page.locator("#doubt").count() == 0


def test_two_events_of_the_same_name_are_told_apart_by_their_days(guest, served, evening):
    with served.app_context():
        session = served.extensions["stored"].session()
        organiser = offices.organiser_of(session, "Hamar")
        day = dt.date(2027, 3, 10)
        later = replace(read_event(files.example("ta-sjansen")), date=day, answer_by=day)
        made = events.add(session, organiser, later)
        seats.seat(session, organiser, made, {"V1": offices.user_id(session, "counsellor@hamar.example")})
    who = guest()
    who.come("counsellor")
    who.page.goto(f"{served.config['ADDRESS']}/my-candidates")
    who.look()
    named = [each.get_attribute("aria-label") for each in who.page.get_by_role("region").all()]
    assert named == ["Ta sjansen Hamar, onsdag 10. februar 2027", "Ta sjansen Hamar, onsdag 10. mars 2027"]


def test_an_organiser_says_who_the_counsellors_are(guest, evening):
    who = guest()
    who.come("organiser")
    who.page.goto(evening)
    who.page.get_by_role("link", name="Veiledere").click()
    who.look()
    who.page.select_option("#seat-V2", label="counsellor@hamar.example")
    who.press()
    assert who.page.input_value("#seat-V2") != ""
    who.page.get_by_role("link", name="Legg til veileder").click()
    who.look()
    who.press()
    who.look()
    who.page.fill("#name", "Oda")
    who.press()
    who.look()
    assert who.page.get_by_label("Oda").input_value() == ""


def test_a_liaison_registers_an_employer(guest, evening):
    who = guest()
    who.come("liaison")
    who.page.goto(f"{evening}/employers")
    who.look()
    who.press()
    who.press()
    who.look()
    who.page.fill("#name", "Verkstedet")
    who.page.fill("#does", "Ring 900 00 001")
    who.press()
    who.look()
    assert (
        who.page.locator("#summary").get_by_role("link").inner_text() == "Ta bort nummeret. Vi deler ikke nummer her."
    )
    who.page.fill("#does", "Vi reparerer sykler.")
    who.page.get_by_label("Plass 2").check()
    who.press()
    who.page.get_by_role("link", name="Verkstedet", exact=True).click()
    who.look()
    assert who.page.input_value("#does") == "Vi reparerer sykler."


def test_two_browsers_change_the_same_candidate(guest, evening):
    first, second = guest(), guest()
    for who in (first, second):
        who.come("organiser")
        who.page.goto(f"{evening}/candidates/K01")
    first.page.fill("#name", "Ane")
    first.press()
    second.page.fill("#name", "Tor")
    second.press()
    second.look()
    assert second.page.input_value("#name") == "Tor"
    assert "Ane" in second.page.locator("main").inner_text()
    second.press()
    second.page.goto(f"{evening}/candidates/K01")
    assert second.page.input_value("#name") == "Tor"


def needs_of_kim(who):
    who.page.get_by_role("link", name="Kim").click()
    who.page.locator("a[href$='/needs']").first.click()


def unfold(who):
    """Open what is folded."""
    for folded in who.page.locator("details.group:not([open]) > summary").all()[::-1]:
        folded.click()


def look(who, scripts):
    """Look at a page where the tool that does it can run."""
    if scripts:
        who.look()
