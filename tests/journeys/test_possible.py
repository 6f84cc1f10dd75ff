"""An organiser finds out before anybody is invited whether the evening can work out."""

from dataclasses import replace

import pytest

from speeddate.services import events
from speeddate.services.access import offices
from tests.services.evenings import asking, evening, interpreter
from tests.web.conftest import enrolled

NEEDS = {f"K{n:02}": ["sign_interpreter"] for n in range(1, 7)}
EVENINGS = {
    "empty": evening(candidates=0, employers=0),
    "well": asking(evening(resources=(interpreter(), interpreter("T2"))), NEEDS),
    "short": asking(evening(resources=(interpreter(),)), NEEDS),
    "secret": asking(evening(candidates=26), {"K01": ["hearing_loop"]}),
}


@pytest.fixture
def brought(served):
    """Give the office one of the evenings; gives its address."""

    def bring(state):
        with served.app_context():
            enrolled(served, "organiser", "Hamar")
            session = served.extensions["stored"].session()
            event = replace(EVENINGS[state], name="Ta sjansen")
            made = events.add(session, offices.organiser_of(session, "Hamar"), event)
        return f"{served.config['ADDRESS']}/events/{made}"

    return bring


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("state", EVENINGS)
def test_the_page_and_the_road_can_be_read_by_everybody(guest, brought, state, light):
    who, at = guest(color_scheme=light), brought(state)
    who.come("organiser")
    who.page.goto(at)
    who.look()
    who.page.goto(f"{at}/possible")
    who.look()
    assert who.heading == "Går det opp?"


@pytest.mark.parametrize("scripts", [True, False])
def test_from_a_warning_on_the_road_to_the_interpreter_who_is_missing(guest, brought, scripts):
    who, at = guest(java_script_enabled=scripts), brought("short")
    who.come("organiser")
    who.page.goto(at)
    assert who.page.locator(".shortages strong").all_inner_texts() == [
        "Det trengs 6 møter med dette: tegnspråktolk. Det rekker til 4."
    ]
    who.page.get_by_role("link", name="Se hvorfor").click()
    who.page.get_by_role("link", name="Det folk deler").click()
    who.press()
    who.page.check("[name=kind][value=sign_interpreter]")
    who.press()
    who.page.goto(f"{at}/possible")
    assert who.page.locator(".shortages").count() == 0


@pytest.mark.parametrize(
    ("language", "title"), [("Bokmål", "Går det opp?"), ("Nynorsk", "Går det opp?"), ("English", "Will it work out?")]
)
def test_the_page_speaks_three_languages(guest, brought, language, title):
    who, at = guest(), brought("short")
    who.come("organiser")
    who.page.goto(f"{at}/possible")
    who.page.get_by_role("button", name=language).click()
    who.look()
    assert who.heading == title
