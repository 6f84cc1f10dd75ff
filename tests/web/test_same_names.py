"""Two stations or two employers of one name are told about when they are saved, and saved all the same."""

import pytest

from tests.web.test_candidates import EVENING, exported, save

TOLD = "Flere heter «{name}». Gi dem hvert sitt navn, så ingen tar feil."
FIRST = {"stations": EVENING.stations[0].name, "employers": EVENING.employers[0].name}


@pytest.mark.parametrize("kind", FIRST)
@pytest.mark.parametrize("ref", ["new", 1])
def test_of_two_of_one_name_it_is_told_on_saving(house, kind, ref):
    client, name, home = house.visit("organiser"), FIRST[kind].upper(), f"/events/{house.event}/{kind}"
    save(client, f"{home}/{exported(house)[kind][ref]['id'] if ref == 1 else ref}", name=name)
    assert TOLD.format(name=name) in client.get(home).text
    assert [each["name"] for each in exported(house)[kind]].count(name) == 1


@pytest.mark.parametrize("kind", FIRST)
def test_of_a_name_that_stays_as_it_is_nothing_is_told(house, kind):
    client, home = house.visit("organiser"), f"/events/{house.event}/{kind}"
    save(client, f"{home}/{exported(house)[kind][0]['id']}", name=FIRST[kind])
    text = client.get(home).text
    assert (TOLD.format(name=FIRST[kind]) in text, "Lagret" in text) == (False, True)
