"""Registering candidates: who they are, and what they need."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from speeddate.exchange import read_event
from speeddate.services import files
from speeddate.store.journal import EntryRow
from tests.web.conftest import token
from tests.web.listed import choose, send

EVENING = read_event(files.example("ta-sjansen"))
OWN = EVENING.counsellors[0].id
MINE = next(each for each in EVENING.candidates if each.counsellor == OWN)
PAIRS = 20
INTERPRETER = {"need-spoken_interpreter": "must"}
LANG = "need-spoken_interpreter-lang"


def test_a_new_candidate_gets_an_id_and_a_number_of_their_own(house):
    client = house.visit("organiser")
    for name in ("Kim", "Mia"):
        save(client, f"{home(house)}/new", name=name, counsellor=OWN, language="nn")
    kim, mia = exported(house)["candidates"][-2:]
    assert (kim["name"], kim["counsellor"], kim["language"]) == ("Kim", OWN, "nn")
    assert len({kim["id"], mia["id"], kim["number"], mia["number"]}) == 4


def test_an_organiser_is_told_that_a_former_counsellor_may_have_the_link(house):
    client, page = house.visit("organiser"), f"{home(house)}/{MINE.id}"
    other = next(each.id for each in EVENING.counsellors if each.id != OWN)
    told = []
    for counsellor in (other, OWN, OWN, ""):
        save(client, page, name=MINE.name, counsellor=counsellor, language="nb")
        told.append("kan ha lenka" in client.get(home(house)).text)
        if counsellor == other:
            house.guest("candidates", MINE.id)
    assert told == [False, True, False, True]


@pytest.mark.parametrize(("name", "why"), [("", "Skriv fornavnet"), ("Kim Prøvesen", "Skriv bare fornavnet")])
def test_only_a_first_name_is_kept(house, name, why):
    client = house.visit("organiser")
    before = exported(house)
    answer = save(client, f"{home(house)}/new", name=name, counsellor=OWN, language="nb")
    assert answer.status_code == 400
    assert why in answer.text
    assert exported(house) == before


@pytest.mark.parametrize(
    ("language", "what"),
    [
        ("nb", "Er det to, setter du bindestrek mellom: Anne-Marie."),
        ("nn", "Er det to, set du bindestrek mellom: Anne-Marie."),
        ("en", "If there are two, put a hyphen between them: Anne-Marie."),
    ],
)
def test_of_two_first_names_it_is_said_what_to_write(house, language, what):
    client = house.visit("organiser")
    choose(client, language)
    answer = save(client, f"{home(house)}/new", name="Anne Marie", counsellor=OWN, language="nb")
    assert (answer.status_code, what in answer.text) == (400, True)
    assert what in send(client, house, "Navn\nAnne Marie\n", ending="csv").text
    assert save(client, f"{home(house)}/new", name="Anne-Marie", counsellor=OWN, language="nb").status_code == 302


def test_a_counsellor_sees_and_registers_only_their_own(seated):
    client = seated.visit("counsellor")
    own = [each.id for each in EVENING.candidates if each.counsellor == OWN]
    assert re.findall(r'/candidates/(\w+)/steps"', client.get(home(seated)).text)[: len(own)] == own
    for other in (each for each in EVENING.candidates if each.counsellor != OWN):
        assert client.get(f"{home(seated)}/{other.id}").status_code == 404
        assert client.get(f"{home(seated)}/{other.id}/needs").status_code == 404
    refused = save(client, f"{home(seated)}/new", name="Kim", counsellor="V9", language="nb")
    assert refused.status_code == 404


def test_needs_are_for_their_own_counsellor_alone_and_reading_them_is_noted(seated):
    page = f"{home(seated)}/{MINE.id}/needs"
    assert seated.visit("organiser").get(page).status_code == 404
    assert seated.visit("counsellor").get(page).status_code == 200
    with seated.app.app_context():
        entries = seated.session().query(EntryRow).filter_by(what="needs read").all()
        assert [entry.about for entry in entries] == [f"{seated.event} {MINE.id}"]


def test_needs_are_kept_as_they_are_ticked(seated):
    client = seated.visit("counsellor")
    page = f"{home(seated)}/{MINE.id}/needs"
    ticked = {"need-step_free": "must", "need-low_noise": "helps", "need-spoken_interpreter": "must"}
    answer = save(client, page, **ticked, **{"need-spoken_interpreter-lang": "ar"})
    assert answer.status_code == 302
    needs = kept_needs(seated)
    assert {need["key"]: need["strength"] for need in needs} == {
        "step_free": "must", "low_noise": "helps", "spoken_interpreter": "must",
    }  # fmt: skip
    assert {"lang": "ar"} in [need.get("params") for need in needs]


@pytest.mark.parametrize("written", ["ar", "Arabisk", " arabisk ", "Arabic"])
def test_the_language_of_an_interpreter_is_one_however_it_is_written(seated, written):
    client = seated.visit("counsellor")
    page = f"{home(seated)}/{MINE.id}/needs"
    answer = save(client, page, **INTERPRETER, **{LANG: written})
    assert 'value="arabisk" autocomplete="off" list="languages"' in client.get(page).text
    assert "Vi kjenner ikke" not in client.get(answer.location).text + client.get(page).text
    assert kept_needs(seated) == [{"key": "spoken_interpreter", "strength": "must", "params": {"lang": "ar"}}]


def test_a_language_that_nobody_knows_is_kept_with_a_word_about_it(seated):
    client = seated.visit("counsellor")
    page = f"{home(seated)}/{MINE.id}/needs"
    answer = save(client, page, **INTERPRETER, **{LANG: "Elvisk"})
    for told in (client.get(answer.location).text, client.get(page).text):
        assert "Vi kjenner ikke språket «Elvisk». Det må skrives likt hos tolken og hos den som trenger tolk." in told
    assert f'name="{LANG}" value="Elvisk" autocomplete="off" list="languages" aria-describedby="doubt"' in (
        client.get(page).text
    )
    assert kept_needs(seated) == [{"key": "spoken_interpreter", "strength": "must", "params": {"lang": "elvisk"}}]


def test_of_what_is_no_longer_needed_nobody_is_told(seated):
    told = next(each for each in EVENING.candidates if each.counsellor == OWN and each.shares)
    save(seated.visit("counsellor"), f"{home(seated)}/{told.id}/needs")
    (kept,) = (each for each in exported(seated)["candidates"] if each["id"] == told.id)
    assert kept.keys() & {"needs", "shares"} == set()


def test_a_need_that_lacks_something_is_not_kept_and_says_what_to_do(seated):
    client = seated.visit("counsellor")
    before = exported(seated)
    answer = save(client, f"{home(seated)}/{MINE.id}/needs", **{"need-spoken_interpreter": "must"})
    assert answer.status_code == 400
    assert "Skriv språket" in answer.text
    assert re.search(r'name="need-spoken_interpreter" value="must" checked', answer.text)
    assert exported(seated) == before


def test_whoever_was_later_sees_both_and_loses_nothing(house):
    client, page = house.visit("organiser"), f"{home(house)}/{MINE.id}"
    version = read_version(client, page)
    save(client, page, version, name="Først", counsellor=OWN, language="nb")
    answer = save(client, page, version, name="Sist", counsellor=OWN, language="nb")
    assert answer.status_code == 409
    assert 'value="Sist"' in answer.text
    assert "Først" in answer.text
    again = re.search(r'name="version" value="(\d+)"', answer.text)[1]
    assert save(client, page, again, name="Sist", counsellor=OWN, language="nb").status_code == 302


def test_of_two_who_save_at_once_one_wins_and_the_other_is_told(house):
    page = f"{home(house)}/{MINE.id}"
    clients = [house.visit("organiser"), house.visit("organiser")]
    tokens = [token(client, page) for client in clients]
    for _ in range(PAIRS):
        version, ready = read_version(clients[0], page), Barrier(2)

        def press(number, version=version, ready=ready):
            form = {"csrf_token": tokens[number], "version": version, "name": f"Nr{number}", "language": "nb"}
            ready.wait()
            return clients[number].post(page, data=form | {"counsellor": OWN}).status_code

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(press, (0, 1))) == [302, 409]


def home(house):
    return f"/events/{house.event}/candidates"


def read_version(client, page):
    return re.search(r'name="version" value="(\d+)"', client.get(page).text)[1]


def save(client, page, version=None, **form):
    known = version or (read_version(client, page) if client.get(page).status_code == 200 else 0)
    return client.post(page, data=form | {"csrf_token": token(client, "/events"), "version": known})


def exported(house):
    return json.loads(house.visit("organiser").get(f"/events/{house.event}/event.json").data)


def kept_needs(house):
    (kept,) = (each for each in exported(house)["candidates"] if each["id"] == MINE.id)
    return kept["needs"]
