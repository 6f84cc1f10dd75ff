"""Ask for a plan to be made beside the pages, see how far it is, and stop it.

The job's row is the truth: a worker that no longer beats is lost, and another may begin.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from sqlalchemy.orm import Session

from speeddate.domain.text import LANGUAGES, Text
from speeddate.services import events
from speeddate.services.board.basis import basis_of
from speeddate.services.errands import asked, lost
from speeddate.services.parts import alone
from speeddate.services.permissions import Visitor
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.jobs import OPEN, JobRow, Kind, State, latest_job
from speeddate.store.journal import note
from speeddate.store.seal import seal_of


class Reach(NamedTuple):
    """How far a goal is: what it has come to, in words where these say something true, and its state.

    It is the `best` there can be; or that is `known`, and no timetable is there yet; or it is worked on `now`.
    """

    goal: str
    words: Text | None
    state: Literal["best", "known", "now", ""]


class Clashing(NamedTuple):
    """A decision that clashes with others, and whom it is about."""

    text: Text
    about: tuple[str, ...]


class Stand(NamedTuple):
    """How it stands with a plan that was asked for: `draft` is what came of it, or what clashes.

    While it is made, `there` tells whether there is a timetable to stop with. It may be made `around` what is locked
    in a draft.
    """

    state: State
    seconds: int
    stopping: bool
    around: int | None = None
    reached: tuple[Reach, ...] = ()
    there: bool = False
    draft: int | None = None
    clash: tuple[Clashing, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is still being made."""
        return self.state in OPEN

    @property
    def settled(self) -> bool:
        """Whether there is a goal that cannot be better."""
        return any(reach.state == "best" for reach in self.reached)

    def at(self, goal: str) -> Reach:
        """Find how far a goal is."""
        return next((reach for reach in self.reached if reach.goal == goal), Reach(goal, None, ""))


def ask(session: Session, who: Visitor, event: str, draft: int | None = None) -> str:
    """Ask for a plan, around the locked meetings of a draft, and give the job; the one that is going on, if any."""
    who.ask("make plans")
    with writing(session):
        found = events.found(session, who, event)
        alone(session, found)
        return asked(
            session, JobRow(event_id=event, asked_by=who.id, basis=basis_of(session, found, draft), draft=draft)
        )


def stop(session: Session, who: Visitor, event: str, kind: Kind = "plan") -> None:
    """Let the plan that is being made be the best so far, or let the search for a cost end."""
    who.ask("make plans")
    with writing(session):
        going = latest_job(session, events.found(session, who, event).id, kind)
        if going is not None and going.state in OPEN:
            going.stopping = True
            note(session, who.id, f"{kind} stopped", event)


def stand(session: Session, who: Visitor, event: EventRow) -> Stand | None:
    """Tell how it stands with what was last asked for; None where nothing was."""
    who.ask("make plans")
    row = latest_job(session, event.id)
    return stand_of(session, row) if row else None


def stand_of(session: Session, row: JobRow) -> Stand:
    """Tell how it stands with one job in which plans are made."""
    said: dict[str, Any] = seal_of(session).open(row.said) if row.said else {}
    return Stand(
        "lost" if lost(row) else row.state,
        int((now() - row.asked_at).total_seconds()),
        row.stopping,
        row.draft,
        tuple(Reach(goal, words and Text(*words), state) for goal, words, state in said.get("reached", ())),
        said.get("there", False),
        said.get("draft"),
        tuple(Clashing(Text(*text), tuple(about)) for text, about in said.get("clash", ())),
    )


def written(text: Text) -> list[str]:
    """Write a text as a job keeps it."""
    return [text[language] for language in LANGUAGES]
