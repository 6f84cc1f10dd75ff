"""Many files are printed by several processes, and nobody can tell."""

from dataclasses import replace

import pytest

from speeddate.jobs import apart
from speeddate.printing import hands
from speeddate.printing.press import Press
from tests.printing.builders import MEETINGS, PRINTED_AT, evening, plan, printed

KINDS = ("employer", "counsellor", "candidate")


@pytest.fixture
def several(monkeypatch):
    """Let two files be many."""
    return lambda: monkeypatch.setattr(hands, "MANY", 2)


def test_several_hands_print_what_one_would(several):
    by_one = printed(kinds=KINDS)
    several()
    by_several = printed(kinds=KINDS)
    assert list(by_several) == list(by_one)
    assert by_several == by_one


def test_what_several_cannot_print_is_told_of_once_and_the_rest_is_printed(several):
    broken = plan(meetings=(*MEETINGS[:2], replace(MEETINGS[2], candidate="K99")))
    several()
    lost = []
    found = printed(schedule=broken, kinds=("employer", "candidate"), report=lost.append)
    assert [(page.file, page.page) for page in lost] == [("employer-E1.pdf", "cover"), ("employer-E1.pdf", "K99")]
    assert "candidate-K01.pdf" in found


def test_many_files_are_printed_beside_the_pages_too():
    assert apart(print_many, alive=lambda **_: True) == 0


def print_many():
    hands.MANY = 2
    assert printed(kinds=KINDS)


def test_files_that_hold_the_same_sheets_are_printed_by_the_same_hand():
    press = Press(evening(), plan(), None, "nb", "standard", PRINTED_AT)
    found = hands.batches(hands.Hand(press, ("employer", "counsellor", "candidate")).drafts.values())
    assert found["employer-E1"] == ("employer-E1",)
    assert found["counsellor-V1"] == ("counsellor-V1", "candidate-K01", "candidate-K02")
    assert found["candidate-K02"] == found["counsellor-V1"]
