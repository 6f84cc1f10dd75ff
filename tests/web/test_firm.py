"""An employer who comes by their own link: what they see and change, and until when."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from speeddate.store.database import writing
from speeddate.store.guests import StayRow
from speeddate.store.journal import EntryRow
from tests.web.conftest import deadline, token
from tests.web.test_candidates import exported, read_version, save
from tests.web.test_profile import WHOLE

PROFILE = "/my-meetings/profile"


def test_an_employer_lands_on_their_own_evening(house):
    client = house.visit("employer")
    assert client.get("/").location == "/my-meetings"
    shown = client.get("/my-meetings").text
    assert "Hei, Løten Bakeri" in shown
    assert "tirsdag 10. februar 2099, Storgata 900, Hamar (oppdiktet)" in shown
    assert "15.30–16.00, 16.10–16.40, 17.00–17.30 og 17.40–18.10" in shown
    assert "11.\u00a0februar 2099, 18.30" in shown


def test_what_an_employer_writes_is_what_the_organiser_sees(house):
    before = exported(house)["employers"][0]
    questions = "Hva liker du?\nHva kan du?\nHva vil du?"
    more = {"looks_for": "En som liker folk", "interviewer": "Eva", "interviewer_role": "Leder", "questions": questions}
    assert save(house.visit("employer"), PROFILE, **(WHOLE | more)).location == "/my-meetings"
    after = exported(house)["employers"][0]
    assert (after["name"], after["interviewer"], after["placements"]) == ("Verkstedet", "Eva", 3)
    decided = ("id", "stations", "interest")
    assert [after[key] for key in decided] == [before[key] for key in decided]


def test_what_only_the_organiser_decides_cannot_be_sent_along(house):
    before = exported(house)["employers"][0]
    sent = {"stations": "P6", "max_meetings": "1", "interest": "x", "id": "E2"}
    save(house.visit("employer"), PROFILE, **WHOLE, **sent)
    after = exported(house)["employers"][0]
    assert [after[key] for key in sent] == [before[key] for key in sent]


def test_an_employer_sees_which_steps_are_left(house):
    client = house.visit("employer")
    save(client, PROFILE, **(WHOLE | {"looks_for": "", "interviewer": "", "questions": ""}))
    steps = re.findall(r'#(\w+)">[^<]+</a>\s*<span[^>]*>\(([^)]+)\)', client.get("/my-meetings").text)
    left = [(step, "ikke ferdig") for step in ("looks_for", "interviewer", "questions")]
    assert steps == [("does", "ferdig"), *left]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (None, "Skriv om arbeidsplassen innen tirsdag 20. januar 2099."),
        ("2098-12-24", "Skriv om arbeidsplassen innen onsdag 24. desember 2098."),
        ("2020-12-24", "Fristen var torsdag 24. desember 2020. Dere kan fortsatt skrive."),
    ],
)
def test_an_employer_is_told_of_the_deadline_while_something_is_left(house, day, told):
    deadline(house, "employers_by", day)
    client = house.visit("employer")
    whole = WHOLE | {"looks_for": "En som liker folk", "interviewer": "Eva", "questions": "A?\nB?\nC?"}
    pages = []
    for questions in ("", whole["questions"]):
        save(client, PROFILE, **(whole | {"questions": questions}))
        pages.append(client.get("/my-meetings").text)
    assert [told in page for page in pages] == [True, False]


def test_an_employer_and_an_organiser_who_write_at_once_lose_nothing(house):
    employer, organiser = house.visit("employer"), house.visit("organiser")
    version = read_version(employer, PROFILE)
    save(organiser, f"/events/{house.event}/employers/E1", **(WHOLE | {"does": "Fra arrangøren."}))
    answer = save(employer, PROFILE, version, **(WHOLE | {"does": "Fra oss selv."}))
    assert answer.status_code == 409
    assert "Fra arrangøren." in answer.text
    assert "Fra oss selv.</textarea>" in answer.text
    again = re.search(r'name="version" value="(\d+)"', answer.text)[1]
    assert save(employer, PROFILE, again, **(WHOLE | {"does": "Fra oss selv."})).status_code == 302


def test_numbers_of_people_are_refused(house):
    answer = save(house.visit("employer"), PROFILE, **(WHOLE | {"does": "Ring 900 00 001"}))
    assert answer.status_code == 400
    assert "Ta bort nummeret" in answer.text


@pytest.mark.parametrize("who", ["candidate", "employer"])
def test_whoever_has_an_old_link_of_their_own_is_told_whom_to_ask(house, who):
    told = {"candidate": "Spør veilederen din.", "employer": "Spør kontoret som inviterte dere."}
    page = house.visitor().get(f"/enter/{'x' * 22}").text
    assert (told[who] in page, "Be om en ny lenke" in page) == (True, True)
    assert "spør du veilederen din, eller kontoret som inviterte dere" in house.visitor().get("/sign-in").text


def test_what_an_employer_changes_is_in_the_journal_without_its_content(house):
    save(house.visit("employer"), PROFILE, **WHOLE)
    with house.app.app_context():
        (entry,) = house.session().query(EntryRow).filter_by(what="employer changed").all()
        assert entry.about == f"{house.event} E1"


def evening_on(house, day):
    """Bring in the example evening on a day; gives its id."""
    event = exported(house)
    event["event"] |= {"date": day, "answer_by": day}
    return house.bring(event)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2026-10-24", datetime(2026, 10, 25, 16, 30, tzinfo=UTC)),  # 18.30 in summer; clocks go back that night
        ("2027-03-27", datetime(2027, 3, 28, 17, 30, tzinfo=UTC)),  # 18.30 in winter; clocks go forward
        ("2027-02-10", datetime(2027, 2, 11, 17, 30, tzinfo=UTC)),
    ],
)
def test_a_link_works_for_24_hours_after_the_event_and_not_a_second_longer(house, monkeypatch, day, last):
    event = evening_on(house, day)
    key = house.invited("employers", "E1", event)
    clock = {"now": last - timedelta(seconds=1)}
    monkeypatch.setattr("speeddate.services.access.guests.now", lambda: clock["now"])
    client = house.come(key)
    with house.app.app_context(), writing(house.session()):
        house.session().execute(update(StayRow).values(began_at=clock["now"]))
    assert client.get("/my-meetings").status_code == 200
    clock["now"] = last
    assert client.get("/my-meetings").status_code == 302
    assert client.get(PROFILE).status_code == 302
    assert house.come(key).get("/my-meetings").status_code == 302
    assert "Be om en ny" in house.visitor().get(f"/enter/{key}").text


def test_an_event_that_ends_at_midnight_lets_its_employers_in(house):
    event = exported(house)
    event["event"]["latest_end"] = "24:00"
    key = house.invited("employers", "E1", house.bring(event))
    assert "12.\u00a0februar 2099, 00.00" in house.come(key).get("/my-meetings").text


@pytest.mark.parametrize("key", ["x" * 22, "", "../my-meetings", "%00", "E1"])
def test_a_key_that_was_never_given_opens_nothing(house, key):
    house.invited("employers", "E1")
    assert house.come(key).get("/my-meetings").status_code == 302


def test_an_employer_of_another_event_sees_theirs_and_not_this(house):
    client = house.come(house.invited("employers", "E2", house.foreign))
    save(client, PROFILE, **WHOLE)
    assert "Verkstedet" not in [each["name"] for each in exported(house)["employers"]]
    assert client.get(f"/events/{house.foreign}").status_code == 404


def test_an_employer_who_signs_out_cannot_come_back_with_the_same_cookie(house):
    client = house.visit("employer")
    cookie = client.get_cookie("speeddate").value
    client.post("/sign-out", data={"csrf_token": token(client, PROFILE)})
    client.set_cookie("speeddate", cookie)
    assert client.get("/my-meetings").status_code == 302
