"""How far a candidate has come: five steps, none of which stands in the way of taking part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from speeddate.store.events import EventRow, parts_of
from speeddate.store.progress import progress_of

Content = dict[str, Any]
OWN_WORDS: Final = ("strengths", "wants", "three_things")
TOLD: Final = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """What a candidate has done and answered; `yes` is None until they have been asked.

    `shown` lets employers read their own words under their number alone, and `call` asks their counsellor for a talk.
    Their counsellor looks after the next three: they are `prepared`, the employer is `informed` of what was agreed, and
    what is `expected` was talked about.
    `away` holds who they are after they have withdrawn, and nothing of what they need.
    """

    yes: bool | None = None
    needs: bool = False
    practised: bool = False
    ready: bool = False
    sent: bool = False
    shown: bool = False
    call: bool = False
    prepared: bool = False
    informed: bool = False
    expected: bool = False
    away: Content | None = None

    @property
    def record(self) -> Content:
        """What is kept of it."""
        return {key: value for key, value in asdict(self).items() if value not in (None, False)} | (
            {"yes": False} if self.yes is False else {}
        )

    @property
    def checks(self) -> int:
        """How many of the three things are done that their counsellor looks after."""
        return sum((self.prepared, self.informed, self.expected))

    def steps(self, content: Mapping[str, Any]) -> tuple[bool, ...]:
        """Tell which of the five steps are done: yes, needs, own words, practised, knows where and when."""
        return (self.yes is True, self.needs, any(map(content.get, OWN_WORDS)), self.practised, self.ready)

    def ready_to_send(self, content: Mapping[str, Any]) -> bool:
        """Tell whether all of it can be read through and sent: the first three steps are done, and it is not sent."""
        return all(self.steps(content)[:TOLD]) and not self.sent


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a candidate of a list stands: which steps are done, what is sent, and whether they want to be called."""

    steps: tuple[bool, ...]
    yes: bool | None
    call: bool
    sent: bool
    checks: int


def stands(session: Session, event: EventRow) -> dict[str, Stand]:
    """Tell where all the candidates of an event stand, by their ids."""
    kept = {ref: Progress(**body) for ref, body in progress_of(session, event).items()}
    contents = {each["id"]: each for each in parts_of(session, event, "candidates")}
    everybody = {ref: kept.get(ref, Progress()) for ref in contents}
    return {
        ref: Stand(each.steps(contents[ref]), each.yes, each.call, each.sent, each.checks)
        for ref, each in everybody.items()
    }
