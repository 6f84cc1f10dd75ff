"""An interpreter is found for a candidate by the language, however each of the two is written."""

import pytest

from speeddate.domain.outcome import Planned
from speeddate.exchange import content_of, read_event_content
from speeddate.services.plans.planning import plan
from tests.services.evenings import evening


def event_of(asked, booked):
    content = content_of(evening(candidates=6, rounds=1))
    content["resources"] = [{"id": "T1", "kind": f"spoken_interpreter:{booked}"}]
    content["candidates"][0]["needs"] = [{"key": "spoken_interpreter", "params": {"lang": asked}}]
    return read_event_content(content, {})


@pytest.mark.parametrize(
    ("asked", "booked", "along"),
    [
        ("arabisk", "ar", ["K01"]), ("Arabic ", "arabisk", ["K01"]), ("Elvisk", " elvisk", ["K01"]),
        ("dari", "ar", []), ("alvisk", "elvisk", []),
    ],
)  # fmt: skip
def test_an_interpreter_comes_along_where_the_language_is_the_same(asked, booked, along):
    outcome = plan(event_of(asked, booked))

    assert isinstance(outcome, Planned)
    assert [each.candidate for each in outcome.schedule.meetings if "T1" in each.resources] == along
    assert [each.candidate for each in outcome.schedule.unplaced] == ([] if along else ["K01"])
