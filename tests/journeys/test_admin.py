"""An administrator lets people in and out, in a browser."""

import pytest

WORDS = {"nb": ("Bokmål", "Brukere"), "nn": ("Nynorsk", "Brukarar"), "en": ("English", "Users")}


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", WORDS)
def test_somebody_is_let_in_changed_shut_out_and_let_in_again(guest, language, scripts):
    name, title = WORDS[language]
    who = guest(java_script_enabled=scripts)
    look = who.look if scripts else lambda: None
    who.come("administrator")
    who.page.get_by_role("button", name=name).click()
    assert who.heading == title
    look()
    who.press()
    look()
    who.press()
    look()
    assert who.page.locator("#summary a").count() == 3
    who.page.fill("#email", "kim@example.org")
    who.page.fill("#name", "Kim")
    who.page.check("[name=roles][value=host]")
    who.page.select_option("#office", label="Hamar")
    who.press()
    look()
    who.page.get_by_role("link", name="Kim").click()
    look()
    who.page.check("[name=roles][value=liaison]")
    who.press()
    who.page.get_by_role("link", name="Kim").click()
    assert who.page.locator("[name=roles]:checked").count() == 2
    for _ in range(2):
        who.page.locator("main form").last.get_by_role("button").click()
        look()
        who.page.get_by_role("link", name="Kim").click()
        look()


def test_the_last_administrator_stays_and_the_journal_is_whole(guest):
    who = guest()
    who.come("administrator")
    who.page.get_by_role("link", name="administrator@hamar.example").click()
    who.page.get_by_role("button", name="Steng tilgangen").click()
    who.look()
    assert "Gjør en annen til administrator først" in who.page.get_by_role("alert").inner_text()
    who.page.goto(f"{who.app.config['ADDRESS']}/admin")
    who.page.get_by_role("link", name="Er loggen hel?").click()
    who.look()
    assert "Ja, loggen er hel." in who.page.get_by_role("status").inner_text()


def test_two_administrators_change_the_same_user(guest):
    first, second = guest(), guest()
    for who in (first, second):
        who.come("administrator")
        who.page.get_by_role("link", name="administrator@hamar.example").click()
    first.page.fill("#name", "Ane")
    first.press()
    second.page.fill("#name", "Tor")
    second.press()
    second.look()
    assert "Ane" in second.page.locator("main").inner_text()
    assert second.page.input_value("#name") == "Tor"
