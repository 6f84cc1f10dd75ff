"""Lists that are brought in: nothing goes in before it has been seen, and every fault is told."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from openpyxl import Workbook

from speeddate.store.journal import EntryRow
from tests.web.conftest import token
from tests.web.listed import choose, confirm, faults, home, packed, sealed, send
from tests.web.test_candidates import EVENING, MINE, OWN, exported

LANGUAGES = ("nb", "nn", "en")
OTHER = next(each for each in EVENING.candidates if each.counsellor != OWN)
NOT_YOURS = "Ta bort raden: du kan bare hente inn kandidatene dine. Er personen ny, lar du «Id» stå tomt."
YOURSELF = "Skriv deg selv som veileder: du kan bare hente inn kandidatene dine."
TAKEN = "er tatt. La det stå tomt, så får kandidaten et nytt."
NO_COLUMN = "Ingen kolonne heter «Alder». Bruk overskriftene i malen."
NEVER = "Helse, diagnose, fødselsdato og fødselsnummer blir aldri lagret."


def test_nothing_is_written_before_it_has_been_seen(house):
    client, before = house.visit("organiser"), exported(house)
    answer = send(client, house, "Navn;Veileder\nKim;Marit\n", ending="csv")
    assert answer.status_code == 200
    assert re.findall(r"<bdi>(\w+)</bdi> \(veileder: <bdi>(\w+)</bdi>\)", answer.text) == [("Kim", "Marit")]
    assert exported(house) == before
    assert confirm(client, house, answer).status_code == 302
    added = exported(house)["candidates"][-1]
    assert (added["id"], added["name"], added["counsellor"]) == ("K25", "Kim", "V1")
    assert added["number"] not in {each.number for each in EVENING.candidates}
    assert exported(house)["candidates"][:-1] == before["candidates"]


@pytest.mark.parametrize("who", [f"Id\n{MINE.id}", f"Nummer\n{MINE.number}"], ids=["by id", "by number"])
def test_only_what_the_file_says_is_changed(house, who):
    client, before = house.visit("organiser"), exported(house)
    key, value = who.split("\n")
    answer = send(client, house, f"{key};Navn;Ønsker\n{value};Ane;\n", ending="csv")
    assert f"Navn: <bdi>{MINE.name}</bdi> → <bdi>Ane</bdi>" in answer.text
    wishes = ", ".join(EVENING.employer[ref].name for ref in MINE.wishes)
    assert f"Ønsker: <bdi>{wishes}</bdi> → <bdi>(tomt)</bdi>" in answer.text
    confirm(client, house, answer)
    was = next(each for each in before["candidates"] if each["id"] == MINE.id)
    now = {key: value for key, value in was.items() if key != "wishes"} | {"name": "Ane"}
    assert exported(house)["candidates"] == [now if each["id"] == MINE.id else each for each in before["candidates"]]


def test_every_fault_is_told_by_row_and_column_and_nothing_is_written(house):
    client, before = house.visit("organiser"), exported(house)
    rows = [
        "Id;Navn;Nummer;Veileder;Ønsker;Flest møter;Alder",
        "K01;Sara Prøvesen;;V1;E2;1;",
        "K02;Ring 900 00 001;;V1;E9;mange;44",
        ";;;V77;;;",
        f"K90;Kim;{MINE.number};V1;;;",
        "K90;Kim;;V1;;;",
    ]
    answer = send(client, house, "\n".join(rows), ending="csv")
    assert answer.status_code == 400
    assert re.findall(r"<li><bdi>(.*?)</bdi></li>", answer.text) == [
        f"rad 1, Alder: {NO_COLUMN} {NEVER}",
        "rad 2, Navn: Skriv bare fornavnet. Er det to, setter du bindestrek mellom: Anne-Marie.",
        "rad 3, Navn: Ta bort nummeret. Vi deler ikke nummer her.",
        "rad 3, Flest møter: Skriv et helt tall.",
        "rad 3, Ønsker: «E9» finnes ikke blant arbeidsgiverne. Sjekk skrivemåten.",
        "rad 4, Navn: Fyll ut «Navn».",
        "rad 4, Veileder: «V77» finnes ikke blant veilederne. Sjekk skrivemåten.",
        f"rad 5, Nummer: Nummeret «{MINE.number}» {TAKEN}",
        "rad 6, Id: Raden er om samme person som en annen rad. Ta bort den ene.",
    ]
    assert exported(house) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_faults_are_told_in_the_language_of_the_visitor(house, language):
    client = house.visit("organiser")
    choose(client, language)
    told = {"nb": "Skriv bare fornavnet", "nn": "Skriv berre førenamnet", "en": "Write only the first name"}
    assert told[language] in send(client, house, "Navn\nKim Prøvesen\n", ending="csv").text


def test_an_organiser_brings_in_no_needs_and_nothing_private(seated):
    out = seated.visit("counsellor").get(f"{home(seated)}/candidates.xlsx").data
    needs = seated.visit("counsellor").get(f"{home(seated)}/needs.csv").data
    client, before = seated.visit("organiser"), exported(seated)
    told = [re.sub(r"rad \d+", "rad", fault) for fault in faults(send(client, seated, out))]
    only = "Tøm kolonnen. Bare veilederen til kandidaten kan hente inn dette."
    assert set(told) == {
        "Behov, rad, Behov: Ta bort arket. Bare veilederen til kandidaten kan hente inn hva kandidaten trenger.",
        *(f"Kandidater, rad, {key}: {only}" for key in ("Er god på", "Vil gjerne", "Tre ting å si", "Vil spørre om",
                                                       "Del spørsmålene", "Vil slippe arbeidsgiver")),
    }  # fmt: skip
    assert "Ta bort arket" in send(client, seated, needs).text
    assert exported(seated) == before


def test_a_counsellor_brings_in_what_their_own_candidates_need(seated):
    client = seated.visit("counsellor")
    book = Workbook()
    book.active.title = "Kandidater"
    book.create_sheet("Behov")
    for row in (["Id", "Navn", "Er god på"], ["K80", "Kim", "Jeg er rolig."]):
        book["Kandidater"].append(row)
    for row in (["Kandidat", "Behov", "Hvor viktig"], ["K80", "step_free", "må ha"], [MINE.id, "low_noise", ""]):
        book["Behov"].append(row)
    answer = send(client, seated, packed(book))
    assert "<li>Behov" in answer.text
    confirm(client, seated, answer)
    kept = {each["id"]: each for each in exported(seated)["candidates"]}
    assert kept["K80"]["counsellor"] == OWN
    assert kept["K80"]["needs"] == [{"key": "step_free", "strength": "must"}]
    assert [need["key"] for need in kept[MINE.id]["needs"]] == ["low_noise"]
    assert "shares" not in kept[MINE.id]


@pytest.mark.parametrize(
    ("who", "employers", "refused"), [(MINE.id, "E1, E2, E4", 0), (MINE.id, "E3", 1), ("K80", "E1", 1)]
)
def test_no_list_says_yes_to_telling_an_employer(seated, who, employers, refused):
    rows = f"Kandidat;Behov;Kan fortelles til\n{who};sign_interpreter;{employers}\n"
    book = Workbook()
    for name, lines in {"Kandidater": "Id;Navn\nK80;Kim\n", "Behov": rows}.items():
        for row in (line.split(";") for line in lines.splitlines()):
            (book[name] if name in book else book.create_sheet(name)).append(row)
    answer = send(seated.visit("counsellor"), seated, packed(book))
    assert answer.text.count("Kandidaten må selv si ja til det på siden sin.") == refused


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (f"Id;Navn\n{OTHER.id};Kim\n", f"rad 2, Id: {NOT_YOURS}"),
        (f"Navn;Veileder\nKim;{OTHER.counsellor}\n", f"rad 2, Veileder: {YOURSELF}"),
        (f"Id;Navn;Veileder\n{MINE.id};Kim;{OTHER.counsellor}\n", f"rad 2, Veileder: {YOURSELF}"),
        (f"Navn;Nummer\nKim;{OTHER.number}\n", f"rad 2, Nummer: Nummeret «{OTHER.number}» {TAKEN}"),
        (
            f"Kandidat;Behov\n{OTHER.id};low_noise\n",
            f"rad 2, Kandidat: «{OTHER.id}» finnes ikke blant kandidatene. Sjekk skrivemåten.",
        ),
    ],
)
def test_a_row_about_somebody_elses_candidate_is_a_fault(seated, rows, told):
    client, before = seated.visit("counsellor"), exported(seated)
    assert faults(send(client, seated, rows, ending="csv")) == [told]
    assert exported(seated) == before


def test_words_about_health_and_names_that_are_there_are_asked_about(house):
    client = house.visit("organiser")
    answer = send(client, house, f"Navn\n{MINE.name}\n", ending="csv")
    told = f"rad 2, Navn: Sjekk «{MINE.name}»: navnet finnes fra før. Er det den samme, skriver du «Nummer» fra lista."
    assert faults(answer) == [told]
    liaison = house.visit("liaison")
    answer = send(liaison, house, "Navn;Dette ser de etter\nVerkstedet;En på AAP\n", ending="csv", kind="employers")
    assert faults(answer)[:-1] == ["rad 2, Dette ser de etter: Skriv hva personen kan og vil, i stedet for «AAP»"]
    assert confirm(liaison, house, answer, kind="employers").status_code == 302


def test_a_counsellor_is_not_told_by_a_name_that_somebody_elses_candidate_takes_part(seated):
    answer = send(seated.visit("counsellor"), seated, f"Navn\n{MINE.name}\n{OTHER.name}\n", ending="csv")
    assert [told for told in faults(answer) if "navnet finnes fra før" in told] == [
        f"rad 2, Navn: Sjekk «{MINE.name}»: navnet finnes fra før. Er det den samme, skriver du «Nummer» fra lista."
    ]


def test_a_liaison_brings_in_employers(house):
    client, before = house.visit("liaison"), exported(house)
    rows = "Id;Navn;Plasser;Spørsmål de stiller\nE1;Bakeriet;P1;Hva liker du?\n;Verkstedet;P2;\n"
    answer = send(client, house, rows, ending="csv", kind="employers")
    confirm(client, house, answer, kind="employers")
    after = exported(house)["employers"]
    assert after[0] == before["employers"][0] | {"name": "Bakeriet", "questions": ["Hva liker du?"]}
    assert after[-1] == {"id": "E7", "name": "Verkstedet", "stations": ["P2"], "max_meetings": 4}
    assert after[1:-1] == before["employers"][1:]


def test_what_changed_meanwhile_is_shown_again_before_it_is_written(house):
    client = house.visit("organiser")
    shown = send(client, house, f"Id;Navn\n{MINE.id};Ane\n", ending="csv")
    other = send(client, house, f"Id;Navn\n{MINE.id};Tor\n", ending="csv")
    assert confirm(client, house, other).status_code == 302
    again = confirm(client, house, shown)
    assert again.status_code == 409
    assert "Navn: <bdi>Tor</bdi> → <bdi>Ane</bdi>" in again.text
    assert confirm(client, house, again).status_code == 302


def test_a_button_pressed_twice_adds_nobody_twice(house):
    client = house.visit("organiser")
    shown = send(client, house, "Navn\nKim\n", ending="csv")
    assert [confirm(client, house, shown).status_code for _ in range(2)] == [302, 409]
    assert len(exported(house)["candidates"]) == len(EVENING.candidates) + 1


def test_of_two_who_bring_in_at_once_one_wins_and_the_other_sees_what_would_happen_now(house):
    clients = [house.visit("organiser"), house.visit("organiser")]
    for turn in range(10):
        shown = [send(client, house, f"Navn\nKim{turn}\n", ending="csv") for client in clients]
        ready = Barrier(2)

        def press(number, shown=shown, ready=ready):
            ready.wait()
            return confirm(clients[number], house, shown[number]).status_code

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(press, (0, 1))) == [302, 409]
    assert len(exported(house)["candidates"]) == len(EVENING.candidates) + 10


def test_what_is_sealed_opens_for_its_visitor_event_and_list_alone(house):
    client = house.visit("organiser")
    shown = send(client, house, "Navn\nKim\n", ending="csv")
    assert b"Kim" not in sealed(shown).encode()
    elsewhere = house.visit("liaison")
    assert confirm(elsewhere, house, shown, kind="employers").status_code == 400
    assert confirm(client, house, shown, kind="employers").status_code == 400
    assert "for lang tid" in confirm(client, house, shown, text="gAAAAA").text


def test_the_journal_tells_about_whom_and_nothing_else(house):
    client = house.visit("organiser")
    confirm(client, house, send(client, house, "Navn\nKim\nMia\n", ending="csv"))
    client.get(f"{home(house)}/candidates.csv")
    with house.app.app_context():
        entries = house.session().query(EntryRow).filter(EntryRow.what.like("candidates%")).all()
        told = [(entry.what, entry.about) for entry in entries]
    added = [("candidates imported", f"{house.event} {ref}") for ref in ("K25", "K26")]
    assert told == [*added, ("candidates exported", house.event)]


def test_nobody_gets_the_id_of_somebody_who_withdrew(house):
    guest, _ = house.guest("candidates", "K24")
    guest.post("/me/withdraw", data={"csrf_token": token(guest)})
    client = house.visit("organiser")
    confirm(client, house, send(client, house, "Navn;Veileder\nKim;Marit\n", ending="csv"))
    assert exported(house)["candidates"][-1]["id"] == "K25"
    assert send(client, house, "Id;Navn\nK24;Kim\n", ending="csv").status_code == 400
