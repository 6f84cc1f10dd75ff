"""The frame of an event: when and where it is, its rounds, its deadlines, and how it is run."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from speeddate.exchange import read_event_content, write_event_json
from speeddate.services import events
from speeddate.services.access import offices
from speeddate.services.setup import frame
from speeddate.store.journal import EntryRow
from speeddate.web.fields import an_example
from tests.web.conftest import token
from tests.web.test_candidates import EVENING as EXAMPLE
from tests.web.test_candidates import exported

FORM = {
    "version": "1", "name": "Ta sjansen Hamar", "date": "10.2.2027", "venue": "Torget 1", "late_start_minutes": "0, 5",
    "turnaround_minutes": "10", "arrive_minutes": "20", "venue_features": ["accessible_toilet"],
}  # fmt: skip
EVENING = (("15.30", "16"), ("1610", "16:40"))
OVERLAP = "Runden starter før en tidligere runde er slutt. Skriv 10.00 eller senere."
PAIRS = 20


def test_what_is_written_is_kept_as_the_file_holds_it(house):
    more = {"line": "buss 4", "walk_minutes": "3", "needs_by": "4.1.2027", "hide_employers": "y", "latest_end": "18"}
    more |= {"employers_move": "y"}
    assert save(house, **more).status_code == 302
    assert exported(house)["event"] == {
        "id": "hamar-2027-02", "name": "Ta sjansen Hamar", "date": "2027-02-10", "venue": "Torget 1",
        "venue_features": ["accessible_toilet"], "directions": {"line": "buss 4", "walk_minutes": 3},
        "needs_by": "2027-01-04", "hide_employers": True, "employers_move": True,
        "latest_end": "18:00", "late_start_minutes": [0, 5],
        "turnaround_minutes": 10, "arrive_minutes": 20,
        "rounds": [{"start": "15:30", "end": "16:00"}, {"start": "16:10", "end": "16:40"}],
    }  # fmt: skip


def test_the_page_gives_back_what_it_was_given(house):
    client, before = house.visit("organiser"), exported(house)
    page = client.get(home(house)).text
    client.post(home(house), data=sent_by(page) | {"csrf_token": token(client, home(house))})
    assert exported(house) == before


@pytest.mark.parametrize("written", ["9.05", "09:05", "905", "9:05", "kl. 9.05"])
def test_clock_times_are_read_as_people_write_them(house, written):
    save(house, rounds=((written, "10"),))
    assert exported(house)["event"]["rounds"] == [{"start": "09:05", "end": "10:00"}]


def test_breaks_are_shown_between_rounds(house):
    assert re.findall(r"Pause: (\d+) minutter", page_of(house)) == ["10", "20", "10"]


@pytest.mark.parametrize(
    ("rounds", "where", "what"),
    [
        ((("halv ni", "10"),), "round-0-start", "Skriv klokkeslettet med 4 siffer, for eksempel 16.10"),
        ((("9", "8.30"),), "round-0-end", "Skriv en sluttid etter 09.00"),
        ((("9", ""),), "round-0-end", "Skriv en sluttid etter 09.00"),
        ((("", "10"),), "round-0-start", "Skriv når dere kan starte, for eksempel 16.10"),
        ((), "round-0-start", "Skriv når dere kan starte, for eksempel 16.10"),
        (
            (("9", "10"), ("9.30", "11")),
            "round-1-start",
            "Runden starter før en tidligere runde er slutt. Skriv 10.00 eller senere.",
        ),
    ],
)
def test_a_round_that_cannot_be_is_told_where_it_stands(house, rounds, where, what):
    before = exported(house)
    answer = save(house, rounds=rounds)
    assert answer.status_code == 400
    assert re.findall(r'href="#([^"]+)">([^<]+)</a></li>', answer.text) == [(where, what)]
    assert exported(house) == before


@pytest.mark.parametrize(
    ("field", "written", "what"),
    [
        ("name", "", "Skriv hva arrangementet heter"),
        ("date", "32.1.2027", f"Skriv datoen, for eksempel {an_example()}"),
        ("greeter", "Kari 900 00 001", "Ta bort nummeret. Vi deler ikke nummer her."),
        ("arrive_minutes", "mange", "Skriv et tall mellom 0 og 240 minutter"),
        ("late_start_minutes", "0, mange", "Skriv et tall mellom 0 og 240 minutter"),
        ("answer_by", "1.2.2027", "Velg en dato som ikke er før arrangementet."),
        ("needs_by", "11.2.2027", "Skriv en dag før arrangementet, eller samme dag."),
        ("latest_end", "16", "Skriv 16.40 eller senere: da slutter den siste runden."),
    ],
)
def test_what_must_be_mended_is_told_and_what_was_written_stays(house, field, written, what):
    answer = save(house, **{field: written})
    assert answer.status_code == 400
    assert re.findall(r'href="#([^"]+)">([^<]+)</a></li>', answer.text) == [(field, what)]
    assert 'value="Torget 1"' in answer.text


def test_each_deadline_is_told_with_its_day_of_the_week(house):
    save(house, employers_by="1.2.2027")
    hints = dict(re.findall(r'id="(\w+_by|date)-hint">([^<]*)<', page_of(house)))
    assert hints == {
        "date": "onsdag 10. februar 2027",
        "needs_by": "Tomt: onsdag 30. desember 2026.",
        "employers_by": "mandag 1. februar 2027",
        "candidates_by": "Tomt: onsdag 27. januar 2027.",
        "answer_by": "En dag etter arrangementet, for eksempel en uke etter.",
    }


def test_wishes_and_hidden_employers_do_not_go_together(house):
    answer = save(house, only_wished="y", hide_employers="y")
    told = re.findall(r'href="#([^"]+)">([^<]+)</a></li>', answer.text)
    assert told == [("hide_employers", "Velg bare én av disse to: uten ønsker blir det ingen møter.")]


def test_no_break_is_told_after_a_round_that_cannot_be(house):
    assert "Pause" not in save(house, rounds=(("15.30", "9"), ("16.10", "16.40"))).text


def test_a_round_is_taken_off_the_page_and_kept_until_saved(house):
    before = exported(house)
    answer = save(house, rounds=(*EVENING, ("17", "17.30")), remove="1")
    assert re.findall(r'name="round-\d-start"[^>]*value="([^"]*)"', answer.text) == ["15.30", "17.00", ""]
    assert 'value="Torget 1"' in answer.text
    assert exported(house) == before


def test_employers_who_were_in_every_round_are_in_a_new_one_too(house):
    save(house, rounds=(*EVENING, ("17", "17.30"), ("17.40", "18.10"), ("18.20", "18.50")))
    assert {each["max_meetings"] for each in exported(house)["employers"]} == {5}


def test_an_event_on_another_day_is_listed_there(house):
    save(house, date="3.3.2027")
    assert "onsdag 3. mars 2027" in house.visit("organiser").get("/events").text


def test_nothing_about_a_candidate_is_told_when_rounds_are_too_short_for_them(house):
    with house.app.app_context():
        session = house.session()
        event = json.loads(write_event_json(EXAMPLE))
        event["candidates"][0] |= {"needs": [{"key": "shorter_meeting", "strength": "must"}], "shares": {}}
        house.event = events.add(session, offices.organiser_of(session, "Hamar"), read_event_content(event, {}))
    answer = save(house, rounds=(("15.30", "15.36"),))
    told = re.findall(r'href="#([^"]+)">([^<]+)</a></li>', answer.text)
    assert told == [("round-0-start", "Den korteste runden blir for kort for noen. Gjør den lengre.")]


def test_whoever_is_later_sees_what_the_other_wrote_and_keeps_their_own(house):
    save(house, venue="Torget 2", walk_minutes="7")
    answer = save(house, venue="Torget 3")
    assert answer.status_code == 409
    told = dict(re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", answer.text))
    assert told == {"Hvor er det?": "Torget 2", "Minutter å gå fra holdeplassen": "7"}
    assert 'value="Torget 3"' in answer.text
    assert (
        save(house, venue="Torget 3", version=re.search(r'name="version" value="(\d+)"', answer.text)[1]).status_code
        == 302
    )
    assert exported(house)["event"]["venue"] == "Torget 3"


def test_of_two_at_once_one_wins_and_the_other_is_told(house):
    clients, ready = [house.visit("organiser") for _ in range(2)], Barrier(2)
    csrf = [token(client, home(house)) for client in clients]

    def post(number, version):
        ready.wait()
        form = body(version=str(version), venue=f"Torget {number}", csrf_token=csrf[number])
        return clients[number].post(home(house), data=form).status_code

    with ThreadPoolExecutor(2) as both:
        for version in range(1, PAIRS + 1):
            assert sorted(both.map(post, range(2), [version] * 2)) == [302, 409]


def test_the_journal_says_that_the_frame_was_changed_and_not_what_it_holds(house):
    save(house)
    with house.app.app_context():
        last = house.session().query(EntryRow).order_by(EntryRow.number.desc()).first()
        assert (last.what, last.about) == ("frame changed", house.event)


@pytest.mark.parametrize(("ticked", "hidden"), [({}, False), ({"hide_employers": "y"}, True)])
def test_other_pages_can_ask_whether_employers_are_hidden(house, ticked, hidden):
    save(house, **ticked)
    with house.app.app_context():
        session = house.session()
        row = events.found(session, offices.organiser_of(session, "Hamar"), house.event)
        assert frame.employers_hidden(session, row) is hidden


def test_deadlines_are_usual_unless_said(house):
    save(house, employers_by="1.2.2027")
    with house.app.app_context():
        session = house.session()
        row = events.found(session, offices.organiser_of(session, "Hamar"), house.event)
        days = {which: due.day.isoformat() for which, due in frame.deadlines(session, row).items()}
    assert days == {"needs_by": "2026-12-30", "employers_by": "2027-02-01", "candidates_by": "2027-01-27"}


def home(house):
    return f"/events/{house.event}/frame"


def page_of(house):
    return house.visit("organiser").get(home(house)).text


def body(rounds=EVENING, **other):
    spans = {
        f"round-{n}-{edge}": clock
        for n, span in enumerate(rounds)
        for edge, clock in zip(("start", "end"), span, strict=True)
    }
    return FORM | spans | other


def save(house, **form):
    client = house.visit("organiser")
    return client.post(home(house), data=body(**form, csrf_token=token(client, home(house))))


def sent_by(page):
    """Read what a browser would send back from a page that nobody has touched."""
    form = page[page.index('<form id="filling"') :]
    fields = re.findall(r'<input [^>]*name="([^"]+)" type="text"[^>]*value="([^"]*)"', form)
    ticked = re.findall(r'type="checkbox"[^>]* name="([^"]+)" value="([^"]*)" checked', form)
    return dict(fields) | {"version": "1"} | dict(ticked)
