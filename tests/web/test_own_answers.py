"""What a candidate has answered on their own pages: seen, sent, taken back and never lost unasked."""

import re

import pytest

from tests.web.test_candidates import EVENING, OWN, exported, home
from tests.web.test_own import NEED, NO, OTHERS, TOLD, hide, kept, press, put

YES = {"answer": "yes"}


def test_a_yes_said_before_employers_were_hidden_can_be_seen_and_taken_back(house):
    client, _ = house.guest("candidates", TOLD.id)
    field = f"tell-E1-{NEED.key}"
    put(client, "/me/sharing", **{**NO, field: "yes"})
    hide(house)
    asked = re.findall(r'name="(tell-[^"]+)" value="yes"', client.get("/me/sharing").text)
    told = client.get("/me/summary").text
    assert (asked, field in asked) == ([f"tell-E1-{need.key}" for need in (NEED, *OTHERS)], True)
    assert [each.id for each in EVENING.employers if each.name in told] == ["E1"]
    assert put(client, "/me/sharing", **{f"tell-E2-{NEED.key}": "yes"}).status_code == 302
    assert kept(house)["shares"] == {"E1": [NEED.key]}
    put(client, "/me/sharing", withdraw=field)
    assert kept(house).get("shares", {}) == {}
    assert "Arbeidsgiverne får ikke vite hva du trenger." in client.get("/me/summary").text


def test_a_no_deletes_nothing_before_it_is_asked_about_once(seated):
    client, _ = seated.guest("candidates", TOLD.id)
    counsellor, beside = seated.visit("counsellor"), f"{home(seated)}/{TOLD.id}"
    before = kept(seated)
    assert press(client, "/me/yes", answer="no").location == "/me/withdraw"
    assert press(counsellor, f"{beside}/yes", answer="no").location == f"{beside}/withdraw"
    assert kept(seated) == before
    assert "Vi sletter med en gang det du trenger" in client.get("/me/withdraw").text


@pytest.mark.parametrize(
    ("given", "onward"), [({}, "/me"), ({"step": "practised", "done": "yes"}, "/me/withdraw"), (YES, "/me/withdraw")]
)
def test_who_has_given_nothing_is_out_with_one_no(house, given, onward):
    new = added(house)
    client, _ = house.guest("candidates", new)
    if given:
        press(client, "/me/yes" if given == YES else "/me/tick", **given)
    assert press(client, "/me/yes", answer="no").location == onward
    assert (kept(house, new) is None) == (onward == "/me")


def added(house, **who):
    """Register somebody who has not said anything yet, and give their id."""
    form = {"name": "Ny", "counsellor": OWN, "language": "nb"} | who
    put(house.visit("organiser"), f"{home(house)}/new", **form)
    return exported(house)["candidates"][-1]["id"]


def test_who_has_said_all_is_led_to_read_it_through_and_their_counsellor_sees_that_it_is_sent(seated):
    client, _ = seated.guest("candidates", TOLD.id)
    counsellor, beside = seated.visit("counsellor"), f"{home(seated)}/{TOLD.id}"
    press(client, "/me/yes", **YES)
    put(client, "/me/words", strengths="Tall")
    led = [following(client, "/me")]
    put(client, "/me/needs", **{"need-clear_questions": "helps"})
    led += [following(client, "/me"), following(counsellor, f"{beside}/steps")]
    assert led == ["/me/needs", "/me/summary", f"{beside}/summary"]
    assert "Alt stemmer, send" in client.get("/me/summary").text
    seen = [sent(counsellor, beside)]
    press(client, "/me/tick", step="sent", done="yes")
    assert (following(client, "/me"), [*seen, sent(counsellor, beside)]) == ("/me/tick", [(0, False), (1, True)])


def following(client, page):
    """Find where the next step leads."""
    box = client.get(page).text.partition(">Neste<")[2]
    return re.search(r'(?:href|action)="([^"]+)"', box)[1]


def sent(counsellor, beside):
    """Read for how many it says that all is sent, and whether it says so of one."""
    every, one = counsellor.get("/my-candidates").text, counsellor.get(f"{beside}/steps").text
    return len(re.findall(r"\bSendt\b", every)), "Alt er lest gjennom og sendt." in one


@pytest.mark.parametrize("leave", [("/me/yes", "no"), ("/me/withdraw", "")])
def test_who_is_no_longer_with_us_still_reads_their_own_language(house, leave):
    client, _ = house.guest("candidates", added(house, language="nn"))
    shown = [client.get("/me", headers={"Accept-Language": "en"}).text]
    press(client, leave[0], answer=leave[1])
    shown.append(client.get("/me", headers={"Accept-Language": "en"}).text)
    assert ['lang="nn"' in page for page in shown] == [True, True]
    assert "Du er ikkje med no." in shown[1]


@pytest.mark.parametrize(("language", "hours"), [("nb", "16.00–18.00"), ("nn", "16.00–18.00"), ("en", "16:00–18:00")])
def test_all_that_was_said_writes_times_as_its_language_does(house, language, hours):
    client, _ = house.guest("candidates", TOLD.id)
    put(client, "/me/when", available="16-18")
    press(client, "/language", speak=language)
    assert re.findall(r"16.00–18.00", client.get("/me/summary").text) == [hours]


@pytest.mark.parametrize("written", ["16.00", "16:00", "1600"])
def test_a_time_that_is_needed_is_read_as_people_write_it_and_shown_as_their_language_does(house, written):
    client, _ = house.guest("candidates", TOLD.id)
    answer = put(client, "/me/needs", **{"need-time_window": "must", "need-time_window-from": written})
    assert answer.status_code == 302
    assert kept(house)["needs"] == [{"key": "time_window", "strength": "must", "params": {"from": "16:00"}}]
    assert re.search(r'name="need-time_window-from" value="([^"]*)"', client.get("/me/needs").text)[1] == "16.00"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ({"": "must", "-from": "27.99"}, "Skriv klokkeslettet med 4 siffer, for eksempel 16.10"),
        ({"": "", "-from": "16.00"}, "Velg «Det hjelper meg» eller «Jeg må ha det», eller ta bort det du skrev."),
    ],
)
def test_what_cannot_be_kept_of_a_need_is_told_first_and_beside_its_field(house, written, fault):
    client, _ = house.guest("candidates", TOLD.id)
    before = kept(house)
    answer = put(client, "/me/needs", **{f"need-time_window{name}": text for name, text in written.items()})
    shown = answer.text
    assert (answer.status_code, kept(house)) == (400, before)
    (led,) = re.findall(r'<a [^>]*href="#need-time_window-from">([^<]*)<', shown)
    assert led.startswith(f"Møte mellom bestemte klokkeslett: {fault}")
    field = re.search(r'<input[^>]* id="need-time_window-from"[^>]*>', shown)[0]
    assert f'value="{written["-from"]}"' in field
    assert 'aria-describedby="need-time_window-from-error" aria-invalid="true"' in field
    assert re.search(r'id="need-time_window-from-error">([^<]*)<', shown)[1].startswith(fault)


def test_a_need_that_is_no_longer_one_takes_its_hours_with_it(house):
    client, _ = house.guest("candidates", TOLD.id)
    hours = {"need-time_window-from": "16.00"}
    put(client, "/me/needs", **hours, **{"need-time_window": "must"})
    assert put(client, "/me/needs", **hours, **{"need-time_window": ""}).status_code == 302
    assert kept(house).get("needs", []) == []


def test_nobody_is_wished_for_and_avoided_without_being_told(house):
    client, _ = house.guest("candidates", TOLD.id)
    name = EVENING.employer["E2"].name
    press(client, "/me/wishes", version="1", move="order E2 E1")
    saved = put(client, "/me/when", knows="y", available="", avoid_employers="E2")
    told = client.get(saved.location).text
    assert (kept(house)["wishes"], kept(house)["avoid_employers"]) == (["E1"], ["E2"])
    assert f"Vi tok {name} bort fra ønskene dine" in told
    for move in ("add E2", "order E2 E1"):
        added = put(client, "/me/wishes", move=move)
        assert f"Du har sagt at du ikke vil møte {name}." in client.get(added.location).text
    assert kept(house)["wishes"] == ["E1"]


def test_whoever_has_the_link_and_not_the_code_is_not_told_whom_a_candidate_avoids(house):
    client, _ = house.guest("candidates", TOLD.id)
    put(client, "/me/when", knows="y", available="", avoid_employers="E2")
    locked, made = house.guest("candidates", TOLD.id, unlocked=False)
    put(locked, "/me/wishes", move="order E2")
    assert "ikke vil møte" not in locked.get("/me/wishes").text
    press(locked, "/me/code", code=made.code)
    both = f"Du har ønsket deg {EVENING.employer['E2'].name}, men også sagt at du ikke vil møte dem."
    assert (kept(house)["wishes"], both in locked.get("/me/summary").text) == (["E2"], True)
