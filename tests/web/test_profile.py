"""What an employer is asked about, and what is said of what they write."""

import pytest

from tests.web.test_candidates import exported, save
from tests.web.test_employers import PROFILE

WHOLE = PROFILE | {"licences": "Førerkort B", "safety": "Vernesko", "jobs": "1", "placements": "3", "visits": "0"}


def page(house, ref="new"):
    return f"/events/{house.event}/employers/{ref}"


def test_demands_offers_and_hours_are_kept(house):
    answer = save(house.visit("liaison"), page(house), **WHOLE, returning="yes", available="1530-17.00, 17:30–18:10")
    assert answer.status_code == 302
    kept = exported(house)["employers"][-1]
    told = ("licences", "safety", "jobs", "placements", "returning", "available")
    assert [kept[key] for key in told] == [
        "Førerkort B", "Vernesko", 1, 3, True, [["15:30", "17:00"], ["17:30", "18:10"]],
    ]  # fmt: skip
    assert "visits" not in kept


def test_what_was_kept_stands_on_the_page_and_is_kept_again(house):
    client = house.visit("liaison")
    save(client, page(house), **WHOLE, available="15.30-17.00", returning="yes", max_meetings="2")
    before, shown = exported(house)["employers"][-1], client.get(page(house, "E7")).text
    assert 'value="15.30–17.00"' in shown
    assert 'value="yes" data-standalone="false" checked' in shown
    save(client, page(house, "E7"), **WHOLE, available="15.30–17.00", returning="yes", max_meetings="2")
    assert exported(house)["employers"][-1] == before


def test_what_is_emptied_is_gone(house):
    client = house.visit("liaison")
    save(client, page(house), **WHOLE, available="15.30-17.00", returning="yes")
    empty = dict.fromkeys((*WHOLE, "available", "returning"), "")
    save(client, page(house, "E7"), **(empty | {"name": "Verkstedet"}))
    assert exported(house)["employers"][-1].keys() == {"id", "name", "max_meetings", "stations"}


@pytest.mark.parametrize(
    ("field", "written", "why"),
    [
        ("jobs", "mange", "Skriv et tall fra 0 til 99"),
        ("placements", "100", "Skriv et tall fra 0 til 99"),
        ("visits", "-1", "Skriv et tall fra 0 til 99"),
        ("jobs", "9" * 5000, "Skriv et tall fra 0 til 99"),
        ("max_meetings", "401", "Skriv et tall fra 1 til 400"),
        ("available", "hele kvelden", "Skriv når det er, for eksempel 15.30–17.30"),
        ("available", "17.00–15.30", "Skriv en sluttid etter 17.00"),
        ("available", "aldri", "Skriv når det er, for eksempel 15.30–17.30"),
        ("available", "15.30-25.00", "Skriv når det er, for eksempel 15.30–17.30"),
        ("licences", "Ring 900 00 001", "Ta bort nummeret"),
    ],
)
def test_what_cannot_be_right_stays_in_the_field_with_what_to_do(house, field, written, why):
    before = exported(house)
    answer = save(house.visit("liaison"), page(house), **(WHOLE | {field: written}))
    assert answer.status_code == 400
    assert why in answer.text
    assert written in answer.text
    assert exported(house) == before


@pytest.mark.parametrize(
    ("field", "written", "advice"),
    [
        ("interviewer_role", "HR", "Kan den nærmeste lederen komme også?"),
        ("questions", "Har du familie?", "Spør dere om «familie»?"),
        ("questions", "Hva liker du?", "Dere har skrevet 1 spørsmål."),
        ("questions", "A?\nB?\nC?\nD?\nE?\nF?", "Dere har skrevet 6 spørsmål."),
        ("looks_for", "En uten diagnose", "Sier «diagnose» noe om helse"),
    ],
)
def test_what_to_think_over_is_said_kindly_and_stops_nobody(house, field, written, advice):
    client = house.visit("liaison")
    assert save(client, page(house), **(PROFILE | {field: written})).status_code == 302
    assert advice in client.get(f"/events/{house.event}/employers").text


def test_a_whole_profile_gets_no_advice(house):
    client = house.visit("liaison")
    questions = "Hva liker du å gjøre?\nNår passer det å jobbe?\nHva vil du lære?"
    save(client, page(house), **(WHOLE | {"questions": questions, "interviewer_role": "HR og verksmester"}))
    assert "aksel-alert--warning" not in client.get(f"/events/{house.event}/employers").text


def test_the_list_says_how_far_each_has_come(house):
    client = house.visit("liaison")
    questions = "Hva liker du?\nHva kan du?\nHva vil du?"
    save(
        client, page(house), **(WHOLE | {"name": "Ny", "looks_for": "x", "interviewer": "Eva", "questions": questions})
    )
    row = client.get(f"/events/{house.event}/employers").text.split(">Ny</a>")[1].split("</tr>")[0]
    cells = [cell.split("<")[0] for cell in row.split('aksel-body-short">')[1:-1]]
    assert cells == ["Klar", "Eva", "3", "jobb: 1, praksis: 3"]
