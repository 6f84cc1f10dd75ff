"""The sheets of whoever runs the evening: run sheet, check-in, contacts, signs, badges and answer slips."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from speeddate.domain.catalogue import catalogue, need
from speeddate.domain.people import Resource, Station
from speeddate.printing.moments import clashes
from speeddate.rules.duties import of_counsellor
from tests.printing.builders import ALI, COUNSELLORS, EVA, JON, SARA, evening, meeting, pages, plan, printed, text

AMP = Resource(id="M1", kind="amp_kit")


def body(kind, event=None, schedule=None, **more):
    """Read a sheet, without what stands at the foot of its pages."""
    found = pages(printed(event, schedule, kinds=(kind.split("-V")[0].split("-T")[0],), **more)[f"{kind}.pdf"])
    return " ".join(" ".join(page.split("\n", 2)[2] for page in found).split())


def test_the_run_sheet_tells_the_evening_minute_by_minute():
    found = body("run-sheet")
    steps = (
        "14.45 Rigg rommene.", "15.00 Arbeidsgiverne kommer.", "15.10 Gå gjennom kortet",
        "15.15 Åpne døra for runde 1.", "15.30 Runde 1", "16.00 Byttetid.", "16.05 Tolken går til Plass 1.",
        "16.10 Runde 2", "16.40 Pause", "16.50 Si fra: 5 minutter igjen. Plass 1 tidtakeren",
        "17.00 Runde 3", "18.10 Prat med hver kandidat", "18.20 Oppsummer sammen i 10 minutter.", "18.30 Rydd.",
    )  # fmt: skip
    places = [found.find(step) for step in steps]
    assert [step for step, where in zip(steps, places, strict=True) if where < 0] == []
    assert places == sorted(places)


def test_the_run_sheet_says_when_a_loop_and_a_microphone_are_needed_and_not_by_whom():
    needs = (need("hearing_loop"), need("talk_amplifier"))
    event = evening(candidates=(replace(SARA, needs=needs), JON, EVA, ALI), resources=(AMP,))
    schedule = plan(meetings=(meeting("K01", "E1", "P1", "16:10", "16:40", resources=("M1",)),), unmet=())
    found = body("run-sheet", event, schedule)
    assert "16.05 Slå på teleslynga og prøv lyden. Plass 1 verten" in found
    assert "16.05 Sett mikrofonen klar på Plass 1." in found
    assert "Sara" not in found


def test_an_interpreter_who_works_twice_is_told_when_to_rest():
    two = (
        meeting("K01", "E1", "P1", "15:30", "16:00", resources=("T1",)),
        meeting("K02", "E1", "P1", "17:00", "17:30", resources=("T1",)),
    )
    both = evening(
        candidates=(
            replace(SARA, needs=(need("sign_interpreter"),)),
            replace(JON, needs=(need("sign_interpreter"),)),
            EVA,
            ALI,
        )
    )
    schedule = plan(meetings=two, unmet=())
    assert "16.00 Tolken hviler i 55 minutter." in body("run-sheet", both, schedule)
    assert body("resource-T1", both, schedule).split("Hvor ")[1].split("Bestilling")[0].strip() == (
        "15.25–15.30 Før møtet Plass 1 15.30–16.00 I møtet Plass 1 16.00–16.55 Pause "
        "16.55–17.00 Før møtet Plass 1 17.00–17.30 I møtet Plass 1"
    )


def test_an_interpreter_is_booked_with_all_that_a_booking_asks_for_and_no_name():
    found = body("resource-T1").split("Bestilling av tolk")[1]
    for asked in (
        "Type tolk: tegnspråktolk", "onsdag 10. februar 2027, klokka 16.05 til 16.55",
        "Eksempelgata 11, Prøveby, Plass 1",
        "Antall tolker: 1", "Tema: samtale om jobb", "Med i møtet: én jobbsøker", "Måte: tolk i rommet",
        "Spør etter Berit ved døra: 900 00 001",
    ):  # fmt: skip
        assert asked in found
    assert "Sara" not in found


def test_a_booking_names_the_language_in_words_and_no_talk_or_rest_that_nobody_has_planned():
    event = evening(
        candidates=(replace(SARA, needs=(need("spoken_interpreter", lang="vi"),)), JON, EVA, ALI),
        resources=(Resource(id="T1", kind="spoken_interpreter:vi"),),
    )
    schedule = plan(meetings=(meeting("K01", "E1", "P1", "16:10", "16:40", resources=("T1",)),), unmet=())
    found = body("resource-T1", event, schedule)
    assert "Språk: vietnamesisk" in found
    assert "kort prat etterpå" not in found
    assert "Pause:" not in found


def test_a_guide_learns_whom_to_walk_with_and_a_room_does_not():
    event = evening(
        candidates=(replace(SARA, needs=(need("guide_in_building"), need("quiet_room"))), JON, EVA, ALI),
        resources=(Resource(id="T1", kind="guide"), Resource(id="T2", kind="quiet_place", name="Stille krok")),
    )
    meetings = (meeting("K01", "E1", "P1", "16:10", "16:40", resources=("T1", "T2")),)
    assert body("resource-T1", event, plan(meetings=meetings, unmet=())).startswith("Plan for følger i huset T1")
    assert "16.00–16.10 Før møtet: Sara Plass 1 16.40–16.45 Etter møtet: Sara" in body(
        "resource-T1", event, plan(meetings=meetings, unmet=())
    )
    assert "Sara" not in body("resource-T2", event, plan(meetings=meetings, unmet=()))


def test_something_that_nobody_needs_says_so():
    assert body("resource-T1", schedule=plan(unmet=(), meetings=())).endswith("Tolken har taushetsplikt.")
    assert "Det er ingen møter her." in body("resource-T1", schedule=plan(unmet=(), meetings=()))


def test_check_in_lists_number_name_time_place_and_what_the_host_does():
    event = evening(candidates=(replace(SARA, needs=(need("met_at_door"), need("quiet_room"))), JON, EVA, ALI))
    found = body("check-in", event, plan(unmet=()))
    assert found.split("Er kommet ")[1] == (
        "3 Eva L. 15.55 Plass 2 ☐ 7 Sara P. 15.55 Plass 1 Møt i døra. Vis det stille rommet. ☐ 12 bruk nummeret "
        "16.50 Plass 1 ☐"
    )


def test_whoever_stays_at_home_is_not_waited_for():
    event = evening(candidates=(replace(SARA, needs=(need("video_meeting"),)), JON, EVA, ALI))
    assert "Sara" not in body("check-in", event, plan(unmet=()))


def test_contacts_hold_staff_interpreters_employers_and_lines_to_fill_in():
    found = body("contacts")
    assert "113 ambulanse" in found
    assert found.split("Telefon ")[1] == (
        "Arrangøren Møter i døra Trude Veileder Berit 900 00 001 Stedfortreder Omar 900 00 002 "
        "Veileder Nils 900 00 003 "
        "Tegnspråktolk Tolk Tolkesen Løten Bakeri Kari Oppdiktet Sport AS Vaktmester Drosje"
    )


@pytest.mark.parametrize(
    ("name", "called", "listed"),
    [
        ("", "tegnspråktolk", "Tegnspråktolk T1 Tegnspråktolk T2"),
        ("Tolk", "Tolk", "Tegnspråktolk Tolk T1 Tegnspråktolk Tolk T2"),
    ],
)
def test_two_interpreters_are_told_apart_on_every_sheet_that_has_them(name, called, listed):
    two = tuple(Resource(id=ref, kind="sign_interpreter", name=name) for ref in ("T1", "T2"))
    meetings = (
        meeting("K01", "E1", "P1", "16:10", "16:40", resources=("T1",)),
        meeting("K02", "E2", "E2", "16:10", "16:40", resources=("T2",)),
    )
    asking = tuple(replace(each, needs=(need("sign_interpreter"),)) for each in (SARA, JON))
    event, schedule = evening(resources=two, candidates=(*asking, EVA, ALI)), plan(meetings=meetings, unmet=())
    assert listed in body("contacts", event, schedule)
    for each in two:
        assert body(f"resource-{each.id}", event, schedule).startswith(f"Plan for {called} {each.id} ")
        assert f"{called} {each.id}" in body("run-sheet", event, schedule)


def letters(pdf, page=0):
    """Find how large the words on a page are, but for its foot."""
    found = {}

    def visit(words, cm, tm, font, size):
        if words.strip() and not words.startswith("Versjon"):
            found[words.strip()] = size

    PdfReader(BytesIO(pdf)).pages[page].extract_text(visitor_text=visit)
    return found


def test_signs_are_read_from_afar_and_name_no_candidate():
    signs = printed(kinds=("signs",))["signs.pdf"]
    found = pages(signs)
    assert "Plass 1\nLøten Bakeri" in found[0]
    assert [words for n in range(len(found)) for words, size in letters(signs, n).items() if size < 48] == []
    assert [name for name in ("Sara", "Eva", "Jon") if name in " ".join(found)] == []


def test_a_station_without_a_number_in_its_name_gets_one_on_its_sign():
    event = evening(stations=(Station(id="P1", name="Biblioteket", features=frozenset({"scent_free"})),))
    found = pages(printed(event, kinds=("signs",))["signs.pdf"])
    assert "Biblioteket\nPlass 1\nLøten Bakeri" in found[0]
    assert "Rom uten parfyme" in " ".join(found[-1].split())


def test_badges_look_alike_and_are_empty_for_those_who_go_by_number():
    assert body("badges").split("bruke skilt. ")[1] == (
        "Trude Spør meg Berit Spør meg Nils Spør meg Kari Løten Bakeri Oppdiktet Sport AS Sara Eva"
    )


def test_each_meeting_has_a_slip_for_the_employer_and_one_for_the_candidate():
    found = pages(printed(kinds=("feedback",))["feedback.pdf"])
    assert len(found) == len(plan().meetings)
    whole = " ".join(" ".join(found).split())
    assert "Svarlapp etter møtet · 16.10 · Løten Bakeri · Sara" in whole
    assert "Samtale etter møtet · 16.10 · deltaker 7" in whole


def test_a_counsellor_reads_where_to_be_and_what_is_not_ready():
    needs = (need("met_at_door"), need("warm_up"), need("counsellor_in_room"), need("debrief"), need("photos_ahead"))
    event = evening(candidates=(replace(SARA, needs=needs), JON, EVA, ALI))
    found = body("counsellor-V1", event, plan(unmet=()))
    assert found.split("Hvor ")[2].split("Mine kandidater")[0].strip() == (
        "15.55–16.00 Møt Sara i døra inngangen 16.00–16.10 Prat før møtet: Sara Plass 1 "
        "16.10–16.55 Vær med i møtet: Sara Plass 1 16.55–17.05 Prat etter møtet: Sara Plass 1"
    )
    assert "7 Sara 16.10–16.55 Plass 1 Må ordnes: Bilder av lokalet og dem jeg skal møte." in found
    assert "12 Jon 17.05–17.35 Plass 1 Egne ord mangler." in found


def test_what_the_plan_cannot_give_is_told_apart_from_what_is_to_be_arranged():
    asked = replace(SARA, needs=(need("low_noise"), need("photos_ahead")))
    found = body("counsellor-V1", evening(candidates=(asked, JON, EVA, ALI)))
    labels = [catalogue()[key].label.nb for key in ("low_noise", "photos_ahead")]
    assert "Fikk vi ikke til: {}. · Må ordnes: {}.".format(*labels) in found


@pytest.mark.parametrize(("language", "head"), [("nb", "Nummer"), ("nn", "Nummer"), ("en", "Number")])
def test_no_head_of_a_counsellors_table_is_broken_in_large_print(language, head):
    found = body("counsellor-V1", profile="large", language=language)
    assert f" {head} " in found


def test_a_counsellors_packs_follow_and_nobody_elses():
    found = pages(printed(kinds=("counsellor",))["counsellor-V1.pdf"])
    assert [word for word in ("Sara", "Jon") if not any(f"Hei, {word}." in page for page in found)] == []
    assert "Hello, Eva." not in " ".join(found)
    assert "Side 1 av 1" in found[0]
    assert "Side 1 av" in found[1]


def test_where_a_candidate_is_to_be_asked_the_counsellor_reads_whom_the_employer_sees_anyway():
    asked = replace(SARA, needs=(need("sign_interpreter"), need("counsellor_in_room"), need("clear_questions")))
    told = "Si fra: Arbeidsgiveren ser at kandidaten har med en tolk og en veileder, men får ikke vite hvorfor."
    alone = replace(SARA, needs=(need("clear_questions"),))
    without, with_ = (
        body("counsellor-V1", evening(candidates=(replace(each, shares={}), JON, EVA, ALI)), plan(unmet=()))
        for each in (alone, asked)
    )
    ask = "Spør: Hva får arbeidsgiveren vite?"
    assert [(ask in each, told in each, "Si fra: Arb" in each) for each in (without, with_)] == [
        (True, False, False), (True, True, True),
    ]  # fmt: skip


def test_a_counsellor_wanted_in_two_places_is_told_so():
    needs = (need("counsellor_in_room"),)
    event = evening(candidates=(replace(SARA, needs=needs), replace(JON, needs=needs), EVA, ALI))
    both = plan(
        meetings=(meeting("K01", "E1", "P1", "15:30", "16:00"), meeting("K02", "E2", "E2", "15:40", "16:00")), unmet=()
    )
    assert clashes(of_counsellor(event, both, "V1")) == [15 * 60 + 40]
    assert "Du er ønsket to steder klokka 15.40. Velg hvor du skal være." in body("counsellor-V1", event, both)


def test_a_counsellor_without_anybody_reads_that_nobody_asked():
    alone = evening(counsellors=(*COUNSELLORS, replace(COUNSELLORS[0], id="V9", name="Tore")))
    found = body("counsellor-V9", alone)
    assert "Ingen har bedt om at du er med." in found
    assert "Ingen av kandidatene dine har et møte." in found


def test_those_without_a_meeting_stand_on_their_counsellors_sheet_with_the_reasons():
    assert "Uten møte • Ali: Tolken er opptatt da." in body("counsellor-V2")


MUST_NOT = ("Prøvesen", "Liksom", "Rom med lite støy", "Slippe å møte denne", "støy", "NAV", "Ali")


@pytest.mark.parametrize(
    "kind", ["employer", "signs", "badges", "check-in", "run-sheet", "contacts", "feedback", "resource"]
)
def test_no_sheet_but_the_candidates_and_counsellors_own_says_what_others_must_not_know(kind):
    found = {name: text(pdf) for name, pdf in printed(kinds=(kind,)).items()}
    assert {(name, word) for name, words in found.items() for word in MUST_NOT if word in words} == set()
