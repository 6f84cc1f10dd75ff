"""Every example does what its page says."""

import re
from itertools import takewhile

import pytest

from speeddate.domain.outcome import Impossible
from speeddate.exchange import read_event
from speeddate.services.files import examples
from speeddate.services.plans.checking import check
from speeddate.services.plans.planning import plan


def promised(path):
    page = (path.parent / "README.md").read_text("utf-8")
    return dict(re.findall(r"^\| (\w+) \| (\S+) \|$", page, re.MULTILINE))


def came_to(event, outcome):
    if isinstance(outcome, Impossible):
        return {"outcome": "impossible", "clash": str(len(outcome.clash))}
    schedule = outcome.schedule
    figures = {reading.key: str(reading.value) for reading in schedule.goals if reading.key in {"met", "meetings"}}
    assert check(event, schedule).broken == ()
    proven = [reading.key for reading in takewhile(lambda reading: reading.proven, schedule.goals)]
    return {
        "outcome": schedule.status,
        **figures,
        "proven_to": proven[-1],
        "unplaced": str(len(schedule.unplaced)),
    }


@pytest.mark.parametrize("name", examples())
def test_an_example_does_what_its_page_says(name):
    path = examples()[name]
    event = read_event(path)

    outcome = plan(event)

    came = came_to(event, outcome)
    assert {key: came.get(key) for key in promised(path)} == promised(path)
