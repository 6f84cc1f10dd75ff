"""What is asked with bad intent is refused: under other names, from other places, without a token, or by a link."""

import logging
import re
import socket
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from speeddate.store.doors import LinkRow, VisitRow
from speeddate.store.offices import ROLES
from tests.web.conftest import app_in, token

AWAY = (
    "//evil.example", "///evil.example", "////evil.example/%2f..", "https://evil.example", "http:evil.example",
    "HTTPS:/evil.example",
    "/\\evil.example", "\\\\evil.example", "/\\/evil.example", "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example", "\t//evil.example", " //evil.example", "/%09/evil.example", "javascript:alert(1)",
    "java\nscript:x",
    "data:text/html,x", "evil.example", "@evil.example", "/@evil.example/..//evil.example", "//evil.example@localhost",
    "/\r\nSet-Cookie: x=y", "/\u2028/evil.example", "/ＥＶＩＬ", "",
)  # fmt: skip
HOSTS = (
    "evil.example", "localhost.evil.example", "evil.example:80", "localhost@evil.example", "127.0.0.1",
    "[::1]", "localhost.", "LOCALHOST.evil", "localhost, evil.example", "x", " ",
)  # fmt: skip
FORWARDED = ("X-Forwarded-Host", "X-Host", "X-Original-URL", "X-Rewrite-URL", "Forwarded", "X-Forwarded-Server")


@pytest.mark.parametrize("page", AWAY)
def test_nobody_is_led_away(house, page):
    client = house.visitor()
    answer = client.post("/language", data={"csrf_token": token(client), "speak": "en", "page": page})
    where = answer.headers["Location"]
    led = urlsplit(re.sub(r"[\t\r\n]", "", where).replace("\\", "/"))  # as browsers read it
    assert answer.status_code == 302
    assert (led.scheme, led.netloc) == ("", "")
    assert not where.strip().startswith(("//", "/\\"))
    assert "x=y" not in str(answer.headers.getlist("Set-Cookie"))


@pytest.mark.parametrize("host", HOSTS)
def test_another_host_is_refused(house, host):
    assert house.visitor().get("/sign-in", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("header", FORWARDED)
def test_a_header_does_not_change_where_links_lead(house, tmp_path, header):
    client = house.visitor()
    form = {"csrf_token": token(client), "email": "host@hamar.example"}
    client.post("/sign-in", data=form, headers={header: "evil.example"}).close()
    (letter,) = (tmp_path / "mail").iterdir()
    assert b"evil" not in letter.read_bytes()


@pytest.mark.parametrize("given", [{}, {"csrf_token": ""}, {"csrf_token": "x"}, {"csrf_token": "stolen"}])
def test_no_form_is_taken_without_its_own_token(house, given):
    if given.get("csrf_token") == "stolen":
        given = {"csrf_token": token(house.visit("organiser"), "/events/new")}
    client = house.visit("organiser")
    before = rows(house)
    for rule in house.app.url_map.iter_rules():
        if "POST" in rule.methods:
            answer = client.post(address(house, rule), data=given | {"name": "x", "date": "1.2.2027", "language": "en"})
            assert (rule.endpoint, answer.status_code) == (rule.endpoint, 400)
    assert rows(house) == before


@pytest.mark.parametrize("who", ["nobody", *ROLES])
def test_nothing_happens_by_looking(house, who):
    client = house.visit(who) if who != "nobody" else house.visitor()
    before = rows(house)
    for rule in house.app.url_map.iter_rules():
        noted = rule.endpoint.endswith(".download") or rule.endpoint.startswith(
            "evening."
        )  # that somebody took or read it
        if "GET" in rule.methods and rule.endpoint != "static" and not noted:
            for query in ("", "?name=x&language=en&users=x&close=1"):
                client.get(address(house, rule) + query).close()
    assert rows(house) == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
def test_other_methods_do_nothing(house, method):
    client = house.visit("organiser")
    before = rows(house)
    for rule in house.app.url_map.iter_rules():
        assert client.open(address(house, rule), method=method).status_code in {400, 405}
    assert rows(house) == before


def test_a_production_server_takes_forms_from_browsers_that_tell_no_referrer(tmp_path):
    app, base = app_in(tmp_path, production=True, address="https://speeddate.example"), "https://speeddate.example"
    client = app.test_client()
    page = client.get("/sign-in", base_url=base).text
    form = {"csrf_token": re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)[1], "email": "x@example.org"}
    assert client.post("/sign-in", base_url=base, data=form).status_code == 200


def test_links_cannot_be_guessed_and_only_their_hashes_are_kept(house):
    keys = {house.link("host") for _ in range(20)}
    assert {len(key) for key in keys} == {22}  # 128 bits
    with house.app.app_context():
        kept = house.session().scalars(select(LinkRow.key)).all()
    assert not {key.encode() for key in keys} & set(kept)


@pytest.mark.parametrize("change", ["x", "", "%00", "'--", "../../events", "A" * 3000])
def test_a_key_that_is_none_opens_nothing(house, change):
    client = house.visitor()
    answer = client.post(f"/enter/{house.link('host')}{change}x", data={"csrf_token": token(client)})
    assert answer.status_code in {400, 404}
    assert client.get("/events").status_code == 302


@pytest.mark.parametrize("forged", ["visit", "eyJ2aXNpdCI6IngifQ", "", "'"])
def test_a_cookie_that_somebody_made_up_opens_nothing(house, forged):
    client = house.visitor()
    client.set_cookie("speeddate", forged)
    assert client.get("/events").status_code == 302


def test_every_sign_in_begins_another_session_and_leaves_none_of_the_old(house):
    client, seen = house.visitor(), []
    for _ in range(3):
        client.post(f"/enter/{house.link('host')}", data={"csrf_token": token(client)})
        seen.append(client.get_cookie("speeddate").value)
    assert len(set(seen)) == 3
    client.post("/sign-out", data={"csrf_token": token(client, "/account")})
    with house.app.app_context():
        assert len(house.session().scalars(select(VisitRow.id)).all()) == 2  # of the other two; they end by themselves


def test_the_log_would_be_heard_if_it_told_anything(heard):
    logging.getLogger("speeddate.web").warning("%s wrote", "kari@example.org")
    logging.getLogger("gunicorn.error").error("a key: %s", "x" * 21 + "7")
    assert len(heard.lines) == 2
    heard.lines.clear()


def test_a_connection_to_elsewhere_would_be_stopped_and_found(loopback_only):
    with pytest.raises(ConnectionRefusedError), socket.socket() as one:
        one.connect(("192.0.2.1", 80))
    assert loopback_only.pop() == ("192.0.2.1", 80)


def address(house, rule):
    known = {"event": house.event, "ref": "K01", "key": "x" * 22, "user": house.user("host"), "filename": "pages.css"}
    known |= {"ending": "csv", "number": 1, "mark": "0" * 16, "name": "check-in"}
    with house.app.test_request_context():
        return house.app.url_for(rule.endpoint, **{name: known[name] for name in rule.arguments})


def rows(house):
    """Read all that is kept, but for when somebody was last here."""
    with house.app.app_context():
        session, metadata = house.session(), house.app.extensions["stored"].metadata
        kept = {table.name: session.execute(table.select()).all() for table in metadata.sorted_tables}
    return {name: found for name, found in kept.items() if name not in {"visit", "attempt"}} | {
        "visits": len(kept["visit"])
    }
