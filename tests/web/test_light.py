"""Pages load neither the solver nor what draws sheets: their processes stay small, and begin soon."""

import subprocess
import sys

HEAVY = ("ortools", "pikepdf", "icalendar", "authlib.integrations")


def test_the_pages_load_nothing_that_only_jobs_need():
    told = f"import sys, speeddate.web.factory; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
