"""Whoever leads the work should come, not only whoever hires."""

import pytest

from speeddate.domain.leader import only_hires


@pytest.mark.parametrize(
    "role", ["HR", "HR-leder", "Personalsjef", "hr og rekruttering", "Recruiter", "HR / bemanning"]
)
def test_whoever_only_hires_is_found(role):
    assert only_hires(role)


@pytest.mark.parametrize("role", ["", "bakermester", "HR og verksmester", "Dagleg leiar", "thread cutter"])
def test_whoever_leads_the_work_is_welcome(role):
    assert not only_hires(role)
