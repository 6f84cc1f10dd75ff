"""What is only told to people decides nothing: a plan is the same without it, and is taken although it has changed."""

import sys
from dataclasses import asdict

import numpy as np
import pytest

from speeddate import goals, rules
from speeddate.exchange import content_of, read_event, read_event_content
from speeddate.services import files
from speeddate.services.board.basis import TOLD, decisive
from speeddate.services.plans.planning import plan
from tests.exchange.builders import drawn
from tests.services.evenings import evening

EVENING = content_of(read_event(files.example("ta-sjansen")))
FULL = content_of(evening(candidates=3, employers=1, rounds=1))
OTHERWISE = {
    "event": {
        "name": "Ny", "address": "https://ny.example", "directions": {"line": "9", "stop": "Torget", "walk_minutes": 9},
        "map": "a.png", "picture": "b.png",
    },
    "candidates": {
        "strengths": "Ny", "wants": "Ny", "three_things": ["Ny"], "questions": ["Ny?"], "share_questions": True,
        "shares": {},
    },
    "employers": {
        "line": "Ny", "does": "Ny", "looks_for": "Ny", "hours": "Ny", "pace": "Ny", "body_work": "Ny", "licences": "Ny",
        "safety": "Ny", "questions": ["Ny?"], "interviewer": "Ny", "interviewer_role": "Ny", "jobs": 9,
        "placements": 9, "visits": 9, "returning": True, "map": "a.png", "picture": "b.png",
    },
    "counsellors": {"phone": "900 00 099", "deputy": "Ny", "deputy_phone": "900 00 098"},
}  # fmt: skip
PICTURES = {"a.png": drawn(), "b.png": drawn()}


def otherwise(content):
    """Say otherwise all that is only told."""
    told = {name: [part | OTHERWISE[name] for part in content.get(name, ())] for name in OTHERWISE.keys() - {"event"}}
    return content | {"event": content["event"] | OTHERWISE["event"]} | told


def test_all_that_is_only_told_is_known_and_nothing_else():
    assert {name: frozenset(fields) for name, fields in OTHERWISE.items()} == TOLD
    assert decisive(otherwise(EVENING)) == decisive(EVENING)


@pytest.mark.parametrize("content", [EVENING, FULL])
def test_nothing_that_a_plan_is_made_of_depends_on_what_is_only_told(content):
    before, after = (made_of(read_event_content(each, PICTURES)) for each in (content, otherwise(content)))
    assert before == after


def made_of(event):
    options = rules.options(event)
    limits = list(rules.limits(event, options))
    stages = [*goals.stages(event, options), *goals.ties(event, options, 1)]
    with np.printoptions(threshold=sys.maxsize):
        return repr((options, limits, stages, event.hopes))


def test_a_plan_with_its_reasons_is_the_same_whatever_is_told():
    before, after = (plan(read_event_content(each, PICTURES)).schedule for each in (FULL, otherwise(FULL)))
    known = [{**asdict(each), "made_at": "", "seconds": 0} for each in (before, after)]
    assert known[0] == known[1]
    assert before.unplaced


@pytest.mark.parametrize("name", ["candidates", "employers", "counsellors", "stations", "resources"])
def test_what_people_and_places_are_called_is_in_the_reasons_and_decides(name):
    renamed = EVENING | {name: [part | {"name": "Ny"} for part in EVENING[name]]}
    assert decisive(renamed) != decisive(EVENING)
