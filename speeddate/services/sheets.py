"""Print sheets for everybody."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.domain.text import Language, Text, same
from speeddate.exchange import read_event, read_schedule
from speeddate.printing import KINDS, Kind, Size, Unprinted, print_sheets
from speeddate.services.checking import known
from speeddate.services.files import save

MISSING = Text(
    "{file}: én side kunne ikke skrives ut ({page}).",
    "{file}: éi side kunne ikkje skrivast ut ({page}).",
    "{file}: one page could not be printed ({page}).",
)
Tell = Callable[[Unprinted], None]


def print_plan(  # noqa: PLR0913  # the options of the command
    event_file: Path,
    schedule_file: Path,
    folder: Path,
    *,
    only: Collection[Kind],
    profile: Size,
    language: Language | None,
    tell: Tell,
) -> list[Path]:
    """Print the sheets of a timetable into a folder; raises BadInput when the two files do not belong together."""
    event, schedule = read_event(event_file), read_schedule(schedule_file)
    known(event, schedule)
    return print_into(folder, event, schedule, only=only, profile=profile, language=language, tell=tell)


def print_into(  # noqa: PLR0913  # what, for whom and how
    folder: Path,
    event: Event,
    schedule: Schedule,
    *,
    tell: Tell,
    only: Collection[Kind] = (),
    profile: Size = "standard",
    language: Language | None = None,
    otherwise: Language = "nb",
) -> list[Path]:
    """Print sheets into a folder, all kinds unless some are asked for; what fails is told of."""
    now = datetime.now(UTC).astimezone(ZoneInfo(event.timezone))
    printed = print_sheets(
        event,
        schedule,
        kinds=only or KINDS,
        language=language,
        otherwise=otherwise,
        profile=profile,
        printed_at=now,
        report=tell,
    )
    return save(folder, printed)


def missing(page: Unprinted, language: Language) -> str:
    """Say that a page could not be printed."""
    return MISSING.filled(file=same(page.file), page=same(page.page))[language]


def left_over(folder: Path, written: Collection[Path], kinds: Collection[Kind] = ()) -> list[Path]:
    """Find the sheets of an earlier plan in a folder: nobody should be handed one of them."""
    there = (path for kind in kinds or KINDS for path in sorted(folder.glob(f"{kind}*.pdf")))
    return [path for path in there if path not in written]
