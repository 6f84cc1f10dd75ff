"""Have a plan and many sheets made in the browser, again and again, beside what is measured; tell how that went.

Both are of events of their own: one takes minutes to plan, the other has a published plan.
"""

from __future__ import annotations

import secrets
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from io import BytesIO
from math import inf
from threading import Event as Signal
from threading import Thread
from time import monotonic, sleep
from typing import Final, NamedTuple, Self

from pypdf import PdfReader
from sqlalchemy.orm import Session

from benchmarks.events import fair
from benchmarks.served import Served, Visitor
from benchmarks.sheets import in_turn
from speeddate.services import errands, events
from speeddate.services.access import offices
from speeddate.services.board.drafts import Board
from speeddate.store.database import writing
from speeddate.store.jobs import OPEN, Kind, latest_job
from speeddate.store.published import add_version
from speeddate.store.seal import seal_of
from speeddate.store.sheets import sheets_of

PLANNED: Final = fair(2, candidates=500, employers=60, rounds=8)
PRINTED: Final = fair(3, candidates=48, employers=8, rounds=8)  # five pages for each, and more for others
PAGES: Final[dict[Kind, tuple[str, str]]] = {"plan": ("plan/make", "plan/making"), "sheets": ("sheets/make", "sheets")}
BETWEEN_LOOKS: Final = 1.0  # as often as the pages themselves look again
SOON: Final = 120.0


class Seen(NamedTuple):
    """Which job was seen, in which state, and when."""

    job: str
    state: str
    at: float


@dataclass
class Stretch:
    """While something is measured: for how many seconds jobs of each kind were running, and how some of them ended."""

    began: float = field(default_factory=monotonic)
    until: float = inf
    running: dict[Kind, float] = field(default_factory=lambda: defaultdict(float))
    ended: Counter[tuple[Kind, str]] = field(default_factory=Counter)

    def ran(self, kind: Kind, since: float, to: float) -> None:
        """Remember that a job was running from one look to the next."""
        self.running[kind] += max(0.0, min(to, self.until) - max(since, self.began))

    def told(self, kind: Kind) -> str:
        """Say how it went with one kind."""
        ends = ", ".join(f"{count} {state}" for (whose, state), count in sorted(self.ended.items()) if whose == kind)
        return f"{kind} running {self.running[kind]:.1f} of {self.until - self.began:.1f} s, ended: {ends or 'none'}"


class Beside(Thread):
    """An organiser who has both made, looks at the pages that tell how far they are, and asks again when one ends."""

    def __init__(self, served: Served, kari: Visitor) -> None:
        super().__init__(name="beside", daemon=True)
        self.served, self.kari, self.over = served, kari, Signal()
        self.stretch, self.looks = Stretch(), 0
        self.seen: dict[Kind, Seen] = dict.fromkeys(PAGES, Seen("", "", 0.0))
        with served.stored() as session:
            who = offices.organiser_of(session, "Hamar")
            self.events: dict[Kind, str] = {"plan": events.add(session, who, PLANNED)}
            self.events["sheets"] = events.add(session, who, PRINTED)
            content = {"board": Board(in_turn(PRINTED)).content, "secret": secrets.token_hex(), "number": 1}
            with writing(session):
                add_version(session, self.events["sheets"], 1, who.id, 1, content)

    def run(self) -> None:
        """Look at both, again and again, until it is over."""
        with self.served.stored() as session:
            while not self.over.wait(BETWEEN_LOOKS):
                for kind in PAGES:
                    self._look(session, kind)
                self.looks += 1

    @contextmanager
    def during(self) -> Iterator[None]:
        """Wait until both are running, and print afterwards how that went on meanwhile."""
        self._wait(lambda: all(seen.state == "running" for seen in self.seen.values()))
        self.stretch = Stretch()
        yield
        self.stretch.until, looks = monotonic(), self.looks
        self._wait(lambda: self.looks > looks + 1)
        for kind in PAGES:
            print(f"    beside: {self.stretch.told(kind)}")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more, and print how much the sheets are that were made last."""
        self.over.set()
        self.join()
        with self.served.stored() as session:
            pages = Counter[str]()
            for row in sheets_of(session, self.events["sheets"]):
                pages[row.kind] += len(PdfReader(BytesIO(seal_of(session).open_bytes(row.body))).pages)
        print(f"    the sheets made last: {pages.total()} pages, {pages['candidate']} of them in candidates' packs")

    def _look(self, session: Session, kind: Kind) -> None:
        session.rollback()
        job = latest_job(session, self.events[kind], kind)
        state = "none yet" if job is None else "lost" if errands.lost(job) else job.state
        now, before = Seen(job.id if job else "", state, monotonic()), self.seen[kind]
        same = now[:2] == before[:2]
        if same and state == "running":
            self.stretch.ran(kind, before.at, now.at)
        if not same and job and state not in OPEN:
            self.stretch.ended[kind, state] += 1
        self.seen[kind] = now
        press, watch = (f"/events/{self.events[kind]}/{page}" for page in PAGES[kind])
        with suppress(OSError, HTTPException):  # a server that does not answer is asked again at the next look
            if state in OPEN:
                self.kari.ask("GET", watch)
            else:
                self.kari.ask("POST", press, {})

    def _wait(self, holds: Callable[[], bool]) -> None:
        until = monotonic() + SOON
        while not holds():
            if monotonic() > until:
                raise TimeoutError(self.seen)
            sleep(0.05)
