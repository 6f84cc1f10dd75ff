"""Counsellors and employers are found in a list by their names, as people write them, and by their ids."""

import pytest

from tests.web.listed import confirm, faults, home, send
from tests.web.test_candidates import EVENING, MINE, OWN, exported
from tests.web.test_candidates import save as saved

BAKERY, STORE = EVENING.employers[:2]
SEVERAL = f"Flere heter «{BAKERY.name}». Skriv id i stedet: {BAKERY.id}, {STORE.id}."


def test_employers_are_wished_for_and_avoided_by_name(seated):
    client = seated.visit("counsellor")
    rows = f"Navn;Ønsker;Vil slippe arbeidsgiver\nNora;{BAKERY.name}, E3;{STORE.name.upper()}\n"
    answer = send(client, seated, rows, ending="csv")
    assert faults(answer) == []
    confirm(client, seated, answer)
    nora = exported(seated)["candidates"][-1]
    assert (nora["wishes"], nora["avoid_employers"]) == ([BAKERY.id, "E3"], [STORE.id])


def test_what_would_change_is_shown_by_the_names_of_employers_and_counsellors(house):
    other = next(each for each in EVENING.counsellors if each.id != OWN)
    rows = f"Id;Navn;Veileder;Ønsker\n{MINE.id};{MINE.name};{other.name};{STORE.name}\n"
    shown = send(house.visit("organiser"), house, rows, ending="csv").text
    assert f"Veileder: <bdi>{EVENING.counsellors[0].name}</bdi> → <bdi>{other.name}</bdi>" in shown
    assert f"→ <bdi>{STORE.name}</bdi>" in shown


def test_a_slip_in_the_name_of_an_employer_is_told_with_the_one_that_was_probably_meant(house):
    answer = send(house.visit("organiser"), house, "Navn;Ønsker\nKim;Løten Bakri\n", ending="csv")
    slip = "rad 2, Ønsker: «Løten Bakri» finnes ikke blant arbeidsgiverne. Mente du «Løten Bakeri»?"
    assert faults(answer) == [slip]


@pytest.mark.parametrize(("column", "key"), [("Ønsker", "wishes"), ("Vil slippe arbeidsgiver", "avoid_employers")])
def test_of_two_employers_of_one_name_the_list_must_say_which_by_id(seated, column, key):
    saved(seated.visit("organiser"), f"{home(seated, 'employers')}/{STORE.id}", name=BAKERY.name, stations="P2")
    client = seated.visit("counsellor")
    answer = send(client, seated, f"Navn;{column}\nKim;{BAKERY.name}\n", ending="csv")
    assert faults(answer) == [f"rad 2, {column}: {SEVERAL}"]
    confirm(client, seated, send(client, seated, f"Navn;{column}\nKim;{STORE.id}\n", ending="csv"))
    assert exported(seated)["candidates"][-1][key] == [STORE.id]


def test_of_two_counsellors_of_one_name_the_list_must_say_which_by_id(house):
    first, second = EVENING.counsellors[:2]
    client = house.visit("organiser")
    saved(client, f"/events/{house.event}/counsellors/{second.id}", name=first.name)
    answer = send(client, house, f"Navn;Veileder\nKim;{first.name}\n", ending="csv")
    told = f"Flere heter «{first.name}». Skriv id i stedet: {first.id}, {second.id}."
    assert faults(answer) == [f"rad 2, Veileder: {told}"]
