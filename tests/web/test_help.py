"""Help in place: every page of those who work here says what it is for, and guests see whom to ask."""

import re

import pytest

from speeddate.store.offices import ROLES
from tests.web.routes import ALL, EXPECTED
from tests.web.test_permissions import ask

HELP = re.compile(r'<details class="help"><summary[^>]*>(.+?)</summary><p[^>]*>(.+?)</p></details>\s*</main>')
STAFF_PAGES = [
    (endpoint, whose, min(allowed & set(ROLES)))
    for endpoint, method, whose, allowed in EXPECTED
    if method == "GET" and allowed & set(ROLES) and allowed != ALL and whose != "foreign"
]
BESIDE = "steps yes needs when words wishes sharing shown summary seen withdraw erase link"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_page_of_those_who_work_here_has_help_at_its_end(house, language):
    without, told = [], set()
    for endpoint, whose, role in STAFF_PAGES:
        client = speaking(house.visit(role), language)
        answer = ask(house, client, endpoint, "GET", whose)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            found = HELP.search(answer.text)
            told |= {found[2]} if found else set()
            without += [] if found or "events.home" in endpoint else [endpoint]
    assert (without, len(told)) == ([], 39)


@pytest.mark.parametrize("page", BESIDE.split())
def test_a_counsellor_has_help_with_the_steps_of_their_candidate(seated, page):
    answer = seated.visit("counsellor").get(f"/events/{seated.event}/candidates/K01/{page}")
    assert HELP.search(answer.text)[1] == "Hjelp til denne siden"


@pytest.mark.parametrize("page", ["", "/profile", "/interest"])
def test_an_employer_sees_whom_to_ask_in_the_same_place_on_every_page(house, page):
    text = house.visit("employer").get(f"/my-meetings{page}").text
    assert re.findall(r'class="help[^>]*>([^<]+)</p>\s*</main>', text) == [
        "Trenger dere hjelp? Spør kontoret som inviterte dere: Hamar."
    ]


@pytest.mark.parametrize(
    ("page", "sent"),
    [("/events/new", {}), ("/events/import", {}), ("/events/{event}/frame", {"date": "x"}), ("/events/new/copy", {})],
)
def test_the_title_of_a_page_says_first_that_something_must_be_mended(house, page, sent):
    client, at = house.visit("organiser"), page.format(event=house.event)
    before = title(client.get(at))
    assert title(client.post(at, data=sent | {"csrf_token": token_of(client, at)})) == f"Feil: {before}"


def speaking(client, language):
    client.post("/language", data={"csrf_token": token_of(client, "/enter/none"), "speak": language, "page": "/"})
    return client


def token_of(client, at):
    return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(at).text)[1]


def title(answer):
    return re.search(r"<title>(.+?)</title>", answer.text, re.DOTALL)[1]
