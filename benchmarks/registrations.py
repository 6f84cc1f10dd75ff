"""Register by HTTP at the real server: many in a minute, and as many in the same second; print times and losses.

python -m benchmarks.registrations [--count N] [--seconds S]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import NamedTuple

from benchmarks.events import fair
from benchmarks.served import Answer, Served, Visitor
from speeddate.services import events, guests, offices
from speeddate.services.permissions import Where
from speeddate.store.database import writing
from speeddate.web.factory import create_app
from speeddate.web.settings import read

NAMED = "Ny{}"
VERSION = re.compile(r'name="version" value="(\d+)"')


class Turn(NamedTuple):
    """What somebody was answered, and how many seconds after they pressed."""

    seconds: float
    status: int


def at_pace(deeds: Sequence[Callable[[], Answer]], seconds: float) -> list[Turn]:
    """Do things one after another within so many seconds, or all at once; each on time, however long others take."""
    began = monotonic() + 1

    def run(number: int) -> Turn:
        due = began + number * seconds / len(deeds)
        sleep(max(0.0, due - monotonic()))
        pressed = monotonic()
        return Turn((answer := deeds[number]()) and monotonic() - pressed, answer.status)

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, range(len(deeds))))


def tell(what: str, turns: Sequence[Turn], there: Counter[str], asked: Sequence[str]) -> None:
    """Print one row."""
    cuts = [1000 * cut for cut in quantiles([turn.seconds for turn in turns], n=100)]
    refused = sum(turn.status != 302 for turn in turns)
    lost = sum(there[name] == 0 for name in asked)
    doubled = sum(there[name] > 1 for name in asked)
    print(f"{what:44} {cuts[49]:8.0f} {cuts[94]:8.0f} {cuts[98]:8.0f} {refused:8} {lost:6} {doubled:8}")


def prepared(served: Served, count: int) -> tuple[str, str, list[Visitor]]:
    """Make an event with candidates who have come in by links of their own; gives its id, a link and the candidates."""
    key = served.link("kari@example.org", "organiser", "counsellor")
    app = create_app(read(served.settings))
    with app.app_context():
        session = app.extensions["stored"].session()
        event = events.add(session, offices.organiser_of(session, "Hamar"), fair(1, candidates=count, employers=60))
        with writing(session):
            links = [
                guests.invite(session, "x", "candidates", Where(event, f"K{n:04}")).key for n in range(1, count + 1)
            ]
        app.extensions["stored"].engine.dispose()
    served.start()
    with ThreadPoolExecutor(8) as pool:
        return event, key, list(pool.map(lambda link: _seen(Visitor(served.port).come(link)), links))


def _seen(visitor: Visitor) -> Visitor:
    visitor.ask("GET", "/me/yes")
    return visitor


def main() -> None:
    """Print a row for each way to register."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=500)
    asked.add_argument("--seconds", type=float, default=60.0)
    wanted = asked.parse_args()
    with TemporaryDirectory() as folder:
        served = Served(Path(folder))
        try:
            _measure(served, wanted.count, wanted.seconds)
        finally:
            served.end()


def _measure(served: Served, count: int, seconds: float) -> None:
    event, key, candidates = prepared(served, count)
    page = f"/events/{event}/candidates"
    kari = Visitor(served.port).come(key)
    kari.ask("GET", f"{page}/new")

    def own(number: int, word: str) -> Callable[[], Answer]:
        visitor = candidates[number]
        version = VERSION.search(visitor.ask("GET", "/me/words").text)
        form = {"strengths": f"{word}{number}", "version": version[1] if version else ""}
        return lambda: visitor.ask("POST", "/me/words", form)

    def add(name: str) -> Callable[[], Answer]:
        colleague = Visitor(served.port)
        colleague.cookie, colleague.token = kari.cookie, kari.token
        return lambda: colleague.ask("POST", f"{page}/new", {"name": name, "counsellor": "V0", "language": "nb"})

    def kept() -> Counter[str]:
        return Counter(
            found[0] for visitor in candidates if (found := re.findall(r"Ord\w+", visitor.ask("GET", "/me/words").text))
        )

    def listed() -> Counter[str]:
        return Counter(re.findall(rf"{NAMED.format('')}\w+", kari.ask("GET", page).text))

    print(f"{'':44} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8} {'refused':>8} {'lost':>6} {'doubled':>8}")
    for letter, within in (("a", seconds), ("b", 0.0)):
        pace = f"{count} within {within:.0f} s" if within else f"{count} in the same second"
        yes = [lambda visitor=visitor: visitor.ask("POST", "/me/yes", {"answer": "yes"}) for visitor in candidates]
        tell(f"{pace}: by own link, a yes", at_pace(yes, within), Counter(), ())
        texts = [f"Ord{letter}{n}" for n in range(count)]
        turns = at_pace([own(n, f"Ord{letter}") for n in range(count)], within)
        tell(f"{pace}: by own link, own words", turns, kept(), texts)
        names = [NAMED.format(f"{letter}{n}x") for n in range(count)]
        tell(f"{pace}: by a counsellor", at_pace([add(name) for name in names], within), listed(), names)


if __name__ == "__main__":
    main()
