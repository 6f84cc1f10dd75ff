"""Who may read what: every value of an evening is a word of its own, and each sheet holds those it may and no other."""

import pytest

from speeddate.domain.catalogue import catalogue, need
from speeddate.domain.event import Directions
from speeddate.domain.people import Candidate, Counsellor, Employer, Resource, Station
from speeddate.domain.text import LANGUAGES
from speeddate.printing.sheets import SEPARATE
from tests.printing.builders import evening, meeting, plan, printed, text

ABOUT_CANDIDATES = ("First", "Last", "Number", "Strong", "Wants", "Thing", "Curious")
IN_OWN_WORDS = ("Strong", "Wants", "Thing")
ABOUT_EMPLOYERS = (
    "Name", "Line", "Does", "Seeks", "Hours", "Pace", "Body", "Licence", "Safety", "Asks", "Talker", "Role",
)  # fmt: skip
ABOUT_COUNSELLORS = ("Name", "Phone", "Deputy", "Spare")
WAY_THERE = ("Venue", "Line4", "Stop", "Greeter")
WORDS = {
    *(f"{who}{what}" for who in "ABC" for what in ABOUT_CANDIDATES),
    *(f"{who}{what}" for who in "PQ" for what in ABOUT_EMPLOYERS),
    *(f"{who}{what}" for who in "XYZ" for what in ABOUT_COUNSELLORS),
    *("InterpreterName", "StandName", "TableName", "EventName", *WAY_THERE),
    *("CandidateId", "EmployerId", "CounsellorId", "ResourceId", "StationId", "987654"),
}
NEEDS = tuple(need(key) for key in catalogue() if key != "video_meeting")
MET_BY_THE_HOST = tuple(each for each in NEEDS if each.key != "met_at_door")


def words(letter, *names):
    return {f"{letter}{name}" for name in names}


def own(who, *, staff, employers):
    """List what stands on the papers of one candidate, which nobody else has."""
    firms = {word for letter in employers for word in words(letter, *ABOUT_EMPLOYERS)}
    return {
        *words(who, "First", *IN_OWN_WORDS, "Curious"),
        *words(staff, *ABOUT_COUNSELLORS),
        *firms,
        "Venue",
        "Line4",
        "Stop",
    }


def candidate(letter, counsellor, needs=NEEDS):
    return Candidate(
        id=f"{letter}CandidateId", name=f"{letter}First {letter}Last", number=f"{letter}Number",
        counsellor=f"{counsellor}CounsellorId", max_meetings=2, needs=needs,
        wishes=("PEmployerId", "QEmployerId"), strengths=f"{letter}Strong", wants=f"{letter}Wants",
        three_things=(f"{letter}Thing",), questions=(f"{letter}Curious",),
    )  # fmt: skip


def employer(letter, station):
    return Employer(
        id=f"{letter}EmployerId", name=f"{letter}Name", stations=(station,), interest={"ACandidateId": 987654},
        line=f"{letter}Line", does=f"{letter}Does", looks_for=f"{letter}Seeks", hours=f"{letter}Hours",
        pace=f"{letter}Pace", body_work=f"{letter}Body", licences=f"{letter}Licence", safety=f"{letter}Safety",
        questions=(f"{letter}Asks",),
        interviewer=f"{letter}Talker", interviewer_role=f"{letter}Role",
    )  # fmt: skip


def counsellor(letter):
    return Counsellor(
        id=f"{letter}CounsellorId", name=f"{letter}Name", phone=f"{letter}Phone",
        deputy=f"{letter}Deputy", deputy_phone=f"{letter}Spare",
    )  # fmt: skip


EVENING = evening(
    name="EventName", venue="Venue",
    directions=Directions(line="Line4", stop="Stop", walk_minutes=5, greeter="Greeter"),
    stations=(Station(id="StandStationId", name="StandName 1"), Station(id="TableStationId", name="TableName 2")),
    employers=(employer("P", "StandStationId"), employer("Q", "TableStationId")),
    counsellors=(counsellor("X"), counsellor("Y"), counsellor("Z")),
    resources=(Resource(id="TResourceId", kind="sign_interpreter", name="InterpreterName"),),
    candidates=(candidate("A", "X"), candidate("B", "Y", MET_BY_THE_HOST), candidate("C", "Z")),
)  # fmt: skip
PLAN = plan(
    meetings=(
        meeting("ACandidateId", "PEmployerId", "StandStationId", "15:30", "16:00", resources=("TResourceId",)),
        meeting("BCandidateId", "QEmployerId", "TableStationId", "15:30", "16:00"),
        meeting("ACandidateId", "QEmployerId", "TableStationId", "16:10", "16:40", people=("XCounsellorId",)),
    ),
    unplaced=(),
    unmet=(),
)


GUESTS = {*words("A", "First", "Number"), *words("B", "First", "Number")}
FIRMS, STANDS = ("PName", "QName"), ("StandName", "TableName")
MAY_SAY = {
    "timetable": {*GUESTS, *FIRMS, *STANDS, "EventName", "Venue"},
    "run-sheet": {*STANDS, "EventName", "InterpreterName", "Venue"},
    "check-in": {*GUESTS, *STANDS, "Venue"},
    "contacts": {*FIRMS, "PTalker", "QTalker", "InterpreterName", "Greeter", "Venue",
                 *(word for letter in "XYZ" for word in words(letter, *ABOUT_COUNSELLORS))},
    "signs": {*FIRMS, *STANDS},
    "badges": {"AFirst", "BFirst", *FIRMS, "PTalker", "QTalker", "Greeter", "XName", "YName", "ZName"},
    "feedback": {*GUESTS, *FIRMS},
    "resource-TResourceId": {"InterpreterName", "StandName", "Venue", "XName", "XPhone"},
    "employer-PEmployerId": {"PName", "StandName", "EventName", "Venue",
                             *words("A", "First", *IN_OWN_WORDS), *words("X", *ABOUT_COUNSELLORS)},
    "employer-QEmployerId": {"QName", "TableName", "EventName", "Venue",
                             *words("A", "First", *IN_OWN_WORDS), *words("X", *ABOUT_COUNSELLORS),
                             *words("B", "First", *IN_OWN_WORDS), *words("Y", *ABOUT_COUNSELLORS)},
    "counsellor-XCounsellorId": {*own("A", staff="X", employers="PQ"), "ANumber", *STANDS},
    "counsellor-YCounsellorId": {*own("B", staff="Y", employers="Q"), "BNumber", "TableName", "Greeter"},
    "counsellor-ZCounsellorId": {"ZName", "Venue"},
    "candidate-ACandidateId": {*own("A", staff="X", employers="PQ"), *STANDS},
    "candidate-BCandidateId": {*own("B", staff="Y", employers="Q"), "TableName", "Greeter"},
}  # fmt: skip


@pytest.fixture(scope="module", params=LANGUAGES)
def files(request):
    found = printed(EVENING, PLAN, kinds=SEPARATE, language=request.param)
    return {file.removesuffix(".pdf"): text(pdf) for file, pdf in found.items()}


def test_each_sheet_says_what_it_may_and_nothing_else(files):
    assert {file: {word for word in WORDS if word in told} for file, told in files.items()} == MAY_SAY


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_need_is_named_on_the_candidates_own_papers_alone(files, language):
    labels = {kind.label[language] for key, kind in catalogue().items() if key != "sign_interpreter"}
    others = {file: told for file, told in files.items() if not file.startswith(("candidate", "counsellor"))}
    assert {(file, label) for file, told in others.items() for label in labels if label in told} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_else_may_know_is_named_nowhere(files, language):
    labels = {kind.label[language] for kind in catalogue().values() if kind.share == "never"}
    assert {(file, label) for file, told in files.items() for label in labels if label in told} == set()
