"""Register by HTTP at the real server: many in a minute, as many in the same second, and 50 a second among pages.

python -m benchmarks.registrations [--count N] [--seconds S] [--beside]

Times and losses are printed. With `--beside`, a large plan and a pack of several hundred pages are made in the browser
all the while, and above each row stands for how long either was running, and what came of it. Of few candidates many
are refused in the last row: the same ones come again before they have been answered.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.beside import Beside
from benchmarks.events import fair
from benchmarks.pace import HEAD, Deed, Turn, at_pace, kept, tell, timed
from benchmarks.served import Served, Visitor
from speeddate.services import events
from speeddate.services.access import guests, offices
from speeddate.services.permissions import Where
from speeddate.store.database import writing

PER_SECOND, SECONDS = 50, 20.0
VERSION = re.compile(r'name="version" value="(\d+)"')
WORD = re.compile(r">\s*(Ord\w+)\s*<")  # in its field: a page holds random letters too
During = Callable[[], AbstractContextManager[None]]


@dataclass
class Office:
    """An organiser, candidates of an event who have come in by links of their own, and events that have none yet.

    Of these, `empty` holds the candidates' pages: one for each time that counsellors fill one.
    """

    kari: Visitor
    candidates: list[Visitor]
    empty: list[str]

    def yes(self, number: int) -> Callable[[], Deed[Turn]]:
        """Let a candidate say yes."""
        return lambda: timed(self.candidates[number].ask_along("POST", "/me/yes", {"answer": "yes"}))

    def own(self, number: int, word: str) -> Callable[[], Deed[Turn]]:
        """Let a candidate, who has their page before them, save a word of their own."""
        visitor = self.candidates[number]
        form = _form(word, visitor.ask("GET", "/me/words").text)
        return lambda: timed(visitor.ask_along("POST", "/me/words", form))

    def visit(self, number: int, word: str) -> Callable[[], Deed[tuple[Turn, Turn]]]:
        """Let a candidate open their page, and save a word of their own as soon as it is there."""
        visitor = self.candidates[number]

        async def come() -> tuple[Turn, Turn]:
            seen = await timed(visitor.ask_along("GET", "/me/words"), 200)
            return seen, await timed(visitor.ask_along("POST", "/me/words", _form(word, seen.text)))

        return come

    def add(self, page: str, name: str) -> Callable[[], Deed[Turn]]:
        """Let a counsellor add a candidate."""
        form = {"name": name, "counsellor": "V0", "language": "nb"}
        return lambda: timed(self.kari.again().ask_along("POST", f"{page}/new", form))

    def words(self) -> Counter[str]:
        """Count the words that candidates have saved."""
        pages = (visitor.ask("GET", "/me/words").text for visitor in self.candidates)
        return Counter(found[1] for page in pages if (found := WORD.search(page)))

    def names(self, page: str) -> Counter[str]:
        """Count the names that counsellors have added."""
        return Counter(re.findall(r"Ny\w+", self.kari.ask("GET", page).text))


def _form(word: str, page: str) -> dict[str, str]:
    version = VERSION.search(page)
    return {"strengths": word, "version": version[1] if version else ""}


def opened(served: Served, count: int) -> Office:
    """Make an event of so many candidates, start the server, and let all come in by their links."""
    key, whole = served.link("kari@example.org", "organiser", "counsellor"), fair(1, candidates=count, employers=60)
    with served.stored() as session:
        who = offices.organiser_of(session, "Hamar")
        event = events.add(session, who, whole)
        empty = [f"/events/{events.add(session, who, replace(whole, candidates=()))}/candidates" for _ in range(2)]
        with writing(session):
            links = [
                guests.invite(session, "x", "candidates", Where(event, f"K{n:04}")).key for n in range(1, count + 1)
            ]
    served.start()
    kari = Visitor(served.port).come(key)
    kari.ask("GET", f"{empty[0]}/new")
    with ThreadPoolExecutor(8) as pool:
        return Office(kari, list(pool.map(lambda link: _seen(Visitor(served.port).come(link)), links)), empty)


def _seen(visitor: Visitor) -> Visitor:
    visitor.ask("GET", "/me/yes")
    return visitor


def main() -> None:
    """Print a row for each way to register."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--count", type=int, default=500)
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--beside", action="store_true", help="while a plan and many sheets are made")
    wanted = asked.parse_args()
    with TemporaryDirectory() as folder:
        served = Served(Path(folder))
        try:
            office = opened(served, wanted.count)
            with Beside(served, office.kari.again()) if wanted.beside else nullcontext() as beside:
                _measure(office, wanted.seconds, beside.during if beside else nullcontext)
        finally:
            served.end()


def _measure(office: Office, seconds: float, during: During) -> None:
    count = len(office.candidates)
    print(HEAD)
    for letter, within, empty in zip("ab", (seconds, 0.0), office.empty, strict=True):
        pace = f"{count} within {within:.0f} s" if within else f"{count} in the same second"
        with during():
            turns = at_pace([office.yes(n) for n in range(count)], within)
        tell(f"{pace}: by own link, a yes", turns)
        words = [f"Ord{letter}{n}" for n in range(count)]
        saves = [office.own(n, word) for n, word in enumerate(words)]
        with during():
            turns = at_pace(saves, within)
        tell(f"{pace}: by own link, own words", turns, office.words(), kept(words, turns))
        names = [f"Ny{letter}{n}x" for n in range(count)]
        with during():
            turns = at_pace([office.add(empty, name) for name in names], within)
        tell(f"{pace}: by a counsellor", turns, office.names(empty), kept(names, turns))
    _measure_steady(office, min(seconds, SECONDS), during)


def _measure_steady(office: Office, within: float, during: During) -> None:
    count = len(office.candidates)
    words = [f"Ordc{n}" for n in range(round(PER_SECOND * within))]
    with during():
        turns = at_pace([office.visit(n % count, word) for n, word in enumerate(words)], within)
    pages, saves = zip(*turns, strict=True)
    pace = f"{PER_SECOND} a second for {within:.0f} s"
    tell(f"{pace}: a candidate's page", pages)
    last = kept(words[-count:], saves[-count:])  # each comes again after all others
    tell(f"{pace}: by own link, own words", saves, office.words(), last)


if __name__ == "__main__":
    main()
