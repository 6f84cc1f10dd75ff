"""Staff choose how they come in, in a browser."""

import re
from datetime import timedelta

import pyotp
import pytest

from speeddate.services.access import passwords
from speeddate.web import oidc
from speeddate.web.settings import Provider
from tests.databases import free_port
from tests.web.conftest import enrolled
from tests.web.passwords import NOON, PASSWORD
from tests.web.provider import provider_on

WORDS = {"nb": ("Bokmål", "Innloggingen min"), "nn": ("Nynorsk", "Innlogginga mi"), "en": ("English", "My sign-in")}


@pytest.fixture(autouse=True)
def _noon(monkeypatch):
    """Let the clock that codes are read by stand still."""
    monkeypatch.setattr(passwords, "now", lambda: NOON)


def set_up(who, look):
    """Choose a password and connect an app, with a mistake first; gives the secret and the spare codes."""
    who.press()
    look()
    who.press()
    look()
    assert who.page.locator("#summary a").count() == 2
    secret = who.page.locator("main code").inner_text()
    who.page.fill("#password", PASSWORD)
    who.page.fill("#code", pyotp.TOTP(secret).at(NOON - timedelta(seconds=30)))
    who.press()
    look()
    codes = who.page.locator("main code").all_inner_texts()
    who.press()
    look()
    return secret, codes


def knock(who, code, password=PASSWORD):
    who.page.goto(f"{who.app.config['ADDRESS']}/sign-in/password")
    who.page.fill("#email", "organiser@hamar.example")
    who.page.fill("#password", password)
    who.page.fill("#code", code)
    who.press()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", WORDS)
def test_from_a_link_to_a_password_and_an_app_and_back(guest, language, scheme):
    name, title = WORDS[language]
    who = guest(color_scheme=scheme)
    who.come("organiser")
    who.page.get_by_role("button", name=name).click()
    who.page.get_by_role("link", name=title).click()
    who.look()
    secret, _ = set_up(who, who.look)
    other = guest()
    other.page.goto(f"{other.app.config['ADDRESS']}/sign-in/password")
    other.look()
    knock(other, "000000", "wrong")
    other.look()
    assert other.page.locator("#summary:focus").count() == 1
    assert other.page.input_value("#password") == ""
    knock(other, pyotp.TOTP(secret).at(NOON))
    assert other.heading == "Arrangementer"
    who.page.locator("main .deeds a").nth(1).click()
    who.look()
    who.page.locator("main button").click()
    who.look()
    assert who.heading == title


def test_without_scripts_and_with_a_spare_code(guest):
    who = guest(java_script_enabled=False)
    who.come("organiser")
    who.page.get_by_role("link", name="Innloggingen min").click()
    _, codes = set_up(who, lambda: None)
    other = guest(java_script_enabled=False)
    knock(other, codes[0])
    assert other.heading == "Arrangementer"


def test_by_keyboard_only_and_what_the_browser_can_fill_in(guest):
    who = guest()
    who.come("organiser")
    who.page.goto(f"{who.app.config['ADDRESS']}/account")
    secret, _ = set_up(who, lambda: None)
    other = guest()
    other.page.goto(f"{other.app.config['ADDRESS']}/sign-in/password")
    other.page.locator("#email").focus()
    for text in ("organiser@hamar.example", PASSWORD, pyotp.TOTP(secret).at(NOON)):
        other.page.keyboard.insert_text(text)  # as pasted
        other.page.keyboard.press("Tab")
    other.page.keyboard.press("Enter")
    other.page.wait_for_url("**/events")
    other.page.goto(f"{other.app.config['ADDRESS']}/sign-in/password")
    asked = re.findall(r'autocomplete="([^"]+)"', other.page.content())
    assert asked == ["username", "current-password", "one-time-code"]


@pytest.mark.filterwarnings("ignore:get_jwt_config:DeprecationWarning")  # of the provider itself
@pytest.mark.parametrize("scripts", [True, False])
def test_by_the_organisations_own_sign_in(guest, served, scripts):
    with served.app_context():
        enrolled(served, "organiser", "Hamar")
    people = {"organiser@hamar.example": True, "stranger@example.org": True}
    with provider_on(free_port(), people, []) as issuer:
        oidc.connect(served, Provider(issuer, "speeddate", "secret", "Kommunen"))
        for email, heading in (("stranger@example.org", "Logg inn"), ("organiser@hamar.example", "Arrangementer")):
            who = guest(java_script_enabled=scripts)
            who.page.goto(f"{served.config['ADDRESS']}/sign-in")
            if scripts:
                who.look()
            who.page.get_by_role("link", name="Logg inn med Kommunen").click()
            who.page.get_by_role("button", name=email).click()
            who.complaints.clear()  # what is said of the provider's own page is no fault of ours
            who.page.wait_for_url(f"{served.config['ADDRESS']}/**")
            if scripts:
                who.look()
            assert who.heading == heading
