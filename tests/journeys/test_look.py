"""How every page behaves by keyboard, in the dark, and on paper."""

import re
from pathlib import Path

import pytest

import speeddate.web
from tests.journeys.conftest import SIZES

REACHED = """() => {
  const focused = document.activeElement, box = focused.getBoundingClientRect();
  const across = box.left + Math.min(box.width, innerWidth - box.left) / 2;
  const at = document.elementFromPoint(across, box.top + box.height / 2);
  return focused === document.body || focused.matches(".skip") ? "" :
    at && (focused.contains(at) || at.contains(focused) || focused.labels?.[0]?.contains(at)) ? "" : focused.outerHTML;
}"""

HIDDEN = """() => [...document.querySelectorAll(".thing > span + span")]
  .filter(line => line.getBoundingClientRect().top < line.previousElementSibling.getBoundingClientRect().bottom)
  .map(line => line.innerText)"""


@pytest.mark.parametrize("page", ["", "/frame", "/employers", "/checklist"])
@pytest.mark.parametrize("size", SIZES)
def test_what_has_the_focus_is_never_hidden(guest, evening, page, size):
    who = guest()
    who.come("organiser")
    who.page.goto(evening + page)
    who.page.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))
    hidden = []
    for _ in range(60):
        who.page.keyboard.press("Tab")
        hidden += filter(None, [who.page.evaluate(REACHED)])
    assert hidden == []


def test_on_paper_a_dark_page_is_white_and_has_nothing_to_press(guest, evening):
    who = guest(color_scheme="dark")
    who.come("organiser")
    who.page.goto(evening)
    who.page.emulate_media(media="print")
    assert who.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert [each for each in who.page.locator("button, header, .aksel-button").all() if each.is_visible()] == []


@pytest.mark.parametrize("scripts", [True, False])
def test_who_prefers_dark_gets_dark_pages_with_scripts_or_without(guest, evening, scripts):
    backgrounds = {}
    for light in ("light", "dark"):
        who = guest(color_scheme=light, java_script_enabled=scripts)
        who.come("organiser")
        who.page.goto(evening)
        backgrounds[light] = who.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert backgrounds == {"light": "rgb(255, 255, 255)", "dark": "rgb(14, 21, 31)"}


def test_dark_is_all_that_aksel_says_of_it():
    styles = Path(speeddate.web.__file__).parent / "static/aksel"
    said = re.findall(r"}\.dark(?:,\.dark-theme)?{([^}]*)}", (styles / "aksel.css").read_text())
    *tokens, scheme = said
    told = f"@layer aksel.theming{{:root{{{';'.join(tokens)}}}}}@layer aksel.baseline{{:root{{{scheme}}}}}\n"
    assert (styles / "dark.css").read_text() == told


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("size", SIZES)
def test_no_line_of_the_checklist_hides_behind_the_next(guest, evening, media, size):
    who = guest()
    who.come("organiser")
    who.page.goto(evening)
    who.page.locator(".todo [value=waiting]").first.click()
    who.page.emulate_media(media=media)
    who.page.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))
    assert who.page.get_by_text("Svar: venter på svar").is_visible()
    assert who.page.evaluate(HIDDEN) == []


def test_a_very_long_word_makes_no_page_wider_than_the_screen(guest, evening):
    liaison, counsellor = guest(), guest()
    liaison.come("liaison")
    liaison.page.goto(f"{evening}/employers/E1")
    liaison.page.fill("#name", "x" * 81)
    liaison.press()
    counsellor.come("counsellor")
    for who, page in ((liaison, "employers"), (liaison, "employers/E1"), (counsellor, "candidates/K01/when")):
        who.page.goto(f"{evening}/{page}")
        who.look()
