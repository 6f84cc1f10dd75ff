"""Hostile files are refused for their size before work is done, or each fault is named; nothing of them is kept."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.hostile import SECONDS
from tests.web.hostile_files import EVENTS, LISTS, SOUND

MEGABYTES = 250
HOME = Path(__file__).parents[2]


@pytest.mark.parametrize("name", LISTS)
def test_a_hostile_list_is_refused(name, tmp_path):
    came = sent(tmp_path, "/events/{event}/candidates/import", name, LISTS[name]())
    assert (came["status"], came["written"], bool(came["told"])) == (400, False, True)


@pytest.mark.parametrize("name", EVENTS)
def test_a_hostile_event_is_refused(name, tmp_path):
    came = sent(tmp_path, "/events/import", name, EVENTS[name]())
    assert (came["status"], came["written"], bool(came["told"])) == (400, False, True)


@pytest.mark.parametrize("name", SOUND)
def test_an_event_with_pictures_as_large_as_they_may_be_is_taken(name, tmp_path):
    assert sent(tmp_path, "/events/import", name, SOUND[name]())["status"] == 302


def sent(folder, where, name, content):
    """Send a file in a process of its own, which is stopped after 10 seconds of work, and hold it to its memory."""
    (folder / name).write_bytes(content)
    command = [sys.executable, "-m", "tests.web.hostile", where, str(folder / name)]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False, timeout=20 * SECONDS)
    assert (done.returncode, done.stderr) == (0, "")
    came = json.loads(done.stdout)
    assert came["megabytes"] <= MEGABYTES
    return came
