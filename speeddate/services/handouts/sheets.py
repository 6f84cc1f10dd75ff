"""Print sheets for everybody."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.domain.text import Language, same
from speeddate.domain.words import texts
from speeddate.exchange import read_event, read_schedule
from speeddate.printing.drafts import Kind
from speeddate.printing.fitting import Unprinted
from speeddate.printing.press import Size
from speeddate.printing.sheets import ALL_IN_ONE, KINDS, SEPARATE, print_sheets
from speeddate.services.files import save
from speeddate.services.plans.checking import check
from speeddate.services.plans.progress import counted

TEXTS: Final = texts("plans.csv")
ENDINGS = (".pdf", ".zip")
Tell = Callable[[Unprinted], None]


@dataclass(frozen=True, slots=True)
class Printed:
    """The sheets that were printed, and how many things the checker found broken in their timetable."""

    files: list[Path]
    broken: int


def print_plan(  # noqa: PLR0913  # the options of the command
    event_file: Path,
    schedule_file: Path,
    folder: Path,
    *,
    only: Collection[Kind],
    profile: Size,
    language: Language | None,
    tell: Tell,
    speaking: Language = "nb",
) -> Printed:
    """Print the sheets of a timetable, broken or not, into a folder; raises BadInput when it is of another event."""
    event, schedule = read_event(event_file), read_schedule(schedule_file)
    broken = check(event, schedule).broken
    files = print_into(
        folder, event, schedule, tell=tell, only=only, profile=profile, language=language, speaking=speaking
    )
    return Printed(files, len(broken))


def warned(broken: int, event: Path, schedule: Path, language: Language) -> list[str]:
    """Say that a timetable is broken, and how to see what is; nothing when it is not."""
    command = shlex.join(["speeddate", "check", str(event), str(schedule)])
    return [TEXTS["sheet.broken"].filled(count=broken, command=command)[language]] if broken else []


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
    speaking: Language = "nb",
) -> list[Path]:
    """Print sheets into a folder, all kinds unless some are asked for; what fails is told of.

    `language` and `otherwise` are those of the sheets, `speaking` is that of whoever prints them.
    """
    now = datetime.now(UTC).astimezone(ZoneInfo(event.timezone))
    printed = print_sheets(
        event,
        schedule,
        kinds=only or SEPARATE,
        language=language,
        otherwise=otherwise,
        profile=profile,
        printed_at=now,
        report=tell,
    )
    return save(folder, counted(printed, speaking))


def missing(page: Unprinted, language: Language) -> str:
    """Say that a page could not be printed."""
    return TEXTS["sheet.missing"].filled(file=same(page.file), page=same(page.page))[language]


def left_over(folder: Path, written: Collection[Path], kinds: Collection[Kind] = ()) -> list[Path]:
    """Find the sheets of an earlier plan in a folder: nobody should be handed one of them."""
    names = (*kinds, *((ALL_IN_ONE,) if "pack" in kinds else ())) if kinds else (*KINDS, ALL_IN_ONE)
    there = (path for name in names for end in ENDINGS for path in sorted(folder.glob(f"{name}*{end}")))
    return [path for path in there if path not in written]
