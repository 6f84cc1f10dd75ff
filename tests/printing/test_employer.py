import re
from dataclasses import replace

import pytest

from speeddate.domain.catalogue import catalogue, need
from speeddate.domain.clock import at
from speeddate.domain.text import LANGUAGES
from speeddate.printing.agreed import shared
from speeddate.printing.words import Voice
from tests.printing.builders import (
    ALI,
    BAKERY,
    COUNSELLORS,
    EVA,
    JON,
    MEETINGS,
    SARA,
    SHOP,
    evening,
    pages,
    plan,
    printed,
    text,
)


def sheet(event=None, schedule=None, **more):
    return printed(event, schedule, kinds=("employer",), **more)["employer-E1.pdf"]


def told(candidate, schedule=None):
    """Read what stands between the heading of instructions and the one to call."""
    event = evening(candidates=(candidate, JON, EVA, ALI))
    page = " ".join(pages(sheet(event, schedule))[2].split())
    return page.split("Gjør dette i møtet")[1].split("Trenger du hjelp?")[0].strip()


def test_there_is_a_cover_a_card_and_one_page_for_each_meeting():
    titles = [page.split("Møte ")[1][:6] if "Møte " in page else "" for page in pages(sheet())]
    assert titles == ["", "", "1 av 3", "2 av 3", "3 av 3"]


def test_the_cover_lists_first_names_numbers_and_real_lengths():
    cover = " ".join(pages(sheet())[0].split())
    table = cover.split("Klokka Hvem dere møter Minutter ")[1].split(" Dere sitter")[0]
    assert table == "16.10–16.55 Sara 45 17.05–17.35 deltaker 12 30 17.40–18.10 Eva 30"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_of_four_meetings_is_one_page_in_large_print(language):
    early = replace(MEETINGS[2], candidate="K04", start=at("15:30"), end=at("16:00"))

    after_it = pages(sheet(schedule=plan(meetings=(early, *MEETINGS[:3])), profile="large", language=language))[1]

    assert Voice(language).say("card.title") in after_it


def test_the_cover_names_one_fixed_contact_and_their_deputy():
    cover = " ".join(pages(sheet())[0].split())
    assert "Den faste kontakten deres er Berit: 900 00 001. Når Berit er borte, ring Omar: 900 00 002." in cover


def test_whoever_has_been_there_before_is_not_asked_whether_it_is_the_first_time():
    event = evening(employers=(replace(BAKERY, returning=True), SHOP))
    covers = [" ".join(pages(printed)[0].split()) for printed in (sheet(), sheet(event))]
    assert ["Er dette første gang?" in cover for cover in covers] == [True, False]


def test_without_a_counsellor_the_host_is_the_one_to_ask():
    event = evening(counsellors=(), candidates=tuple(replace(each, counsellor="") for each in (SARA, JON, EVA, ALI)))
    assert [page.count("Spør verten i lokalet.") for page in pages(sheet(event))] == [1, 0, 1, 1, 1]


def test_an_employer_who_moves_reads_the_place_of_each_meeting():
    moved = replace(MEETINGS[2], station="E2")
    cover = " ".join(pages(sheet(schedule=plan(meetings=(*MEETINGS[:2], moved))))[0].split())
    assert "17.40–18.10 Eva 30 Plass 2 Dere bytter plass." in cover


def test_the_page_of_a_meeting_shows_what_the_candidate_agreed_to_and_nothing_else():
    page = " ".join(pages(sheet())[2].split())
    assert page.split("Svarlapp")[0] == (
        "Bare for Løten Bakeri. Lever arket tilbake. Vi makulerer det samme dag. "
        "Versjon 3 · Skrevet ut 1. februar 2027, 12.05 · Side 3 av 5 "
        "Møte 1 av 3 Du møter Sara. Klokka 16.10 til 16.55 · Sted: Plass 1 "
        "Også i rommet: en tolk og en veileder "
        "Møtet varer i 45 minutter. Slik er tiden delt: dere 8, kandidaten 15, spørsmål 15, slutt 7 minutter. "
        "Dette er Sara god på • Jeg er flink til å bake. • Jeg møter til tiden. "
        "Dette vil Sara gjerne Lære mer om surdeig. "
        "Tre ting Sara vil si 1. Jeg har bakt siden jeg var ti. 2. Jeg liker morgener. 3. Jeg lærer fort. "
        "Gjør dette i møtet • Sett av 45 minutter til møtet. "
        "• En tolk er med i møtet. Se på kandidaten og snakk som vanlig. • Følg kortet for alle møter. "
        "Trenger du hjelp? Ring Berit: 900 00 001. Når Berit er borte, ring Omar: 900 00 002. "
    )


def test_a_sentence_that_was_not_agreed_to_is_not_told():
    assert told(replace(SARA, shares={"E2": ("extra_time",)})) == "• Følg kortet for alle møter."


def test_a_shared_need_that_the_candidate_has_taken_back_is_not_told():
    assert told(replace(SARA, needs=())) == "• Følg kortet for alle møter."


def test_a_silent_need_is_not_told_even_when_a_file_shares_it():
    assert (
        told(replace(SARA, needs=(need("low_noise"),), shares={"E1": ("low_noise",)}))
        == "• Følg kortet for alle møter."
    )


def test_what_the_plan_gave_up_is_not_told():
    schedule = plan(unmet=(replace_hope("sign_interpreter"), replace_hope("extra_time")))
    assert told(SARA, schedule) == "• Følg kortet for alle møter."


def replace_hope(key):
    return plan().unmet[0]._replace(need=key)


def test_a_shorter_meeting_is_told_with_its_real_minutes():
    candidate = replace(SARA, needs=(need("shorter_meeting"),), shares={"E1": ("shorter_meeting",)})
    short = plan(meetings=(replace(MEETINGS[0], end=MEETINGS[0].start + 18),), unmet=())
    assert told(candidate, short) == "• Hold møtet på 18 minutter. • Følg kortet for alle møter."


def test_questions_are_shown_only_when_shared():
    shared = evening(candidates=(replace(SARA, share_questions=True), JON, EVA, ALI))
    assert [text(sheet(event)).count("Hvor tidlig starter dere?") for event in (evening(), shared)] == [0, 1]


def test_a_number_stands_for_the_name_where_the_candidate_chose_so():
    page = " ".join(pages(sheet())[3].split())
    assert "Du møter deltaker 12." in page
    assert "Deltaker 12 forteller selv i møtet." in page
    assert "Jon" not in text(sheet())


def canaries():
    """Fill every field that employers must not see with something to look for."""
    secret = replace(
        SARA,
        id="KHEMMELIG",
        name="Sara HEMMELIGSEN",
        wishes=("E1", "E2"),
        avoid_employers=frozenset({"E2"}),
        avoid_candidates=frozenset({"K02"}),
        needs=tuple(need(key) for key in catalogue()),
        shares={"E2": tuple(catalogue())},
        questions=("HEMMELIG spørsmål",),
    )
    jon = replace(JON, name="JONHEMMELIG Liksom")
    tolk = replace(evening().resources[0], name="TOLKHEMMELIG", id="RHEMMELIG")
    sport = replace(SHOP, name="HEMMELIG sport", line="HEMMELIG linje", questions=("HEMMELIG om jobben",))
    bakery = replace(BAKERY, interest={"KHEMMELIG": 987654})
    event = evening(candidates=(secret, jon, EVA, ALI), resources=(tolk,), employers=(bakery, sport))
    first = replace(MEETINGS[0], candidate="KHEMMELIG", resources=("RHEMMELIG",))
    return event, plan(meetings=(first, *MEETINGS[1:]), unmet=())


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_an_employer_must_not_see_is_printed(language):
    found = text(sheet(*canaries(), language=language))
    labels = [kind.label[language] for kind in catalogue().values()]
    words = ("HEMMELIG", "987654", "NAV", "Nav", "K02", *labels, *(c.name for c in COUNSELLORS if not c.phone))
    assert [word for word in words if word in found] == []


@pytest.mark.parametrize("key", [key for key, kind in catalogue().items() if kind.share == "ask"])
def test_each_need_is_told_by_its_own_sentence_alone(key):
    candidate = replace(SARA, needs=(need(key),), shares={"E1": (key,)})
    kind = catalogue()[key]
    words = re.sub(r"\d+", "45", kind.employer.nb) if kind.type == "DURATION" else kind.employer.nb
    assert shared(candidate, MEETINGS[0], frozenset(), Voice("nb")) == (words,)
