"""The checker and a plain reading of the promises agree about every timetable, whoever made it."""

from random import Random

import pytest

from speeddate.domain.outcome import Planned
from speeddate.services.plans.checking import check
from speeddate.services.plans.planning import plan
from tests.properties.drawn import drawn
from tests.properties.naive import broken
from tests.properties.timetables import timetables

RULES = {
    "opening_hours": {"starts_off_the_rounds", "ends_too_late", "employer_is_away", "candidate_is_away"},
    "duration": {"lasts_wrong"},
    "time_window": {"outside_their_hours", "wrong_half"},
    "order": {"has_to_wait", "has_to_be_first"},
    "station": {"station_is_taken"},
    "own_station": {"at_a_strange_station"},
    "employer_places": {"employer_is_split", "employer_meets_too_many"},
    "station_feature": {"station_lacks_feature"},
    "venue_feature": {"venue_lacks_feature"},
    "same_room": {"changes_rooms"},
    "most_meetings": {"meets_too_many"},
    "pair": {"meets_twice"},
    "avoid": {"not_wished", "meets_whom_they_avoid"},
    "pinned": {"pin_is_lost"},
    "gap": {"rests_too_little"},
    "short_stay": {"stays_too_long"},
    "people_apart": {"sees_whom_they_avoid"},
    "dogs": {"shares_room_with_a_dog"},
    "loops": {"loops_disturb"},
    "crowd": {"stands_in_a_crowd"},
    "person_present": {
        "has_no_counsellor",
        "counsellor_is_away",
        "counsellor_is_in_two_places",
        "counsellor_is_not_in_the_room",
    },
    "shared_resource": {"lacks_a_resource", "resource_is_away", "resource_is_shared_by_too_many"},
    "rest": {"resource_works_too_long"},
}
RULE_OF = {name: rule for rule, names in RULES.items() for name in names}
# Of a timetable that is broken already, these ask only what still makes sense; alone, each is named.
SILENT = {
    "crowd",
    "duration",
    "gap",
    "pair",
    "employer_places",
    "same_room",
    "short_stay",
    "time_window",
    "dogs",
    "loops",
    "rest",
}


@pytest.mark.parametrize("first", range(0, 1000, 40))
def test_the_checker_finds_broken_what_a_plain_reading_does(first):
    for seed in range(first, first + 40):
        event = drawn(seed)
        for schedule in timetables(Random(seed), event):
            assert_agreed(event, schedule, f"event {seed}")


@pytest.mark.parametrize("first", range(0, 1000, 100))
def test_what_the_solver_plans_keeps_every_promise_and_its_changes_are_judged_alike(first):
    for seed in range(first, first + 100, 10):
        event = drawn(seed)
        outcome = plan(event, workers=1)
        if isinstance(outcome, Planned):
            assert broken(event, outcome.schedule) == set()
            for schedule in timetables(Random(seed), event, outcome.schedule.meetings):
                assert_agreed(event, schedule, f"event {seed}, planned")


def test_every_promise_is_broken_by_some_timetable():
    found = set()
    for seed in range(1000):
        if found < set(RULES):
            event = drawn(seed)
            found |= {rule for schedule in timetables(Random(seed), event) for rule in reported(event, schedule)}

    assert found == set(RULES)


def reported(event, schedule):
    return {reason.rule for reason in check(event, schedule).broken}


def assert_agreed(event, schedule, whose):
    read, said = {RULE_OF[name] for name in broken(event, schedule)}, reported(event, schedule)
    assert bool(read) == bool(said), (whose, schedule.meetings, read, said)
    assert read - SILENT == said - SILENT, (whose, schedule.meetings, read, said)
    if len(read) == 1 or len(said) == 1:
        assert read & said, (whose, schedule.meetings, read, said)
