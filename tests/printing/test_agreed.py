from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeddate.domain.catalogue import catalogue, need
from speeddate.domain.people import Resource
from speeddate.domain.text import LANGUAGES
from speeddate.printing.agreed import company, parts, seen
from speeddate.printing.words import Voice
from speeddate.rules.person_present import company as counsellor
from tests.printing.builders import ALI, EVA, JON, MEETINGS, SARA, evening


@pytest.mark.parametrize(
    ("minutes", "shares"), [(30, (5, 10, 10, 5)), (45, (8, 15, 15, 7)), (20, (3, 7, 7, 3)), (25, (4, 9, 8, 4))]
)
def test_the_time_is_shared_in_whole_minutes(minutes, shares):
    assert parts(minutes) == shares


@given(st.integers(0, 500))
def test_the_shares_add_up_to_the_meeting(minutes):
    assert sum(parts(minutes)) == minutes


def beside(*kinds, needs=(), people=()):
    resources = tuple(Resource(id=f"R{n}", kind=kind, name="Navn Navnesen") for n, kind in enumerate(kinds))
    event = evening(resources=resources, candidates=(replace(SARA, needs=needs), JON, EVA, ALI))
    return company(event, replace(MEETINGS[0], resources=tuple(r.id for r in resources), people=people), Voice("nb"))


def test_who_else_is_there_is_said_without_names_or_languages():
    assert [
        beside("sign_interpreter"),
        beside("spoken_interpreter:so", people=("V1",)),
        beside("text_interpreter", "text_interpreter"),
        beside("remote_interpreter"),
        beside("quiet_place", "guide", "amp_kit"),
    ] == ["en tolk", "en tolk og en veileder", "2 tolker", "en tolk på skjerm", ""]


def test_two_interpreters_of_one_pool_are_two():
    assert beside("tactile_interpreter", needs=(need("tactile_interpreter"),)) == "2 tolker"


def sheet_says(asked):
    helper = asked.word("resource")
    people = counsellor(replace(SARA, needs=(asked,)), ())
    return beside(*([helper] if helper else []), needs=(asked,), people=people)


BROUGHT = {"companion": "noen", "assistant": "noen"}


@pytest.mark.parametrize("key", catalogue())
def test_a_candidate_is_told_of_everybody_whom_the_employers_sheet_will_show(key):
    assert seen(catalogue()[key], Voice("nb")) == BROUGHT.get(key, sheet_says(need(key)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_comes_along_because_of_a_need_of_which_employers_are_told_nothing(language):
    silent = [kind for kind in catalogue().values() if kind.share != "ask"]
    assert [kind.key for kind in silent if seen(kind, Voice(language))] == []
