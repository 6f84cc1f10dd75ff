"""A list on its way: sealed on the page between what it would do and doing it, so that it is kept nowhere."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from speeddate.exchange import ListKind
from speeddate.services.permissions import Visitor
from speeddate.store.base import now
from speeddate.store.seal import SealBrokenError, seal_of

LASTS: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody sent: its name, what it holds, and the mark of what they were shown."""

    name: str
    content: bytes
    mark: str = ""


def sealed(session: Session, who: Visitor, event: str, kind: ListKind, sent: Sent) -> str:
    """Seal a file for this visitor, event and list alone, for a while."""
    record = {
        "for": _whose(who, event, kind),
        "until": (now() + LASTS).isoformat(),
        "name": sent.name,
        "content": b64encode(zlib.compress(sent.content)).decode(),
        "mark": sent.mark,
    }
    return seal_of(session).close(record).decode()


def opened(session: Session, who: Visitor, event: str, kind: ListKind, text: str) -> Sent | None:
    """Open what was sealed for this visitor, event and list; nothing where it is not that, or too old."""
    try:
        record = seal_of(session).open(text.encode())
    except SealBrokenError:
        return None
    if record.get("for") != _whose(who, event, kind) or datetime.fromisoformat(record["until"]) < now():
        return None
    return Sent(record["name"], zlib.decompress(b64decode(record["content"])), record["mark"])


def _whose(who: Visitor, event: str, kind: ListKind) -> list[str]:
    return ["list", who.id, event, kind]
