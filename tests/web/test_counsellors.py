"""Who prepares candidates at an event."""

import re

import pytest

from speeddate.services.access import offices
from speeddate.store.journal import EntryRow
from tests.races.forms import fields
from tests.web.conftest import token
from tests.web.test_candidates import EVENING, OWN, exported, read_version, save


def test_a_counsellor_sees_their_candidates_once_the_organiser_has_said_who_they_are(house):
    organiser, counsellor = house.visit("organiser"), house.visit("counsellor")
    with house.app.app_context():
        user = offices.user_id(house.session(), "counsellor@hamar.example")
    page = f"/events/{house.event}/candidates"
    assert "Ingen kandidater ennå" in counsellor.get(page).text
    seat(organiser, house, {f"seat-{OWN}": user})
    mine = [each.name for each in EVENING.candidates if each.counsellor == OWN]
    assert [name for name in mine if f">{name}</a>" not in counsellor.get(page).text] == []
    seat(organiser, house, {f"seat-{OWN}": ""})
    assert "Ingen kandidater ennå" in counsellor.get(page).text


def test_nobody_of_another_office_and_no_other_role_can_be_a_counsellor(house):
    organiser = house.visit("organiser")
    with house.app.app_context():
        others = [
            offices.user_id(house.session(), name) for name in ("counsellor@elverum.example", "host@hamar.example")
        ]
    for user in others:
        assert seat(organiser, house, {f"seat-{OWN}": user}).status_code == 404
    assert seat(organiser, house, {"seat-V99": ""}).status_code == 404


def test_one_more_counsellor_gets_an_id_of_their_own(house):
    organiser = house.visit("organiser")
    form = {"name": "Oda", "phone": "900 00 009", "csrf_token": token(organiser, "/events")}
    organiser.post(f"/events/{house.event}/counsellors/new", data=form)
    assert exported(house)["counsellors"][-1] == {"id": "V6", "name": "Oda", "phone": "900 00 009"}
    nameless = organiser.post(f"/events/{house.event}/counsellors/new", data=form | {"name": " "})
    assert nameless.status_code == 400
    assert "Skriv hva veilederen heter" in nameless.text


def seat(client, house, form):
    return client.post(f"/events/{house.event}/counsellors", data=form | {"csrf_token": token(client, "/events")})


PROFILE = {"name": "Marit", "phone": "+47 900 00 011", "deputy": "Siri", "deputy_phone": "90000012"}


def page(house, ref=OWN, more=""):
    return f"/events/{house.event}/counsellors/{ref}{more}"


def seated(house, ref=OWN):
    with house.app.app_context():
        user = offices.user_id(house.session(), "counsellor@hamar.example")
    seat(house.visit("organiser"), house, {f"seat-{ref}": user})
    return house.visit("counsellor")


def known(house, ref=OWN):
    return next((each for each in exported(house)["counsellors"] if each["id"] == ref), None)


def prepared_by(house, ref):
    return [each["id"] for each in exported(house)["candidates"] if each["counsellor"] == ref]


@pytest.mark.parametrize("role", ["organiser", "counsellor"])
def test_an_organiser_and_whoever_it_is_say_when_they_are_there_and_who_steps_in(house, role):
    own = seated(house)
    client = own if role == "counsellor" else house.visit("organiser")
    assert save(client, page(house), **PROFILE, available="15.00-16.30, 17.00-18.00").status_code == 302
    assert known(house) == {"id": OWN, **PROFILE, "available": [["15:00", "16:30"], ["17:00", "18:00"]]}


def test_a_counsellor_sees_and_changes_nobody_but_themselves(house):
    client = seated(house)
    before = exported(house)
    form = PROFILE | {"version": "1", "csrf_token": token(client, "/events"), "candidates": "K06", "to": OWN}
    for more in ("", "/candidates", "/remove"):
        assert client.post(page(house, "V2", more), data=form).status_code == 404
        assert client.get(page(house, "V2", more)).status_code == 404
    assert client.post(page(house, OWN, "/remove"), data=form).status_code == 404
    assert exported(house) == before


@pytest.mark.parametrize("number", ["900 00 01", "9000001x", "900 00 0111", "+46 900 00 011", "ring meg"])
@pytest.mark.parametrize("field", ["phone", "deputy_phone"])
def test_a_number_has_8_digits(house, field, number):
    before = exported(house)
    answer = save(house.visit("organiser"), page(house), **(PROFILE | {field: number}))
    assert answer.status_code == 400
    assert "Skriv et nummer med 8 siffer" in answer.text
    assert f'value="{number}"' in answer.text
    assert exported(house) == before


def test_a_new_counsellors_number_has_8_digits_too(house):
    organiser = house.visit("organiser")
    form = {"name": "Oda", "phone": "12", "csrf_token": token(organiser, "/events")}
    assert organiser.post(f"/events/{house.event}/counsellors/new", data=form).status_code == 400


def test_whoever_was_later_sees_both_and_loses_nothing(house):
    client = house.visit("organiser")
    version = read_version(client, page(house))
    save(client, page(house), version, **(PROFILE | {"name": "Første"}))
    answer = save(client, page(house), version, **(PROFILE | {"name": "Andre"}))
    assert answer.status_code == 409
    assert 'value="Andre"' in answer.text
    assert "<dd>Første</dd>" in answer.text
    again = re.search(r'name="version" value="(\d+)"', answer.text)[1]
    assert save(client, page(house), again, **(PROFILE | {"name": "Andre"})).status_code == 302


def hand_over(client, house, *candidates, to="V2", ref=OWN):
    form = {"csrf_token": token(client, "/events"), "candidates": list(candidates), "to": to}
    return client.post(page(house, ref, "/candidates"), data=form)


@pytest.mark.parametrize("role", ["organiser", "counsellor"])
def test_candidates_are_handed_over_and_that_is_noted(house, role):
    own = seated(house)
    client = own if role == "counsellor" else house.visit("organiser")
    assert hand_over(client, house, "K01", "K03").status_code == 302
    assert prepared_by(house, OWN) == ["K02", "K04", "K05"]
    assert {"K01", "K03"} < set(prepared_by(house, "V2"))
    with house.app.app_context():
        entries = house.session().query(EntryRow).filter_by(what="candidate handed over")
        assert [entry.about for entry in entries] == [f"{house.event} K01", f"{house.event} K03"]


def test_what_a_candidate_needs_is_then_for_whoever_took_over(house):
    own, needs = seated(house), f"/events/{house.event}/candidates/K01/needs"
    assert own.get(needs).status_code == 200
    hand_over(house.visit("organiser"), house, "K01")
    assert own.get(needs).status_code == 404
    assert seated(house, "V2").get(needs).status_code == 200


@pytest.mark.parametrize(
    ("candidates", "to"), [(["K06"], "V2"), (["K01"], "V99"), (["K01"], OWN), (["K01", "K99"], "V2")]
)
def test_nobody_elses_candidates_are_handed_over_and_none_to_nobody(house, candidates, to):
    before = exported(house)
    assert hand_over(house.visit("organiser"), house, *candidates, to=to).status_code == 404
    assert exported(house) == before


@pytest.mark.parametrize(
    ("candidates", "to", "told"), [([], "V2", "Velg minst én kandidat"), (["K01"], "", "Velg hvem som tar over")]
)
def test_whoever_chooses_too_little_is_told_what_to_do_and_loses_nothing(house, candidates, to, told):
    answer = hand_over(house.visit("organiser"), house, *candidates, to=to)
    assert (answer.status_code, told in answer.text) == (400, True)
    left = fields(answer.text)
    assert (left.get("candidates", []), left["to"]) == (candidates, [to])


def test_where_there_is_nobody_to_hand_over_there_is_no_page_for_it(house):
    client = house.visit("organiser")
    hand_over(client, house, *prepared_by(house, OWN))
    assert client.get(page(house, more="/candidates")).location == page(house)
    assert "La en annen ta over</a>" not in client.get(page(house)).text


def test_more_than_five_candidates_are_warned_of_and_not_refused(house):
    client = house.visit("organiser")
    pages = [f"/events/{house.event}/{list_}" for list_ in ("candidates", "counsellors")]
    assert ["Høyst 5 er best" in client.get(each).text for each in pages] == [False, False]
    save(client, f"{pages[0]}/new", name="Kim", counsellor=OWN, language="nb")
    assert ["Marit har 6 kandidater. Høyst 5 er best" in client.get(each).text for each in pages] == [True, True]
    assert "Marit har 6 kandidater" in seated(house).get(pages[0]).text


def test_of_other_counsellors_load_a_counsellor_is_told_nothing(house):
    save(house.visit("organiser"), f"/events/{house.event}/candidates/new", name="Kim", counsellor="V2", language="nb")
    assert "kandidater. Høyst" not in seated(house).get(f"/events/{house.event}/candidates").text


def test_a_counsellor_leaves_once_somebody_else_has_their_candidates(house):
    client = house.visit("organiser")
    form = {"csrf_token": token(client, "/events")}
    busy = client.post(page(house, more="/remove"), data=form)
    assert "La en annen ta over dem først" in client.get(busy.location).text
    assert known(house)
    own = seated(house)
    hand_over(client, house, *prepared_by(house, OWN))
    assert client.post(page(house, more="/remove"), data=form).status_code == 302
    assert known(house) is None
    assert own.get(page(house)).status_code == 404
