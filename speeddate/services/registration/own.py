"""What is a candidate's own: opened and changed by them, or by their own counsellor together with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args

from sqlalchemy.orm import Session

from speeddate.domain.clock import at
from speeddate.services import events
from speeddate.services.parts import Content, Kept, alone, kept
from speeddate.services.parts import replace as put
from speeddate.services.permissions import Guest, RefusedError, Visitor, Where
from speeddate.services.registration.steps import Progress
from speeddate.services.setup.frame import frame_of
from speeddate.store.database import writing
from speeddate.store.events import EventRow, PartRow, part_row, seats_of
from speeddate.store.journal import note
from speeddate.store.progress import keep_progress, progress_in

Actor = Visitor | Guest
Step = Literal["practised", "ready", "sent", "call"]
Check = Literal["prepared", "informed", "expected"]
LIST: Final = "candidates"
PRIVATE: Final = frozenset({"needs", "available", "avoid_employers", "avoid_candidates", "shares"})


@dataclass(frozen=True, slots=True)
class Own:
    """A candidate as they or their own counsellor see them; `row` is None after they have withdrawn."""

    event: EventRow
    row: PartRow | None
    kept: Kept
    progress: Progress

    @property
    def content(self) -> Content:
        """What is known of them."""
        return self.kept.content

    @property
    def called(self) -> str:
        """What they are called: their name, or their number."""
        return str(self.content.get("name") or self.content.get("number") or self.content["id"])

    def part(self) -> PartRow:
        """Give their row, if they take part. Raises RefusedError."""
        if self.row is None:
            raise RefusedError(self.content["id"])
        return self.row

    @property
    def steps(self) -> tuple[bool, ...]:
        """Which of the five steps are done."""
        return self.progress.steps(self.content)

    @property
    def ready_to_send(self) -> bool:
        """Whether the next thing is to read all of it through and send it."""
        return self.progress.ready_to_send(self.content)


def opened(session: Session, who: Actor, where: Where) -> Own:
    """Open what anybody may read who has the candidate's link: nothing private. Raises RefusedError."""
    found = found_own(session, who, where)
    shown = {key: value for key, value in found.content.items() if key not in PRIVATE}
    return replace(found, kept=Kept(shown, found.kept.version))


def unlocked(session: Session, who: Actor, where: Where) -> Own:
    """Open all of it, and note that it was read; raises RefusedError, and LockedError to a guest without the code."""
    with writing(session):
        found = private_own(session, who, where)
        found.part()
        note(session, who.id, "needs read", " ".join(where))
    return found


def contact(session: Session, found: Own) -> Content:
    """Find who prepares a candidate, and the number they have agreed to publish; nothing while nobody does."""
    row = part_row(session, found.event, "counsellors", found.content.get("counsellor", ""))
    return kept(session, row).content if row else {}


def minutes(session: Session, found: Own) -> int:
    """Tell how long a meeting lasts, whatever anybody needs."""
    first = frame_of(session, found.event)["rounds"][0]
    return at(first["end"]) - at(first["start"])


def change(session: Session, who: Actor, where: Where, new: Kept, what: str) -> None:
    """Change something of it, and say in the journal what; raises ChangedError and BadInput, and as reading does."""
    private = new.content.keys() & PRIVATE
    with writing(session):
        found = (private_own if private else taken_own)(session, who, where)
        put(session, found.event, found.part(), new)
        note(session, who.id, what, " ".join(where))


def tick(session: Session, who: Actor, where: Where, step: Step | Check, *, done: bool) -> None:
    """Remember that a step was taken, or was not; guests are refused what counsellors look after."""
    if isinstance(who, Guest) and step in get_args(Check):
        raise RefusedError(where.ref)
    with writing(session):
        found = taken_own(session, who, where)
        found.part()
        keep(session, found, replace(found.progress, **{step: done}))  # type: ignore[arg-type]  # all steps are bools
        note(session, who.id, f"{step} {'yes' if done else 'no'}", " ".join(where))


def keep(session: Session, found: Own, progress: Progress) -> None:
    """Keep how far a candidate has come, inside a change."""
    keep_progress(session, found.event, found.content["id"], progress.record)


def found_own(session: Session, who: Actor, where: Where) -> Own:
    """Find a candidate for themself or for the counsellor who prepares them. Raises RefusedError."""
    return _own(session, who, _event(session, who, where), where)


def taken_own(session: Session, who: Actor, where: Where) -> Own:
    """Find a candidate likewise, inside a change: nobody else changes their event until it has ended."""
    event = _event(session, who, where)
    alone(session, event)
    return _own(session, who, event, where)


def _own(session: Session, who: Actor, event: EventRow, where: Where) -> Own:
    row = part_row(session, event, LIST, where.ref)
    progress = Progress(**progress_in(session, event, where.ref))
    known = kept(session, row) if row else Kept(progress.away or {}, 0)
    if not known.content or not _prepares(session, who, event, known.content):
        raise RefusedError(where.ref)
    return Own(event, row, known, progress)


def private_own(session: Session, who: Actor, where: Where) -> Own:
    """Find a candidate likewise, with what is private; raises LockedError too, to a guest without the code."""
    found = taken_own(session, who, where)
    if isinstance(who, Guest):
        who.unlock()
    return found


def _event(session: Session, who: Actor, where: Where) -> EventRow:
    match who:
        case Guest():
            who.ask("candidates", where)
            return session.get_one(EventRow, where.event)
        case Visitor():
            who.ask("see needs")
            return events.found(session, who, where.event)


def _prepares(session: Session, who: Actor, event: EventRow, content: Mapping[str, Any]) -> bool:
    return isinstance(who, Guest) or content.get("counsellor") in seats_of(session, event, who.id)
