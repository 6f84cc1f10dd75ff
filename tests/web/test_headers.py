"""What every answer says to the browser."""

import re

import pytest

from tests.web.conftest import app_in, token

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PAGES = ("/", "/sign-in", "/events", "/events/new", "/nowhere", "/static/pages.css", "/static/nowhere.css", "/sign-out")


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_is_guarded_errors_too(house, page):
    with house.visit("organiser").get(page) as answer:
        guarded(answer)


def guarded(answer):
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_no_copy_of_a_page_or_a_file_about_people_is_kept(house):
    client = house.visit("organiser")
    for page in ("/events", f"/events/{house.event}", f"/events/{house.event}/event.json", "/nowhere"):
        assert client.get(page).headers["Cache-Control"] == "no-store"


def test_a_production_server_is_reached_by_https_only(tmp_path):
    app = app_in(tmp_path, production=True, address="https://speeddate.example")
    answer = app.test_client().get("/sign-in", base_url="https://speeddate.example")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_what_breaks_says_what_to_do_and_nothing_about_the_inside(house, monkeypatch, caplog):
    def broken(*_):
        raise ValueError("Sara")

    client = house.visit("organiser")
    monkeypatch.setattr("speeddate.services.events.events", broken)
    answer = client.get("/events")
    assert answer.status_code == 500
    assert "Prøv igjen om litt" in answer.text
    assert "Sara" not in answer.text + caplog.text
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_a_file_that_is_too_large_is_refused(house):
    client = house.visit("organiser")
    form = {"csrf_token": token(client, "/events/new"), "file": (b"x" * 11_000_000).decode()}
    assert client.post("/events/import", data=form).status_code == 413


@pytest.mark.parametrize("page", ["/sign-in", "/events", "/nowhere"])
def test_a_browser_finds_the_picture_for_its_tab_where_the_page_says(house, page):
    client = house.visit("organiser")
    (icon,) = re.findall(r'<link rel="icon" type="image/svg\+xml" href="([^"]+)">', client.get(page).text)
    with client.get(icon) as answer:
        assert (answer.status_code, answer.content_type.partition(";")[0]) == (200, "image/svg+xml")
        assert not re.search("style|script|href", answer.text)
        guarded(answer)
