"""Fingerprints tell sheets that say something else from those that only were printed later."""

from dataclasses import replace
from datetime import timedelta

import pytest

from speeddate.printing.blocks import Image
from speeddate.printing.fingerprints import fingerprints
from speeddate.printing.press import Press
from tests.printing.builders import ALI, BAKERY, EVA, JON, PRINTED_AT, SARA, SHOP, evening, plan

TOGETHER = ("check-in", "employer")


def told(event=None, schedule=None, at=PRINTED_AT, language=None):
    return fingerprints(Press(event or evening(), schedule or plan(), language, "nb", "standard", at), TOGETHER)


def changed(event):
    """Find which files say something else of an event than of the usual one."""
    before, after = told(), told(event)
    return {"-".join(filter(None, which)) for which in before if before[which] != after.get(which)}


def test_neither_a_later_print_nor_another_version_says_anything_else():
    later = PRINTED_AT + timedelta(days=3)
    assert told(schedule=replace(plan(), version=9, made_at="2027-02-04T12:00:00+01:00"), at=later) == told()


def test_what_one_employer_is_told_less_is_in_their_file_and_those_of_the_candidate_and_all_in_one():
    told_less = replace(SARA, shares={"E1": ("sign_interpreter", "low_noise")})
    own = {"candidate-K01", "counsellor-V1"}
    assert changed(evening(candidates=(told_less, JON, EVA, ALI))) - own == {"employer-E1", "print-all"}


def test_another_language_says_everything_in_other_words():
    nb, en = told(), told(language="en")
    assert {which for which in nb if nb[which] == en[which]} <= {("candidate", "K03")}


@pytest.mark.parametrize("content", [b"one", b"two"])
def test_pictures_are_told_apart_without_being_written_out(content):
    assert (repr(Image(b"one", 1, 1, "")) == repr(Image(content, 1, 1, ""))) == (content == b"one")
    assert len(repr(Image(content * 10_000, 1, 1, ""))) < 200


def test_a_file_that_is_not_printed_any_more_has_no_fingerprint():
    left = plan(meetings=tuple(each for each in plan().meetings if each.employer != "E2"))
    assert ("employer", "E2") in told()
    assert ("employer", "E2") not in told(schedule=left)


def test_all_in_one_changes_with_each_of_its_parts_and_with_no_other():
    line = evening(employers=(BAKERY, replace(SHOP, name="Oppdiktet Ski AS")))
    assert {"employer-E2", "print-all"} <= changed(line)
    assert "print-all" not in changed(evening(candidates=(replace(SARA, language="en"), JON, EVA, ALI)))


def test_a_kind_that_cannot_be_made_costs_its_own_fingerprints_alone():
    broken = plan(meetings=(*plan().meetings, replace(plan().meetings[0], station="P9")))
    assert {"badges", "contacts"} <= {kind for kind, _ in told(schedule=broken)}
