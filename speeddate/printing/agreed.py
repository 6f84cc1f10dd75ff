"""What was agreed about a meeting: what is arranged, what an employer may know, and who else comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speeddate.domain.catalogue import Kind, Need
from speeddate.domain.event import Event
from speeddate.domain.people import Candidate
from speeddate.domain.schedule import Meeting
from speeddate.printing.thing import INTERPRETER, kind
from speeddate.printing.words import Voice
from speeddate.rules.person_present import takes_part

PARTS = (5, 10, 10, 5)
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
    kinds = [kind(event.resource[resource]) for resource in meeting.resources]
    beside = [each for each in kinds if each.endswith(INTERPRETER) and each != ON_SCREEN]
    words = [_interpreters(event.candidate[meeting.candidate], beside, voice)] if beside else []
    words += [voice.say("room.screen_interpreter")] if ON_SCREEN in kinds else []
    words += [voice.say("room.counsellor")] if meeting.people else []
    return voice.listed(words)


def _interpreters(candidate: Candidate, kinds: Iterable[str], voice: Voice) -> str:
    together = {need.word("resource"): need.number("count") for need in candidate.asks("count")}
    here = list(kinds)
    return _so_many(max(len(here), *(together.get(each, 1) for each in here)), voice)


def _so_many(interpreters: int, voice: Voice) -> str:
    return voice.say("room.interpreter") if interpreters == 1 else voice.say("room.interpreters", count=interpreters)


def seen(need: Kind, voice: Voice) -> str:
    """Say whom an employer sees in the room because of a need, as `company` does; empty when it brings nobody."""
    helper = str(need.params.get("resource", ""))
    if helper == ON_SCREEN:
        return voice.say("room.screen_interpreter")
    if helper.endswith(INTERPRETER):
        return _so_many(int(need.params.get("count", 1)), voice)
    if takes_part(need.params):
        return voice.say("room.counsellor")
    return voice.say("room.somebody") if need.type == "PERSON_PRESENT" and need.params.keys() >= {"seats"} else ""


def parts(minutes: int) -> tuple[int, ...]:
    """Share a meeting's minutes: they, you, questions, closing. Whole minutes that add up, by largest remainder."""
    whole, rest = zip(*(divmod(part * minutes, sum(PARTS)) for part in PARTS), strict=True)
    first = sorted(range(len(PARTS)), key=lambda part: -rest[part])[: minutes - sum(whole)]
    return tuple(share + (part in first) for part, share in enumerate(whole))
