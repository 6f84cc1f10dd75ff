"""Change what a candidate needs; of what is no longer needed, nobody is told any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from speeddate.services.parts import Content, Kept
from speeddate.services.parts import replace as put
from speeddate.services.permissions import Where
from speeddate.services.registration.own import Actor, keep, private_own
from speeddate.store.database import writing
from speeddate.store.journal import note


def change_needs(session: Session, who: Actor, where: Where, needs: Kept) -> None:
    """Keep what a candidate needs, also when it is nothing; raises ChangedError and BadInput, and as reading does."""
    with writing(session):
        found = private_own(session, who, where)
        shares = _still(found.content.get("shares", {}), needs.content["needs"])
        put(session, found.event, found.part(), Kept(needs.content | {"shares": shares}, needs.version))
        keep(session, found, replace(found.progress, needs=True))
        note(session, who.id, "needs changed", " ".join(where))


def _still(shares: Mapping[str, list[str]], needs: Sequence[Content]) -> dict[str, list[str]]:
    """Keep of what employers may be told only what is still needed."""
    keys = {need["key"] for need in needs}
    kept = {employer: [key for key in told if key in keys] for employer, told in shares.items()}
    return {employer: told for employer, told in kept.items() if told}
