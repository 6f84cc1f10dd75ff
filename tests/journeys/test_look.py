"""How every page behaves by keyboard, and on paper."""

import pytest

from tests.journeys.conftest import SIZES

REACHED = """() => {
  const focused = document.activeElement, box = focused.getBoundingClientRect();
  const across = box.left + Math.min(box.width, innerWidth - box.left) / 2;
  const at = document.elementFromPoint(across, box.top + box.height / 2);
  return focused === document.body || focused.matches(".skip") ? "" :
    at && (focused.contains(at) || at.contains(focused) || focused.labels?.[0]?.contains(at)) ? "" : focused.outerHTML;
}"""


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
