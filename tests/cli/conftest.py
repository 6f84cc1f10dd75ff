"""A timetable that was made before."""

import pytest

from tests.cli.terminal import SMALL, run


@pytest.fixture
def planned(tmp_path):
    run("plan", SMALL, "-o", tmp_path, "--no-print")
    return tmp_path / "schedule.json"
