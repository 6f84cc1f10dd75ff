"""Coming in by an organisation's own sign-in, with a real provider on loopback."""

import logging
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from sqlalchemy import update

from speeddate.services.access import offices
from speeddate.store.database import writing
from speeddate.store.offices import UserRow
from speeddate.web.settings import Provider
from tests.databases import free_port
from tests.web.conftest import app_in
from tests.web.provider import provider_on

pytestmark = pytest.mark.filterwarnings("ignore:get_jwt_config:DeprecationWarning")  # of the provider itself
EMAIL = "kari@example.org"
BACK = "http://localhost/sign-in/provider/back"


@pytest.fixture
def asked():
    """What the provider was asked for codes with."""
    return []


@pytest.fixture
def issuer(asked):
    people = {EMAIL: True, "unverified@example.org": False, "stranger@example.org": True, "KARI@Example.org": True}
    with provider_on(free_port(), people, asked) as address:
        yield address


def house_at(folder, issuer):
    app = app_in(folder, provider=Provider(issuer, "speeddate", "a secret of ours", "Kommunen"))
    with app.app_context():
        session = app.extensions["stored"].session()
        for email in (EMAIL, "unverified@example.org"):
            offices.enrol(session, office="Hamar", email=email, name="", roles=["organiser"])
    return app


@pytest.fixture
def app(tmp_path, issuer):
    app = house_at(tmp_path, issuer)
    yield app
    with app.app_context():
        app.extensions["stored"].engine.dispose()


def agree(address, email):
    """Sign in at the provider, and give the address that it leads back to."""
    answer = requests.post(address, data={"sub": email}, allow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def come(app, email, client=None):
    client = client or app.test_client()
    out = client.get("/sign-in/provider").location
    return client.get(agree(out, email).removeprefix("http://localhost"))


@pytest.mark.parametrize("email", [EMAIL, "KARI@Example.org"])
def test_whoever_works_here_comes_in(app, email):
    client = app.test_client()
    answer = come(app, email, client)
    assert (answer.status_code, answer.location) == (302, "/")
    assert client.get("/events").status_code == 200


def test_the_page_leads_there_only_where_it_is_configured(app, tmp_path):
    assert "Logg inn med Kommunen" in app.test_client().get("/sign-in").text
    other = app_in(tmp_path)
    assert "/sign-in/provider" not in other.test_client().get("/sign-in").text
    assert other.test_client().get("/sign-in/provider/back").status_code == 404


def test_it_goes_out_with_state_nonce_and_challenge_and_shows_the_verifier(app, asked):
    client = app.test_client()
    out = client.get("/sign-in/provider").location
    said = {key: value for key, (value,) in parse_qs(urlsplit(out).query).items()}
    assert (said["response_type"], said["scope"], said["redirect_uri"]) == ("code", "openid email", BACK)
    assert said["code_challenge_method"] == "S256"
    assert all(len(said[key]) >= 20 for key in ("state", "nonce", "code_challenge"))
    client.get(agree(out, EMAIL).removeprefix("http://localhost"))
    assert [len(each["code_verifier"]) >= 43 for each in asked] == [True]


@pytest.mark.parametrize("email", ["stranger@example.org", "unverified@example.org", "nowhere@example.org"])
def test_all_others_are_told_the_same(app, email):
    answer = come(app, email)
    assert answer.status_code == 400
    assert "Vi kunne ikke logge deg inn slik" in answer.text
    assert email not in answer.text


def test_whoever_no_longer_works_here_is_told_that_too(app):
    with app.app_context():
        session = app.extensions["stored"].session()
        with writing(session):
            session.execute(update(UserRow).where(UserRow.email == EMAIL).values(closed=True))
    assert come(app, EMAIL).status_code == 400


def test_an_answer_to_another_browser_is_not_taken(app):
    out = app.test_client().get("/sign-in/provider").location
    back = agree(out, EMAIL).removeprefix("http://localhost")
    for stranger in (app.test_client(), gone_out(app)):
        assert stranger.get(back).status_code == 400
        assert stranger.get("/events").status_code == 302


def gone_out(app):
    client = app.test_client()
    client.get("/sign-in/provider")
    return client


def test_a_changed_state_is_not_taken(app):
    client = app.test_client()
    back = agree(client.get("/sign-in/provider").location, EMAIL).removeprefix("http://localhost")
    assert client.get(f"{back}x").status_code == 400


def test_an_answer_is_taken_once(app):
    client = app.test_client()
    back = agree(client.get("/sign-in/provider").location, EMAIL).removeprefix("http://localhost")
    cookie = client.get_cookie("speeddate").value
    assert client.get(back).status_code == 302
    again = app.test_client()
    again.set_cookie("speeddate", cookie)
    assert again.get(back).status_code == 400


def test_whoever_says_no_there_is_told_what_else_to_do(app):
    client = app.test_client()
    out = client.get("/sign-in/provider").location
    answer = requests.post(out, data={"action": "deny"}, allow_redirects=False, timeout=10)
    said = client.get(answer.headers["Location"].removeprefix("http://localhost"))
    assert said.status_code == 400
    assert 'href="/sign-in"' in said.text


@pytest.mark.parametrize("query", ["", "?code=x", "?state=x", "?error=x&error_description=<b>x", "?code=x&state=y"])
def test_an_answer_that_is_none_is_refused(app, query):
    answer = app.test_client().get(f"/sign-in/provider/back{query}")
    assert answer.status_code == 400
    assert "<b>x" not in answer.text


def test_a_provider_that_is_down_is_told_of(tmp_path):
    app = house_at(tmp_path, f"http://localhost:{free_port()}")
    answer = app.test_client().get("/sign-in/provider")
    assert answer.status_code == 503
    assert "Kommunen svarer ikke nå" in answer.text


def test_a_provider_that_goes_down_on_the_way_is_told_of(tmp_path, asked):
    client, email = None, EMAIL
    with provider_on(port := free_port(), {email: True}, asked) as issuer:
        app = house_at(tmp_path, issuer)
        client = app.test_client()
        back = agree(client.get("/sign-in/provider").location, email).removeprefix("http://localhost")
    assert str(port) in issuer
    assert client.get(back).status_code == 503


def test_a_provider_that_says_it_is_another_is_not_believed(tmp_path, issuer):
    app = house_at(tmp_path, issuer.replace("localhost", "127.0.0.1") + "/.")
    assert app.test_client().get("/sign-in/provider").status_code == 503


def test_the_log_names_nobody(app, caplog):
    caplog.set_level(logging.DEBUG)
    come(app, "stranger@example.org")
    gone_out(app).get("/sign-in/provider/back?code=canary&state=canary")
    ours = " ".join(r.getMessage() for r in caplog.records if not r.name.startswith("oidc_provider_mock"))
    assert [word for word in ("stranger", "canary", "a secret of ours") if word in ours] == []
