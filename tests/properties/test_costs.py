"""Why two do not meet, and what it would cost: true, smallest, working, and silent about everybody else."""

import json
import re
from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from speeddate import rules
from speeddate.domain.catalogue import catalogue
from speeddate.domain.cost import Arranged, Barred, Priced
from speeddate.domain.outcome import Planned
from speeddate.domain.people import Pin
from speeddate.domain.text import LANGUAGES
from speeddate.services.plans.checking import check
from speeddate.services.plans.planning import plan
from speeddate.services.why import losses
from speeddate.services.why.costing import LOCKED, cost
from speeddate.services.why.costs_said import document, said
from tests.properties.drawn import drawn

SEEDS = range(50)


@cache
def answers(seed):
    """Ask about everybody who does not meet in a drawn event, in which the meetings of others may be decided."""
    event = drawn(seed)
    outcome = plan(event, workers=1)
    return tuple(asked(seed, event, outcome.schedule)) if isinstance(outcome, Planned) else ()


def asked(seed, event, schedule):
    for who, employer in product([candidate.id for candidate in event.candidates], event.employer):
        others = [meeting for meeting in schedule.meetings if meeting.candidate != who]
        pins = [Pin(candidate=m.candidate, employer=m.employer, start=m.start) for m in others if seed % 2]
        changed = replace(event, pins=(*event.pins, *pins))
        answer = cost(changed, schedule, who, employer, seconds=None, workers=1)
        if not isinstance(answer, Arranged):
            yield changed, schedule, who, employer, answer


@pytest.mark.parametrize("seed", SEEDS)
def test_what_bars_a_meeting_is_true_and_none_of_it_is_to_spare(seed):
    for event, _, candidate, employer, answer in answers(seed):
        if isinstance(answer, Barred) and LOCKED not in {reason.text for reason in answer.because}:
            named = {(reason.rule, reason.text) for reason in answer.because}
            assert not fits(event, candidate, employer, named)
            assert all(fits(event, candidate, employer, named - {one}) for one in named)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_stands_in_the_way_of_a_meeting_that_could_be_is_only_what_is_locked_for_others(seed):
    for event, schedule, candidate, employer, answer in answers(seed):
        if isinstance(answer, Barred) and LOCKED in {reason.text for reason in answer.because}:
            own = tuple(pin for pin in event.pins if pin.candidate == candidate)
            free = cost(replace(event, pins=own), schedule, candidate, employer, seconds=None, workers=1)
            assert isinstance(free, Priced)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_that_is_offered_makes_the_meeting_possible(seed):
    for event, schedule, candidate, employer, answer in answers(seed):
        if isinstance(answer, Barred) and answer.fixes:
            changed = event
            for fix in answer.fixes:
                changed = fix.change.made_in(changed)
            assert isinstance(cost(changed, schedule, candidate, employer, seconds=None, workers=1), Priced)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_other_plan_keeps_every_promise_and_holds_the_meeting(seed):
    for event, _, candidate, employer, answer in answers(seed):
        if isinstance(answer, Priced):
            assert check(event, answer.plan).broken == ()
            assert (candidate, employer) in {(meeting.candidate, meeting.employer) for meeting in answer.plan.meetings}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_figures_are_the_difference_of_the_two_plans_as_the_checker_measures_them(seed, monkeypatch):
    monkeypatch.setattr(losses, "FEW", 0)  # so that all is told
    for event, schedule, candidate, _, answer in answers(seed):
        if isinstance(answer, Priced):
            before, after = check(event, schedule).values, check(event, answer.plan).values
            told = losses.priced(event, schedule, answer.plan, candidate)
            differing = {key: (before[key], after[key]) for key in event.goals if before[key] != after[key]}
            assert {goal.key: (goal.before, goal.after) for goal in told.goals} == differing


@pytest.mark.parametrize("seed", SEEDS)
def test_as_many_lose_as_have_less_by_a_plain_count(seed, monkeypatch):
    monkeypatch.setattr(losses, "FEW", 0)
    for event, schedule, candidate, _, answer in answers(seed):
        if isinstance(answer, Priced):
            told = losses.priced(event, schedule, answer.plan, candidate)
            others = [one for one in event.candidates if one.id != candidate]
            fewer = [one for one in others if had(schedule, one) > had(answer.plan, one)]
            stay = [one for one in others if one not in fewer and first(schedule, one) and not first(answer.plan, one)]
            assert (told.lost.get("meeting", 0), told.lost.get("first", 0)) == (len(fewer), len(stay))
            helped = [one for one in others if had(schedule, one) == had(answer.plan, one)]
            assert told.lost or not any(missed(schedule, one) < missed(answer.plan, one) for one in helped)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_answer_says_anything_of_anybody_else(seed):
    for event, _, candidate, employer, answer in answers(seed):
        told = "\n".join(words(event, answer, candidate, employer))
        others = [one for one in event.candidates if one.id != candidate]
        own = {need.key for need in event.candidate[candidate].needs}
        labels = {catalogue()[need.key].label for one in others for need in one.needs if need.key not in own}
        assert [one.id for one in others if re.search(rf"\b{one.id}\b", told)] == []
        assert [label for label in labels if any(label[language] in told for language in LANGUAGES)] == []


@pytest.mark.parametrize("seed", range(0, 50, 2))
def test_reasons_are_the_same_whatever_others_need_wish_for_and_avoid(seed):
    for event, schedule, candidate, employer, answer in answers(seed):
        bare = replace(event, candidates=tuple(one if one.id == candidate else bared(one) for one in event.candidates))
        if isinstance(answer, Barred) and not event.pins:
            assert cost(bare, replace(schedule, unmet=()), candidate, employer, workers=1) == answer


def test_every_kind_of_answer_is_among_them():
    found = {type(answer) for seed in SEEDS for *_, answer in answers(seed)}

    assert found == {Barred, Priced}


def fits(event, candidate, employer, named):
    """Try each time and place of the meeting, and of those decided for the candidate, by the named sentences alone."""
    alone = frozenset({candidate})
    event = replace(event, pins=tuple(pin for pin in event.pins if pin.candidate == candidate))
    options = rules.options(event, lifted=alone, among=alone)
    limits = [limit.demanded() for limit in rules.limits(event, options, asked=alone)]
    limits = [limit for limit in limits if (limit.rule, limit.because) in named]
    wished = [o for o in range(len(options)) if options.at(o).employer == employer]
    pins = [limit.of.tolist() for limit in limits if limit.least]
    return any(all(limit.kept_by(frozenset(picked)) for limit in limits) for picked in product(wished, *pins))


def bared(candidate):
    return replace(
        candidate, needs=(), wishes=(), avoid_employers=frozenset(), avoid_candidates=frozenset(), counsellor=""
    )


def had(schedule, candidate):
    return sum(meeting.candidate == candidate.id for meeting in schedule.meetings)


def first(schedule, candidate):
    return any((candidate.id, candidate.wishes[:1]) == (m.candidate, (m.employer,)) for m in schedule.meetings)


def missed(schedule, candidate):
    return [hope.candidate for hope in schedule.unmet].count(candidate.id)


def words(event, answer, candidate, employer):
    """All that a person or a program reads of an answer, but the other plan itself."""
    for language in LANGUAGES:
        yield from said(event, answer, candidate, employer, language)
        yield json.dumps(document(event, answer, candidate, language), ensure_ascii=False)
    if isinstance(answer, Barred):
        yield from (" ".join(reason.about) for reason in answer.because)
        yield from (str(fix.change) for fix in answer.fixes)
