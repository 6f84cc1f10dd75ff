"""Timetables that were made before."""

import json

import pytest

from tests.cli.terminal import SMALL, run


@pytest.fixture
def planned(tmp_path):
    run("plan", SMALL, "-o", tmp_path, "--no-print")
    return tmp_path / "schedule.json"


@pytest.fixture
def moved(planned):
    """Move a meeting by hand on top of another."""
    schedule = json.loads(planned.read_text())
    first, other = (meeting for meeting in schedule["meetings"] if meeting["employer"] == "E1")
    other["start"], other["end"] = first["start"], first["end"]
    planned.write_text(json.dumps(schedule))
    return planned
