"""Days that are counted from the date of an event."""

from datetime import date

import pytest

from speeddate.domain.checklist import todos
from speeddate.domain.deadlines import DAYS_BEFORE, usual

EVENING = date(2027, 8, 31)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("t8w", date(2027, 7, 6)),
        ("t0", EVENING),
        ("t1d", date(2027, 9, 1)),
        ("t3m", date(2027, 11, 30)),
        ("t6m", date(2028, 2, 29)),
    ],
)
def test_what_is_to_be_done_is_due_so_long_before_or_after(when, day):
    assert {each.due(EVENING) for each in todos().values() if each.when == when} == {day}


def test_every_thing_to_do_has_a_heading_and_one_is_a_question():
    assert all(each.heading.nb and each.text.en for each in todos().values())
    assert [each.key for each in todos().values() if each.asks] == ["t8w.aids"]


def test_others_are_usually_done_some_weeks_before():
    assert {which: usual(which, EVENING) for which in DAYS_BEFORE} == {
        "needs_by": date(2027, 7, 20),
        "employers_by": date(2027, 8, 10),
        "candidates_by": date(2027, 8, 17),
    }
