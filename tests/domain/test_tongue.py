"""A language is one and the same, by its code or its name, and is said by its name."""

from itertools import product

import pytest

from speeddate.domain.text import LANGUAGES, same
from speeddate.domain.tongue import known, named, suggested, tongue


@pytest.mark.parametrize(
    ("code", "ways"),
    [
        ("ar", ["ar", "AR", "ara", "arabisk", "Arabisk", "  arabisk ", "Arabic", "ARABIC"]),
        ("ckb", ["ckb", "sentralkurdisk", "sorani", "Central  Kurdish"]),
        ("fa", ["fa", "persisk", "Persian", "farsi", "pes"]),
        ("fa_AF", ["fa_AF", "fa-af", "prs", "dari"]),
        ("zh", ["zh", "kinesisk", "Chinese", "zh-Hans", "Simplified Chinese", "mandarin"]),
        ("en", ["en", "engelsk", "British English"]),
        ("tw", ["tw", "twi"]),
        ("se", ["se", "nordsamisk", "Northern Sami"]),
    ],
)
def test_a_language_is_the_same_by_its_code_and_by_its_names_in_any_case(code, ways):
    assert {tongue(way) for way in ways} == {code}


@pytest.mark.parametrize(("one", "other"), [("dari", "persisk"), ("sorani", "kurdisk"), ("kantonesisk", "mandarin")])
def test_languages_that_people_tell_apart_stay_apart(one, other):
    assert tongue(one) != tongue(other)


@pytest.mark.parametrize("written", ["Elvisk", "mul", "zxx", ""])
def test_what_nobody_knows_has_no_code_and_stays_as_it_is_written(written):
    assert (known(written), named(written)) == ("", same(written))


def test_what_nobody_knows_is_the_same_in_any_case_and_with_spaces_around():
    assert {tongue(way) for way in ("Nord Kurmanji", " nord  kurmanji", "NORD KURMANJI ")} == {"nord kurmanji"}


@pytest.mark.parametrize("written", ["ar", "Arabic", "arabisk"])
def test_a_language_is_named_to_each_reader_in_their_own(written):
    assert [named(written)[language] for language in LANGUAGES] == ["arabisk", "arabisk", "Arabic"]


def test_a_name_that_spells_the_code_of_another_language_has_its_own_beside_it():
    assert (named("ga").nb, named("gaa").nb) == ("irsk", "ga (gaa)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_suggested_once_by_a_name_that_reads_back_as_it(language):
    names = suggested(language)
    assert len({tongue(name) for name in names}) == len(names) > 600
    assert [named(name)[language] for name in names] == list(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_can_stand_in_an_event_file(language):
    assert [name for name, mark in product(suggested(language), ",;:=") if mark in name] == []
    assert max(map(len, suggested(language))) <= 60 - len("spoken_interpreter:")


def test_every_other_name_is_of_a_language_that_is_known_by_its_code():
    ways = ["hviterussisk", "kviterussisk", "bengalsk", "farsi", "somalisk", "montenegrinsk", "mandarin"]
    assert [named(way).en for way in ways] == [
        "Belarusian", "Belarusian", "Bangla", "Persian", "Somali", "Montenegrin", "Chinese",
    ]  # fmt: skip
