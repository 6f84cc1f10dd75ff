"""Who prepares candidates at an event."""

from speeddate.services import offices
from tests.web.conftest import token
from tests.web.test_candidates import EVENING, OWN, exported


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
