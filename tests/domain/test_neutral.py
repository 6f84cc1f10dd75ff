"""Places as anybody may see them."""

import pytest

from speeddate.domain.neutral import neutral


@pytest.mark.parametrize(
    "place",
    [
        "NAV",
        "Nav Hamar",
        "nav_hamar",
        "NAV-kontoret",
        "Navkontoret",
        "Navs lokaler",
        "N\u200bAV",
        "Arbeids- og velferdsforvaltningen",
        "Arbeids- og velferdsetaten",
        "Norwegian Labour and Welfare Administration",
        "Trygdekontoret",
        "AAP-rommet",
        "",
        " \r\n\t",
    ],
)
def test_nothing_is_shown_of_a_place_that_names_the_office_or_benefits(place):
    assert neutral(place) == ""


@pytest.mark.parametrize("place", ["Navigasjonsskolen", "Knavs gate 3", "Navnløs plass", "Sørnavet", "Grünerløkka 1"])
def test_a_place_that_only_sounds_like_the_office_is_shown(place):
    assert neutral(place) == place


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("NAV Hamar, Grønnegata 11, Hamar", "Grønnegata 11, Hamar"),
        ("Storgata 1\r\n2. etasje", "Storgata 1, 2. etasje"),
        ("Storgata\u20281\u2029", "Storgata, 1"),
        ("Stor\u00adgata\u202e 1\x00\x1b[0m", "Storgata 1 [0m"),
        ("A;B,,C", "A, B, C"),
    ],
)
def test_a_place_is_one_line_of_its_neutral_parts(place, shown):
    assert neutral(place) == shown
