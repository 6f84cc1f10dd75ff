"""Every sheet of every example keeps the rules for accessible PDF, in each language and size."""

from datetime import UTC, datetime

import pytest

from speeddate.domain.text import LANGUAGES
from speeddate.exchange import read_event
from speeddate.printing.sheets import SEPARATE, print_sheets
from speeddate.services.files import examples
from speeddate.services.plans.planning import plan
from tests.printing.tagged import own_failures, ua_failures

NOON = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)
HOUSE = ("timetable", "run-sheet", "check-in", "contacts", "signs", "badges", "feedback", "resource")
KINDS = {  # a counsellor's file holds the packs of their candidates too
    "small": SEPARATE,
    "overbooked": SEPARATE,
    "ta-sjansen": (*HOUSE, "employer", "counsellor"),
}


def test_every_example_of_an_evening_that_has_a_timetable_is_printed():
    assert {*KINDS, "impossible", "job-fair"} == set(examples())


@pytest.fixture(scope="module", params=KINDS)
def evening(request):
    event = read_event(examples()[request.param])
    return event, plan(event, seconds=20).schedule, KINDS[request.param]


@pytest.mark.parametrize("profile", ["standard", "large", "easy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_of_an_example_is_accessible(evening, language, profile):
    event, schedule, kinds = evening
    printed = print_sheets(event, schedule, kinds=kinds, language=language, profile=profile, printed_at=NOON)
    assert [(file, fault) for file, pdf in printed for fault in (*ua_failures(pdf), *own_failures(pdf))] == []
