"""What was agreed about a meeting: what is arranged, what an employer may know, and who else comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speeddate.domain.catalogue import Need
from speeddate.domain.event import Event
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting
from speeddate.printing.words import Voice

PARTS = (5, 10, 10, 5)
INTERPRETER = "_interpreter"
ON_SCREEN = "remote_interpreter"


def granted(candidate: Candidate, missed: frozenset[str]) -> Iterator[Need]:
    """Yield the needs that are arranged and may stand on paper: never those for the counsellor alone."""
    return (need for need in candidate.needs if need.key not in missed and need.kind.share != "never")


def shared(candidate: Candidate, meeting: Meeting, missed: frozenset[str], voice: Voice) -> tuple[str, ...]:
    """List the sentences this employer is told: agreed to by the candidate, true of this meeting, never a need."""
    agreed = candidate.shares.get(meeting.employer, ())
    told = (need for need in granted(candidate, missed) if need.key in agreed and need.kind.share == "ask")
    return tuple(dict.fromkeys(need.told(meeting.end - meeting.start)[voice.language] for need in told))


def company(event: Event, meeting: Meeting, voice: Voice) -> str:
    """Say who else is in the room, in words that name nobody: `en tolk og en veileder`; empty when nobody is."""
    kinds = [event.resource[resource].kind.partition(":")[0] for resource in meeting.resources]
    beside = [kind for kind in kinds if kind.endswith(INTERPRETER) and kind != ON_SCREEN]
    words = [_interpreters(event.candidate[meeting.candidate], beside, voice)] if beside else []
    words += [voice.say("room.screen_interpreter")] if ON_SCREEN in kinds else []
    words += [voice.say("room.counsellor")] if meeting.people else []
    return voice.listed(words)


def _interpreters(candidate: Candidate, kinds: Iterable[str], voice: Voice) -> str:
    together = {need.word("resource"): need.number("count") for need in candidate.asks("count")}
    each = list(kinds)
    count = max(len(each), *(together.get(kind, 1) for kind in each))
    return voice.say("room.interpreter") if count == 1 else voice.say("room.interpreters", count=count)


def parts(minutes: int) -> tuple[int, ...]:
    """Share a meeting's minutes: they, you, questions, closing. Whole minutes that add up, by largest remainder."""
    whole, rest = zip(*(divmod(part * minutes, sum(PARTS)) for part in PARTS), strict=True)
    first = sorted(range(len(PARTS)), key=lambda part: -rest[part])[: minutes - sum(whole)]
    return tuple(share + (part in first) for part, share in enumerate(whole))
