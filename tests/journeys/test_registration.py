"""A counsellor registers a candidate, and what they need."""

import pytest

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
    assert who.page.get_by_role("alert").count() == 1
    who.page.fill("[name=need-spoken_interpreter-lang]", "ar")
    who.press()
    who.page.goto(f"{evening}/candidates")
    needs_of_kim(who)
    ticked = who.page.locator("input[type=radio]:checked:not([value=''])").evaluate_all(
        "all => all.map(one => one.name)"
    )
    assert sorted(ticked) == ["need-extra_time", "need-low_noise", "need-spoken_interpreter"]


def test_an_organiser_says_who_the_counsellors_are(guest, evening):
    who = guest()
    who.come("organiser")
    who.page.goto(evening)
    who.page.get_by_role("link", name="Veiledere").click()
    who.look()
    who.page.select_option("#seat-V2", label="counsellor@hamar.example")
    who.press()
    assert who.page.input_value("#seat-V2") != ""
    who.page.get_by_role("button", name="Legg til veileder").click()
    who.look()
    who.page.fill("#name", "Oda")
    who.page.get_by_role("button", name="Legg til veileder").click()
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
