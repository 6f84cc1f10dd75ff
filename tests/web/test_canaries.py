"""A canary in every field about people: each role crawls all it can reach, and sees what is theirs and nothing else."""

import json
import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from speeddate.exchange import write_event_json
from speeddate.services.access import offices
from speeddate.services.registration import seats
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.progress import keep_progress
from tests.web.conftest import DAY, drafted, token
from tests.web.test_candidates import EVENING

SHOWN = "K03"


def canaries(house, evening):
    """Bring in an event with a canary in every field about people; gives its id."""
    event = json.loads(write_event_json(evening))
    event["event"] |= {"date": DAY.isoformat(), "answer_by": DAY.isoformat()}
    for each in event["candidates"]:
        each |= {key: f"Canary{key}{each['id']}" for key in ("strengths", "wants")}
        each |= {"name": f"CanaryName{each['id']}", "questions": [f"CanaryQuestion{each['id']}"], "avoid_employers": []}
    client = house.visit("organiser")
    form = {"csrf_token": token(client, "/events"), "file": (BytesIO(json.dumps(event).encode()), "event.json")}
    return client.post("/events/import", data=form, content_type="multipart/form-data").location.rpartition("/")[2]


@pytest.fixture
def crawled(house):
    """Crawl an event of canaries as each role."""
    made = canaries(house, EVENING)
    with house.app.app_context():
        session = house.session()
        user = offices.user_id(session, "counsellor@hamar.example")
        seats.seat(session, offices.organiser_of(session, "Hamar"), made, {"V1": user})
        with writing(session):
            keep_progress(session, session.get_one(EventRow, made), SHOWN, {"shown": True})
    guests = {
        "employer": lambda: house.come(house.invited("employers", "E1", made)),
        "candidate": lambda: house.guest("candidates", "K01", made)[0],
    }
    return lambda role: crawl(guests.get(role, lambda: house.visit(role))(), made, house.event)


def crawl(client, event, other):
    """Read every page and file that can be reached, but for those that would change something, or of another event."""
    seen, waiting = {}, ["/", "/my-meetings", f"/events/{event}"]
    waiting += [f"/events/{event}/{list_}" for list_ in ("candidates", "counsellors", "employers")]
    mores = ("", "/needs", "/steps", "/summary", "/mine.json")
    waiting += [f"/events/{event}/candidates/{each.id}{more}" for each in EVENING.candidates for more in mores]
    while waiting:
        page = waiting.pop()
        if page not in seen:
            answer = client.get(page)
            text = unpacked(answer.data)
            seen[page] = text + str(answer.headers)
            waiting += [
                link for link in re.findall(r'href="(/[^"#]*)"', text) if not re.search(f"static|{other}", link)
            ]
    return " ".join(text for page, text in seen.items() if not page.endswith("event.json"))


def unpacked(content):
    """Read a page or a file, and what a workbook holds."""
    if not content.startswith(b"PK"):
        return content.decode()
    with ZipFile(BytesIO(content)) as packed:
        return " ".join(packed.read(name).decode() for name in packed.namelist())


def test_an_organiser_sees_first_names_and_no_needs_or_own_words(crawled):
    seen = crawled("organiser")
    assert set(re.findall(r"Canary(?!Name)\w+", seen)) == set()
    assert set(re.findall(r"CanaryName(\w+)", seen)) == {each.id for each in EVENING.candidates}
    assert not re.search(r'name="need-', seen)


def test_an_organiser_sees_no_needs_and_own_words_on_a_board_and_among_reasons(house):
    few = EVENING.candidates[:7]
    employers = tuple(replace(each, interest={}) for each in EVENING.employers)
    made = canaries(house, replace(EVENING, candidates=few, employers=employers))
    with house.app.app_context():
        drafted(house.session(), made, EVENING)
    seen = crawl(house.visit("organiser"), made, house.event)
    assert f"/events/{made}/plan/1/candidates/K07/why?employer=E6" in seen
    assert set(re.findall(r"Canary(?!Name)\w+", seen)) == set()
    assert set(re.findall(r"CanaryName(\w+)", seen)) == {each.id for each in few}


def test_a_counsellor_sees_their_own_candidates_alone(crawled):
    own = {each.id for each in EVENING.candidates if each.counsellor == "V1"}
    seen = crawled("counsellor")
    assert set(re.findall(r"Canary\w+?(K\d\d)", seen)) == own


@pytest.mark.parametrize("role", ["liaison", "host", "county", "administrator"])
def test_nobody_else_sees_anything_about_a_candidate(crawled, role):
    assert re.findall(r"Canary\w+", crawled(role)) == []


def test_a_candidate_sees_what_is_their_own(crawled):
    assert set(re.findall(r"Canary\w+?(K\d\d)", crawled("candidate"))) == {"K01"}


def test_an_employer_sees_the_own_words_of_those_who_said_yes_to_it_and_nothing_else(crawled):
    seen = crawled("employer")
    number = next(each.number for each in EVENING.candidates if each.id == SHOWN)
    assert set(re.findall(r"Canary\w+", seen)) == {f"Canarystrengths{SHOWN}", f"Canarywants{SHOWN}"}
    assert set(re.findall(r"Kandidat (\w+)", seen)) == {number}
    others = [each.name for each in (*EVENING.employers[1:], *EVENING.counsellors)]
    assert [name for name in others if re.search(rf"\b{name}\b", seen)] == []
