"""A candidate who was registered by mistake is taken out again, with everything about them."""

import pytest

from speeddate.store.guests import GuestRow
from speeddate.store.journal import EntryRow
from speeddate.store.progress import ConsentRow, ProgressRow
from tests.web.conftest import token
from tests.web.test_candidates import EVENING, MINE, OWN, exported, home, save

OTHER = next(each for each in EVENING.candidates if each.counsellor != OWN)


def page(house, ref=MINE.id):
    return f"{home(house)}/{ref}/remove"


def remove(house, role, ref=MINE.id):
    client = house.visit(role)
    return client, client.post(page(house, ref), data={"csrf_token": token(client, "/events")})


def left_of(house, ref):
    """Count what is kept of somebody beside the event."""
    with house.app.app_context():
        tables = (ProgressRow, ConsentRow, GuestRow)
        return [house.session().query(table).filter_by(ref=ref).count() for table in tables]


def test_it_is_asked_once_and_says_what_is_lost_but_no_need(house):
    client = house.visit("organiser")
    assert page(house) in client.get(f"{home(house)}/{MINE.id}").text
    text = client.get(page(house)).text
    assert f"Slette {MINE.name}?" in text
    assert f"Ønsker kandidaten har: {len(MINE.wishes)}. De blir borte." in text
    assert text.count("<li>") == 1
    assert len(exported(house)["candidates"]) == len(EVENING.candidates)


@pytest.mark.parametrize("role", ["organiser", "counsellor"])
def test_everything_about_them_is_deleted_and_the_list_says_so(seated, role):
    guest, _ = seated.guest("candidates", MINE.id)
    guest.post("/me/yes", data={"csrf_token": token(guest), "answer": "yes"})
    client, answer = remove(seated, role)
    assert answer.location == home(seated)
    assert f"{MINE.name} og alt om kandidaten er slettet." in client.get(home(seated)).text
    assert MINE.id not in {each["id"] for each in exported(seated)["candidates"]}
    assert guest.get("/me").status_code == 302
    assert left_of(seated, MINE.id) == [0, 0, 0]
    with seated.app.app_context():
        noted = seated.session().query(EntryRow).filter_by(what="candidate removed").one().about
    assert noted == f"{seated.event} {MINE.id}"


def test_nobody_gets_the_id_of_somebody_who_was_taken_out(house):
    remove(house, "organiser", "K24")
    save(house.visit("organiser"), f"{home(house)}/new", name="Kim", counsellor=OWN, language="nb")
    assert exported(house)["candidates"][-1]["id"] == "K25"


@pytest.mark.parametrize("role", ["organiser", "counsellor"])
def test_who_has_withdrawn_can_be_deleted_too(seated, role):
    guest, _ = seated.guest("candidates", MINE.id)
    guest.post("/me/withdraw", data={"csrf_token": token(guest)})
    client = seated.visit(role)
    assert f'href="{page(seated)}">Slett {MINE.name}</a>' in client.get(home(seated)).text
    assert f'href="{home(seated)}">' in client.get(page(seated)).text.partition("Slette")[2]
    remove(seated, role)
    assert f"Slett {MINE.name}" not in client.get(home(seated)).text
    assert guest.get("/me").status_code == 302
    assert left_of(seated, MINE.id) == [0, 0, 0]


@pytest.mark.parametrize(("role", "ref"), [("counsellor", OTHER.id), ("organiser", "K99"), ("liaison", MINE.id)])
def test_nobody_takes_out_a_candidate_who_is_not_theirs_to_register(seated, role, ref):
    client, answer = remove(seated, role, ref)
    assert (client.get(page(seated, ref)).status_code, answer.status_code) == (404, 404)
    assert len(exported(seated)["candidates"]) == len(EVENING.candidates)
