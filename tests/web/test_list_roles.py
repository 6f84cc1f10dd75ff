"""Somebody who is both organiser and counsellor sees all candidates, and what is private of their own alone."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from speeddate.services.access import offices
from speeddate.services.lists import list_sealing
from speeddate.services.registration import seats
from tests.web.conftest import token
from tests.web.listed import choose, confirm, faults, home, send
from tests.web.test_candidates import EVENING, MINE, OWN, exported

OWN_WORDS = {"Er god på", "Vil gjerne", "Tre ting å si", "Vil spørre om", "Vil slippe arbeidsgiver"}


@pytest.fixture
def both(house):
    with house.app.app_context():
        session = house.session()
        roles = ["organiser", "counsellor"]
        key = offices.enrol(session, office="Hamar", email="kari@hamar.example", name="Kari", roles=roles)
        organiser = offices.organiser_of(session, "Hamar")
        seats.seat(session, organiser, house.event, {OWN: offices.user_id(session, "kari@hamar.example")})
    client = house.visitor()
    client.post(f"/enter/{key}", data={"csrf_token": token(client, f"/enter/{key}")})
    return client


def test_their_list_has_everybody_and_what_is_private_of_their_own(house, both):
    out = both.get(f"{home(house)}/candidates.xlsx").data
    book = load_workbook(BytesIO(out))
    headings, *rows = book["Kandidater"].iter_rows(values_only=True)
    private = [column for column, heading in enumerate(headings) if heading in OWN_WORDS]
    own = {each.id for each in EVENING.candidates if each.counsellor == OWN}
    assert {row[0] for row in rows} == {each.id for each in EVENING.candidates}
    assert {row[0] for row in rows if any(row[column] for column in private)} == own
    assert {row[0] for row in book["Behov"].iter_rows(min_row=2, values_only=True)} <= own
    assert "Det er ingenting å hente inn" in send(both, house, out).text


def test_they_bring_in_what_is_private_of_their_own_alone(house, both):
    other = next(each for each in EVENING.candidates if each.counsellor != OWN)
    before = exported(house)
    answer = send(both, house, f"Id;Navn;Er god på\n{other.id};{other.name};Alt\n", ending="csv")
    assert faults(answer) == ["rad 2, Er god på: Tøm kolonnen. Bare veilederen til kandidaten kan hente inn dette."]
    assert exported(house) == before


def test_what_waited_for_too_long_is_not_brought_in(house, both, monkeypatch):
    monkeypatch.setattr(list_sealing, "LASTS", timedelta(seconds=-1))
    shown, before = send(both, house, "Navn\nKim\n", ending="csv"), exported(house)
    answer = confirm(both, house, shown)
    assert (answer.status_code, "Det har gått for lang tid" in answer.text) == (400, True)
    assert exported(house) == before


@pytest.mark.parametrize(
    "private",
    [
        {"avoid_employers": ["E1"]},
        {"needs": [{"key": "time_warning", "strength": "helps", "params": {"warn_min": 9}}], "shares": {}},
    ],
    ids=["whom somebody avoids", "what somebody needs"],
)
def test_no_doubt_tells_an_organiser_what_is_private(house, private):
    event = exported(house)
    event["candidates"][0] |= {"wishes": ["E1"]} | private
    house.event = house.bring(event)
    shown = send(house.visit("organiser"), house, "Id;Navn;Ønsker\nK01;Kim;E1\n", ending="csv")
    assert (shown.status_code, faults(shown)) == (200, [])


@pytest.mark.parametrize("file", ["candidates.xlsx", "candidates.csv", "needs.csv"])
def test_candidates_see_who_took_what_they_need_in_a_list(seated, file):
    seated.visit("counsellor").get(f"{home(seated)}/{file}")
    other = next(each.id for each in EVENING.candidates if each.counsellor != OWN)
    told = "Lastet ned det du trenger og har skrevet"
    assert [sights(seated, ref).count(told) for ref in (MINE.id, other)] == [1, 0]


def test_candidates_see_who_brought_in_a_list_about_them(house):
    client = house.visit("organiser")
    confirm(client, house, send(client, house, "Id;Navn\nK01;Kim\n", ending="csv"))
    told = "Hentet inn opplysninger om deg fra en fil"
    assert [sights(house, ref).count(told) for ref in ("K01", "K02")] == [1, 0]


def sights(house, ref):
    client, _ = house.guest("candidates", ref)
    choose(client, "nb")
    return client.get("/me/seen").text
