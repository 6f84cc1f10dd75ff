"""What a goal came to, in words."""

import pytest

from speeddate.domain.text import Text, same
from speeddate.goals import SENTENCES
from speeddate.services.plans.figures import figured


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ((18, 6, 0, 0), "ønske 1:\u00a018, ønske 2:\u00a06"),
        ((17, 0, 1, 2), "ønske 1:\u00a017, ønske 3:\u00a01, utenfor lista:\u00a02"),
        ((0, 0), "utenfor lista:\u00a00"),
    ],
)
def test_wishes_are_told_by_their_place_on_the_list(value, words):
    assert figured("wishes", value).nb == words


def test_what_helps_is_told_as_what_is_missing():
    assert figured("comfort", (1, 4)) == Text(
        "mangler i alt: 4, høyst 1 for én",
        "manglar i alt: 4, høgst 1 for éin",
        "missing in all: 4, at most 1 for one person",
    )


def test_waiting_is_told_in_minutes():
    assert figured("waiting", 195).en == "195 min of waiting"


def test_every_goal_of_one_figure_says_what_it_counts():
    bare = [key for key in SENTENCES if key not in {"wishes", "comfort"} and figured(key, 3) == same("3")]
    assert bare == []


def test_a_goal_that_nobody_has_words_for_is_a_bare_figure():
    assert figured("odd", 1) == same("1")
