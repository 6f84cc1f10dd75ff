"""Coming in and going out."""

import re
from datetime import timedelta
from email import message_from_bytes

import pytest
from sqlalchemy import select, update

from speeddate.services.access import doors
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.doors import LinkRow, VisitRow
from tests.web.conftest import app_in, token


def test_a_link_opens_once(house):
    key = house.link("organiser")
    assert come(house, key).get("/events").status_code == 200
    again = come(house, key)
    assert again.get("/events").status_code == 302


def test_looking_at_a_link_does_not_use_it_up(house):
    key = house.link("organiser")
    for _ in range(3):
        house.visitor().get(f"/enter/{key}")
    assert come(house, key).get("/events").status_code == 200


def test_an_old_link_does_not_open(house):
    key = house.link("organiser")
    with house.app.app_context(), writing(house.session()):
        house.session().execute(update(LinkRow).values(expires_at=now() - timedelta(seconds=1)))
    assert "Be om en ny" in house.visitor().get(f"/enter/{key}").text
    assert come(house, key).get("/events").status_code == 302


def test_only_hashes_of_links_and_sessions_are_kept(house, tmp_path):
    key = house.link("organiser")
    come(house, key)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and key.encode() in path.read_bytes()]


def test_whoever_asks_for_a_link_gets_it_by_mail_and_the_page_says_the_same_to_all(house, tmp_path):
    client = house.visitor()
    form = {"csrf_token": token(client)}
    known = client.post("/sign-in", data=form | {"email": " ORGANISER@hamar.example "})
    unknown = client.post("/sign-in", data=form | {"email": "nobody@hamar.example"})
    texts = {re.sub(r'name="csrf_token"[^>]*', "", answer.text) for answer in (known, unknown)}
    assert len(texts) == 1
    known.close()
    (letter,) = (message_from_bytes(path.read_bytes()) for path in (tmp_path / "mail").iterdir())
    assert (letter["To"], letter["Subject"]) == ("organiser@hamar.example", "Lenka di")
    link = next(word for word in letter.get_payload(decode=True).decode().split() if word.startswith("http"))
    assert come(house, link.rpartition("/")[2]).get("/events").status_code == 200


def test_nobodys_mailbox_is_filled_by_others(house, tmp_path):
    client = house.visitor()
    form = {"csrf_token": token(client), "email": "host@hamar.example"}
    answers = [client.post("/sign-in", data=form) for _ in range(doors.MOST_LINKS + 3)]
    for answer in answers:
        answer.close()
    assert len({re.sub(r'name="csrf_token" value="[^"]+"', "", answer.text) for answer in answers}) == 1
    assert len(list((tmp_path / "mail").iterdir())) == doors.MOST_LINKS - 1  # one was made for the house


def test_who_has_left_cannot_come_back_with_the_same_cookie(house):
    client = house.visit("organiser")
    cookie = client.get_cookie("speeddate").value
    client.post("/sign-out", data={"csrf_token": token(client, "/events")})
    client.set_cookie("speeddate", cookie)
    assert client.get("/events").status_code == 302


@pytest.mark.parametrize("change", [{"seen_at": doors.IDLE}, {"began_at": doors.LONGEST}])
def test_a_session_ends_by_itself(house, change):
    client = house.visit("organiser")
    (field, length), *_ = change.items()
    with house.app.app_context(), writing(house.session()):
        house.session().execute(update(VisitRow).values({field: now() - length - timedelta(seconds=1)}))
    assert client.get("/events").status_code == 302


def test_a_session_goes_on_while_somebody_is_busy(house):
    client = house.visit("organiser")
    with house.app.app_context(), writing(house.session()):
        house.session().execute(update(VisitRow).values(seen_at=now() - doors.IDLE + timedelta(minutes=1)))
    client.get("/events")
    with house.app.app_context():
        (seen,) = house.session().scalars(select(VisitRow.seen_at))
    assert now() - seen < timedelta(minutes=1)


def test_signing_in_begins_a_new_session_and_keeps_the_language(house):
    client = house.visitor()
    client.post("/language", data={"csrf_token": token(client), "speak": "nn", "page": "/sign-in"})
    before = client.get_cookie("speeddate").value
    client.post(f"/enter/{house.link('organiser')}", data={"csrf_token": token(client)})
    assert client.get_cookie("speeddate").value != before
    assert 'lang="nn"' in client.get("/events").text


@pytest.mark.parametrize(
    "page", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_nobody_is_led_away(house, page):
    client = house.visitor()
    answer = client.post("/language", data={"csrf_token": token(client), "speak": "en", "page": page})
    assert answer.headers["Location"] == "/"


def test_a_form_from_elsewhere_is_refused(house):
    client = house.visit("organiser")
    assert client.post("/events/new", data={"name": "x", "date": "1.2.2027"}).status_code == 400


def test_another_host_is_refused(house):
    assert house.visitor().get("/sign-in", headers={"Host": "evil.example"}).status_code == 400


def test_the_cookie_of_a_production_server_is_for_it_alone(tmp_path):
    app = app_in(tmp_path, production=True, address="https://speeddate.example")
    answer = app.test_client().get("/sign-in", base_url="https://speeddate.example")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-speeddate=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))


def come(house, key):
    client = house.visitor()
    client.post(f"/enter/{key}", data={"csrf_token": token(client)})
    return client
