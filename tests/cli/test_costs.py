"""What the command line says of a meeting that is not in the plan."""

import json

import pytest

from speeddate.services.files import examples
from tests.cli.terminal import OVERBOOKED, SMALL, run


@pytest.fixture
def overbooked(tmp_path):
    run("plan", OVERBOOKED, "-o", tmp_path, "--no-print")
    return tmp_path / "schedule.json"


def explained(event, schedule, candidate, employer, *more, status=0):
    return run("explain", event, schedule, "--candidate", candidate, "--employer", employer, *more, status=status)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", ["K5 kan møte Løten Bakeri. Dette skjer da med planen:", "  – Én annen mister et møte."]),
        ("nn", ["K5 kan møte Løten Bakeri. Dette skjer då med planen:", "  – Éin annan mistar eit møte."]),
        (
            "en",
            ["K5 can meet Løten Bakeri. This is what happens to the plan:", "  – One other person loses a meeting."],
        ),
    ],
)
def test_a_meeting_that_could_be_is_told_with_what_it_costs_the_others(language, told, overbooked):
    assert explained(OVERBOOKED, overbooked, "K5", "E1", "--language", language).output.splitlines()[:2] == told


def test_what_a_meeting_costs_is_one_document_that_names_nobody_else(overbooked):
    told = json.loads(explained(OVERBOOKED, overbooked, "K5", "E1", "--json", "--language", "en").stdout)

    assert told | {"text": []} == {
        "candidate": "K5", "employer": "E1", "status": "priced", "lost": {"meeting": 1}, "gained": {}, "moved": 1,
        "more": False, "proven": True, "gives_up": [], "goals": [], "text": [],
    }  # fmt: skip


def test_a_meeting_that_cannot_be_is_told_with_why_and_what_helps(tmp_path, planned):
    event = json.loads(examples()["small"].read_text())
    event["candidates"][0]["needs"] = [{"key": "own_room", "strength": "must"}]
    (tmp_path / "event.json").write_text(json.dumps(event))
    other = {"E1": "E2", "E2": "E1"}[met(planned, "K1")]

    told = json.loads(explained(tmp_path / "event.json", planned, "K1", other, "--json", "--language", "en").stdout)

    assert told["status"] == "barred"
    assert told["because"] == ["The station lacks something that has to be there."]
    assert len(told["fixes"]) == 1


def test_a_meeting_that_is_in_the_plan_is_told_as_such(planned):
    employer = met(planned, "K1")

    told = json.loads(explained(SMALL, planned, "K1", employer, "--json").stdout)

    assert told == {"candidate": "K1", "employer": employer, "status": "arranged"}


def test_when_time_is_out_before_there_is_any_plan_the_status_says_so(overbooked):
    empty = json.loads(overbooked.read_text()) | {"meetings": [], "goals": [], "unmet": [], "unplaced": []}
    overbooked.write_text(json.dumps(empty))
    fair = examples()["job-fair"]

    answer = explained(fair, overbooked, "K0001", "E1", "--json", "--time-limit", "0.1", status=4)

    assert json.loads(answer.stdout) == {"candidate": "K0001", "employer": "E1", "status": "undecided"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--employer", "E1"], "Skriv også --candidate.\n"),
        (["--candidate", "K9", "--employer", "E1"], "event.json: Ingen kandidat har id-en «K9».\n"),
        (["--candidate", "K1", "--employer", "E9"], "event.json: Ingen arbeidsgiver har id-en «E9».\n"),
    ],
)
def test_a_question_about_nobody_is_refused_in_one_line(words, told, planned):
    assert run("explain", SMALL, planned, *words, status=2).stderr == told


def met(schedule, candidate):
    return next(m["employer"] for m in json.loads(schedule.read_text())["meetings"] if m["candidate"] == candidate)
