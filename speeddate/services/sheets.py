"""Print sheets for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.domain.text import Language
from speeddate.printing import print_sheets

SheetProfile = Literal["standard", "large", "easy"]


def sheets(
    event: Event, schedule: Schedule, *, kinds: Sequence[str], language: Language | None, profile: SheetProfile
) -> Iterator[tuple[str, bytes]]:
    """Yield the file name and bytes of every sheet; without kinds, of all kinds."""
    now = datetime.now(UTC).astimezone(ZoneInfo(event.timezone))
    return print_sheets(event, schedule, kinds=kinds, language=language, profile=profile, printed_at=now)
