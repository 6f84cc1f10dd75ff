"""What nobody sees in a text that is written in a form does not stay in it."""

import pytest

from tests.web.test_candidates import OWN, exported, home, save
from tests.web.test_employers import PROFILE


@pytest.mark.parametrize(
    "name", ["Ola\u202elive", "\u2066Olalive\u2069", "Ola\x00li\x1b\x7fve", "\ufeffOla\u200b\u200flive"]
)
def test_a_name_is_the_one_that_is_seen(house, name):
    save(house.visit("organiser"), f"{home(house)}/new", name=name, counsellor=OWN, language="nb")
    assert exported(house)["candidates"][-1]["name"] == "Olalive"


@pytest.mark.parametrize("name", ["\u202e", "\x00\u2066 \u2069"])
def test_a_name_of_nothing_that_is_seen_is_no_name(house, name):
    answer = save(house.visit("organiser"), f"{home(house)}/new", name=name, counsellor=OWN, language="nb")
    assert answer.status_code == 400


def test_lines_tabs_and_what_joins_letters_stay(house):
    does = "می\u200cخواهم\tog\r\n👩\u200d🔧"
    save(house.visit("liaison"), f"/events/{house.event}/employers/new", **(PROFILE | {"does": does}))
    assert exported(house)["employers"][-1]["does"] == does.replace("\r\n", "\n")
