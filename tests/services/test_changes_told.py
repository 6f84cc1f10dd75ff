"""What is different, in sentences: for organisers, and for each employer, counsellor and resource their own."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

import speeddate.services.versions.changes_told as telling
from speeddate.domain.catalogue import catalogue, need
from speeddate.domain.event import Hope
from speeddate.domain.people import Employer, Resource, Station
from speeddate.domain.text import LANGUAGES
from speeddate.domain.words import rows
from speeddate.services.versions.changes import compare
from speeddate.services.versions.changes_told import (
    to_candidate,
    to_counsellor,
    to_employer,
    to_organisers,
    to_resource,
)
from tests.printing.builders import MEETINGS, evening, meeting, plan
from tests.services.evenings import changed
from tests.services.test_changes import DRAWN

SARA, JON = MEETINGS[:2]
BOTH = (Station(id="P1", name="Plass 1"), Station(id="P2"))
EVENING = replace(evening(), stations=(*BOTH, Station(id="E2", name="Stua")))
ROWS = {row["key"]: row for row in rows("changes.csv")}
BOKMAL = re.compile(r"\b(ikke|jeg|hva|fra|dere|hvem|noen|noe|en|et|ble|mulig|deltaker)\b", re.IGNORECASE)


def compared(before, after, event=EVENING):
    return compare(event, plan(meetings=before, unmet=()), plan(meetings=after, unmet=()))


def said(told, language="nb"):
    return [each.text[language].replace("\xa0", " ") for each in told]


def organisers(before, after, language="nb", event=EVENING):
    return said(to_organisers(compared(before, after, event)), language)


MOVES = {
    "time": {"start": 930, "end": 975},
    "end": {"end": 1000},
    "place": {"station": "P2"},
    "employer": {"employer": "E2", "station": "E2"},
    "employer_time": {"employer": "E2", "station": "E2", "start": 930, "end": 960},
    "company": {"people": ()},
    "time_place_company": {"start": 930, "end": 975, "station": "P2", "resources": ()},
}
SENTENCES = {
    "time": (
        "7 Sara: fra 16.10 til 15.30 hos Løten Bakeri.",
        "7 Sara: frå 16.10 til 15.30 hos Løten Bakeri.",
        "7 Sara: from 16:10 to 15:30 with Løten Bakeri.",
    ),
    "end": (
        "7 Sara: møtet klokka 16.10 hos Løten Bakeri slutter 16.40, ikke 16.55.",
        "7 Sara: møtet klokka 16.10 hos Løten Bakeri sluttar 16.40, ikkje 16.55.",
        "7 Sara: the meeting at 16:10 with Løten Bakeri ends at 16:40, not 16:55.",
    ),
    "place": (
        "7 Sara: fra Plass 1 til Plass 2, klokka 16.10 hos Løten Bakeri.",
        "7 Sara: frå Plass 1 til Plass 2, klokka 16.10 hos Løten Bakeri.",
        "7 Sara: from Plass 1 to Place 2, at 16:10 with Løten Bakeri.",
    ),
    "employer": (
        "7 Sara: fra Løten Bakeri til Oppdiktet Sport AS klokka 16.10.",
        "7 Sara: frå Løten Bakeri til Oppdiktet Sport AS klokka 16.10.",
        "7 Sara: from Løten Bakeri to Oppdiktet Sport AS at 16:10.",
    ),
    "employer_time": (
        "7 Sara: fra 16.10 hos Løten Bakeri til 15.30 hos Oppdiktet Sport AS.",
        "7 Sara: frå 16.10 hos Løten Bakeri til 15.30 hos Oppdiktet Sport AS.",
        "7 Sara: from 16:10 with Løten Bakeri to 15:30 with Oppdiktet Sport AS.",
    ),
    "company": (
        "7 Sara: det er endret hvem som er med i møtet klokka 16.10 hos Løten Bakeri.",
        "7 Sara: det er endra kven som er med i møtet klokka 16.10 hos Løten Bakeri.",
        "7 Sara: there is a change in who comes along to the meeting at 16:10 with Løten Bakeri.",
    ),
    "time_place_company": (
        "7 Sara: fra 16.10 til 15.30 hos Løten Bakeri. Ny plass: Plass 2. Det er også endret hvem som er med.",
        "7 Sara: frå 16.10 til 15.30 hos Løten Bakeri. Ny plass: Plass 2. Det er òg endra kven som er med.",
        "7 Sara: from 16:10 to 15:30 with Løten Bakeri. New place: Place 2. There is also a change in who comes along.",
    ),
}


@pytest.mark.parametrize("move", MOVES)
def test_organisers_read_each_kind_of_change_in_three_languages(move):
    found = [organisers([SARA], [replace(SARA, **MOVES[move])], language) for language in LANGUAGES]
    assert found == [[sentence] for sentence in SENTENCES[move]]


def test_organisers_read_who_got_and_who_lost_a_meeting_the_worst_first():
    before, after = (SARA, JON, *MEETINGS[2:]), (SARA, MEETINGS[2], meeting("K04", "E2", "E2", "15:30", "16:00"))
    assert [organisers(before, after, language) for language in LANGUAGES] == [
        [
            "Deltaker 12: mister møtet klokka 17.05 hos Løten Bakeri, og har ingen møter igjen.",
            "3 Eva: mister møtet klokka 16.10 hos Oppdiktet Sport AS.",
            "21 Ali: nytt møte klokka 15.30 hos Oppdiktet Sport AS, Stua.",
        ],
        [
            "Deltakar 12: mistar møtet klokka 17.05 hos Løten Bakeri, og har ingen møte igjen.",
            "3 Eva: mistar møtet klokka 16.10 hos Oppdiktet Sport AS.",
            "21 Ali: nytt møte klokka 15.30 hos Oppdiktet Sport AS, Stua.",
        ],
        [
            "Participant 12: loses the meeting at 17:05 with Løten Bakeri, and has no meetings left.",
            "3 Eva: loses the meeting at 16:10 with Oppdiktet Sport AS.",
            "21 Ali: new meeting at 15:30 with Oppdiktet Sport AS, Stua.",
        ],
    ]


def test_those_who_have_left_are_called_by_what_the_timetable_calls_them():
    gone = replace(EVENING, candidates=(), employers=(), stations=())
    assert organisers([SARA], [], event=gone) == ["Deltaker K01: mister møtet klokka 16.10 hos E1."]
    assert said(to_employer(compared([SARA], [], gone), "E1")) == ["En deltaker: møtet klokka 16.10 er borte."]
    assert said(to_resource(compared([SARA], [], gone), "T1")) == ["En deltaker: ikke lenger med klokka 16.10, P1."]


@pytest.mark.parametrize(
    ("move", "first", "second"),
    [
        ("time", ["Sara: fra klokka 16.10 til 15.30."], []),
        ("end", ["Sara: møtet klokka 16.10 slutter 16.40, ikke 16.55."], []),
        ("place", ["Sara: fra Plass 1 til Plass 2, klokka 16.10."], []),
        ("company", ["Sara: det er endret hvem som er med i møtet klokka 16.10."], []),
        ("employer", ["Sara: møtet klokka 16.10 er borte."], ["Sara: nytt møte klokka 16.10, Stua."]),
        ("employer_time", ["Sara: møtet klokka 16.10 er borte."], ["Sara: nytt møte klokka 15.30, Stua."]),
    ],
)
def test_an_employer_reads_of_their_own_meetings_alone(move, first, second):
    comparison = compared([SARA], [replace(SARA, **MOVES[move])])
    assert [said(to_employer(comparison, employer)) for employer in ("E1", "E2")] == [first, second]


def test_an_employer_is_not_told_that_somebody_is_without_a_meeting():
    assert said(to_employer(compared([JON], []), "E1")) == ["Deltaker 12: møtet klokka 17.05 er borte."]


@given(before=DRAWN, after=DRAWN)
def test_no_employer_reads_of_another_or_of_a_surname(before, after):
    event = replace(EVENING, employers=(Employer(id="E1", name="FirstFirm"), Employer(id="E2", name="SecondFirm")))
    comparison = compared(before, after, event)
    for employer, others in (("E1", "SecondFirm|E9"), ("E2", "FirstFirm|E9"), ("E9", "FirstFirm|SecondFirm")):
        found = [text for language in LANGUAGES for text in said(to_employer(comparison, employer), language)]
        assert [text for text in found if re.search(rf"{others}|Prøvesen|Liksom|K99", text)] == []
        times = {clock for each in (*before, *after) if each.employer == employer for clock in _clocks(each)}
        assert set(re.findall(r"\d\d[.]\d\d", " ".join(said(to_employer(comparison, employer))))) <= times


def _clocks(each):
    return {f"{minute // 60:02d}.{minute % 60:02d}" for minute in (each.start, each.end)}


def test_an_interpreter_reads_where_they_are_wanted_and_no_longer():
    other = replace(SARA, resources=("T2",))
    later = replace(SARA, start=930, end=975, people=())
    assert [said(to_resource(compared([SARA], [other]), who)) for who in ("T1", "T2")] == [
        ["Sara: ikke lenger med klokka 16.10, Plass 1."],
        ["Sara: med klokka 16.10, Plass 1."],
    ]
    assert said(to_resource(compared([SARA], [later]), "T1")) == ["Sara: fra 16.10 til 15.30 hos Løten Bakeri."]


def test_a_counsellor_reads_of_their_own_candidates_and_where_they_come_along():
    handed = replace(SARA, people=("V2",), start=930, end=975)
    comparison = compared([SARA, JON], [handed, replace(JON, station="P2")])
    assert [said(to_counsellor(comparison, who)) for who in ("V1", "V2")] == [
        [
            "7 Sara: fra 16.10 til 15.30 hos Løten Bakeri. Det er også endret hvem som er med.",
            "Deltaker 12: fra Plass 1 til Plass 2, klokka 17.05 hos Løten Bakeri.",
        ],
        ["7 Sara: med klokka 15.30, Plass 1."],
    ]


@pytest.mark.parametrize(
    ("move", "told"),
    [
        ("time", "Du skal møte Løten Bakeri klokka 15.30, ikke klokka 16.10."),
        ("end", "Møtet ditt klokka 16.10 hos Løten Bakeri slutter 16.40, ikke 16.55."),
        ("place", "Møtet ditt klokka 16.10 hos Løten Bakeri er på en ny plass: Plass 2, ikke Plass 1."),
        ("employer", "Du skal møte Oppdiktet Sport AS klokka 16.10, ikke Løten Bakeri."),
        ("employer_time", "Du skal møte Oppdiktet Sport AS klokka 15.30, ikke Løten Bakeri klokka 16.10."),
        ("company", "Det er endret hvem som er med i møtet ditt klokka 16.10 hos Løten Bakeri."),
    ],
)
def test_a_candidate_reads_of_themself_alone(move, told):
    comparison = compared([SARA, JON], [replace(SARA, **MOVES[move]), replace(JON, start=930, end=960)])
    assert said(to_candidate(comparison, "K01")) == [told]


@pytest.mark.parametrize("other", [{"people": ("V2",)}, {"resources": ("T1", "L1")}, {"resources": ("T2",)}])
def test_an_employer_reads_nothing_of_what_they_would_not_see_in_the_room(other):
    more = (Resource(id="T2", kind="sign_interpreter"), Resource(id="L1", kind="amp_kit"))
    event = replace(EVENING, resources=(*EVENING.resources, *more))
    assert to_employer(compared([SARA], [replace(SARA, **other)], event), "E1") == ()


def test_what_is_arranged_anew_is_told_without_saying_what():
    event = changed(EVENING, "K01", needs=(need("sign_interpreter", "helps"),), shares={"E1": ("sign_interpreter",)})
    before, after = plan(unmet=(Hope("K01", "sign_interpreter"),)), plan(unmet=())
    comparison = compare(event, before, after)
    assert [said(told) for told in (to_organisers(comparison), to_counsellor(comparison, "V1"))] == [
        ["7 Sara: noe som hjelper, er endret."],
    ] * 2
    assert said(to_employer(comparison, "E1")) == ["Sara: det dere får vite før møtet, er endret."]
    assert to_employer(comparison, "E2") == ()


@given(before=DRAWN, after=DRAWN)
def test_no_sentence_holds_a_need_or_half_a_value(before, after):
    comparison = compared(before, after)
    told = (*to_organisers(comparison), *to_resource(comparison, "T1"), *to_counsellor(comparison, "V1"))
    labels = {kind.label[language] for kind in catalogue().values() for language in LANGUAGES}
    for language in LANGUAGES:
        for sentence in said(told, language):
            assert not re.search(r"[{}]|None|: ,|: \.", sentence)
            assert not any(label in sentence for label in labels)


def test_names_that_look_like_text_to_fill_in_are_written_as_they_are():
    event = changed(EVENING, "K01", name="{time}")
    event = changed(event, "E1", name="{0} & <b>")
    assert organisers([SARA], [replace(SARA, station="P2", people=())], event=event) == [
        "7 {time}: fra Plass 1 til Plass 2, klokka 16.10 hos {0} & <b>. Det er også endret hvem som er med."
    ]


@pytest.mark.parametrize("key", ROWS)
def test_every_text_exists_in_three_languages_and_asks_for_the_same_values(key):
    texts = [ROWS[key][language] for language in LANGUAGES]
    assert all(texts)
    assert len({frozenset(re.findall(r"{(\w+)}", text)) for text in texts}) == 1


@pytest.mark.parametrize("key", ROWS)
def test_no_bokmal_leaks_into_nynorsk(key):
    assert BOKMAL.findall(ROWS[key]["nn"]) == []


def test_no_text_is_unused():
    source = Path(telling.__file__).read_text("utf-8")
    assert [key for key in ROWS if f'"{key}"' not in source and key not in BUILT] == []


KINDS = ("lost", "got", "time", "end", "place", "company", "arranged")
BUILT = {
    *(f"{reader}.{kind}" for reader in ("all", "employer", "own") for kind in KINDS),
    *(f"{reader}.{kind}" for reader in ("all", "own") for kind in ("without", "employer", "employer_time")),
    *("along.lost", "along.got", "also.place", "also.company"),
}
