"""An evening by hand: invented people and firms, two rounds before a break and two after it."""

from datetime import UTC, date, datetime
from io import BytesIO

from pypdf import PdfReader

from speeddate.domain.catalogue import need
from speeddate.domain.clock import at
from speeddate.domain.event import Directions, Event, Hope, Round
from speeddate.domain.people import Candidate, Counsellor, Employer, Resource, Station
from speeddate.domain.schedule import Meeting, Reading, Reason, Schedule, Unplaced
from speeddate.domain.text import Text
from speeddate.printing.sheets import print_sheets

PRINTED_AT = datetime(2027, 2, 1, 12, 5, tzinfo=UTC)
ROUNDS = (
    Round(at("15:30"), at("16:00")),
    Round(at("16:10"), at("16:40")),
    Round(at("17:00"), at("17:30")),
    Round(at("17:40"), at("18:10")),
)
SARA = Candidate(
    id="K01",
    name="Sara Prøvesen",
    number="7",
    counsellor="V1",
    wishes=("E1", "E2"),
    avoid_employers=frozenset({"E2"}),
    needs=(
        need("extra_time"),
        need("sign_interpreter"),
        need("low_noise"),
        need("clear_questions"),
        need("avoid_employer"),
    ),
    shares={"E1": ("extra_time", "sign_interpreter", "low_noise")},
    strengths="Jeg er flink til å bake.\nJeg møter til tiden.",
    wants="Lære mer om surdeig.",
    three_things=("Jeg har bakt siden jeg var ti.", "Jeg liker morgener.", "Jeg lærer fort."),
    questions=("Hvor tidlig starter dere?",),
)
JON = Candidate(id="K02", name="Jon", number="12", counsellor="V1", use_number=True, language="nn")
EVA = Candidate(id="K03", name="Eva Liksom", number="3", counsellor="V2", language="en", max_meetings=2)
ALI = Candidate(id="K04", name="Ali", number="21", counsellor="V2")
BAKERY = Employer(
    id="E1",
    name="Løten Bakeri",
    stations=("P1",),
    line="Vi baker brød og kaker for hele Innlandet.",
    does="Vi baker hver natt.\nVi selger i tre butikker.",
    looks_for="Noen som liker å stå tidlig opp.",
    hours="04.00–11.00",
    pace="Rolig først, travelt etter klokka åtte.",
    body_work="Mye ståing, løft opp til 15 kilo.",
    licences="Truckførerbevis er fint å ha.",
    safety="Vernesko og hårnett.",
    questions=("Hva liker du å lage?", "Når på døgnet jobber du best?"),
    interviewer="Kari",
    interviewer_role="bakerimester",
)
SHOP = Employer(id="E2", name="Oppdiktet Sport AS")
COUNSELLORS = (
    Counsellor(id="V1", name="Berit", phone="900 00 001", deputy="Omar", deputy_phone="900 00 002"),
    Counsellor(id="V2", name="Nils", phone="900 00 003"),
)
REASON = Text("Tolken er opptatt da.", "Tolken er oppteken då.", "The interpreter is taken then.")


def evening(**changes):
    known = {
        "id": "liten",
        "name": "Ta sjansen Prøveby",
        "date": date(2027, 2, 10),
        "venue": "Eksempelgata 11, Prøveby",
        "directions": Directions(line="buss 4", stop="Torget", walk_minutes=5, greeter="Trude"),
        "answer_by": date(2027, 2, 17),
        "rounds": ROUNDS,
        "stations": (Station(id="P1", name="Plass 1"),),
        "employers": (BAKERY, SHOP),
        "counsellors": COUNSELLORS,
        "resources": (Resource(id="T1", kind="sign_interpreter", name="Tolk Tolkesen"),),
        "candidates": (SARA, JON, EVA, ALI),
    }
    return Event(**{**known, **changes})


def meeting(candidate, employer, station, start, end, **more):
    return Meeting(candidate=candidate, employer=employer, station=station, start=at(start), end=at(end), **more)


MEETINGS = (
    meeting("K01", "E1", "P1", "16:10", "16:55", people=("V1",), resources=("T1",)),
    meeting("K02", "E1", "P1", "17:05", "17:35"),
    meeting("K03", "E1", "P1", "17:40", "18:10"),
    meeting("K03", "E2", "E2", "16:10", "16:40"),
)


def plan(**changes):
    known = {
        "event": "liten",
        "version": 3,
        "made_at": "2027-02-01T12:00:00+01:00",
        "status": "optimal",
        "seconds": 0.4,
        "solver": "ortools 9.15",
        "seed": 1,
        "goals": (
            Reading("met", 3, 3, proven=True),
            Reading("wishes", (4, 0, 0), (4, 0, 0), proven=True),
            Reading("comfort", (1, 1), (1, 1), proven=True),
            Reading("on_time", 1, 1, proven=True),
        ),
        "meetings": MEETINGS,
        "unplaced": (Unplaced("K04", (Reason("shared_resource", REASON),)),),
        "unmet": (Hope("K01", "low_noise"),),
    }
    return Schedule(**{**known, **changes})


def printed(
    event=None,
    schedule=None,
    *,
    kinds=("timetable", "employer", "candidate"),
    language=None,
    profile="standard",
    **more,
):
    found = print_sheets(
        event or evening(),
        schedule or plan(),
        kinds=kinds,
        language=language,
        profile=profile,
        printed_at=PRINTED_AT,
        **more,
    )
    return dict(found)


def pages(pdf):
    """Read the text of each page."""
    return [page.extract_text().replace("\xa0", " ") for page in PdfReader(BytesIO(pdf)).pages]


def text(pdf):
    """Read all text of a file, its lines joined."""
    return " ".join(" ".join(pages(pdf)).split())
