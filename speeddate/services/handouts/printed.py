"""Print the sheets that were asked for, in a process of its own; they are not taken where the event has changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from speeddate.domain.text import Language
from speeddate.jobs import idly
from speeddate.printing.drafts import drafts
from speeddate.printing.fingerprints import fingerprints, whose
from speeddate.printing.sheets import ALL_IN_ONE, SEPARATE, named, print_sheets, print_together
from speeddate.services.errands import beating, begun, ending
from speeddate.services.handouts.standing import FOR_ALL, now_of, press_of
from speeddate.services.versions.published import Version, held
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.journal import note
from speeddate.store.offices import UserRow
from speeddate.store.seal import seal_of
from speeddate.store.sheets import Made, keep_sheets


def print_all(session: Session, job: str) -> None:
    """Print all the sheets of the plan that holds, unless somebody else is at it."""
    begun = _begin(session, job)
    if begun is None:
        return
    version, language = begun
    made: list[Made] = []
    seal = seal_of(session).close_bytes  # before they are kept, since pages wait for whoever keeps anything
    with beating(session, job, lambda: None, lambda: {"made": len(made)}):
        idly(made.extend, (each._replace(body=seal(each.body)) for each in _files(version, language)))
    _take(session, job, (version, language), made)


def _begin(session: Session, job: str) -> tuple[Version, Language] | None:
    with writing(session):
        row = begun(session, job, "sheets")
        if row is None:
            return None
        version = held(session, session.get_one(EventRow, row.event_id))
        if version is None:
            row.state = "nothing"
            return None
        user = session.get(UserRow, row.asked_by)
        return version, user.language if user else "nb"


def _files(version: Version, language: Language) -> Iterator[Made]:
    """Yield each file with its kind and whose it is, and last all that are for all; a page that fails is left out."""
    at = now().astimezone(ZoneInfo(version.event.timezone))
    press = press_of(version, language, at)
    says = fingerprints(press, FOR_ALL)
    for kind in SEPARATE:
        of = {name: whose(draft, kind) for draft, name in named(drafts(press, kind)).items()}
        for name, content in print_sheets(
            version.event,
            version.schedule,
            kinds=[kind],
            language=None,
            otherwise=language,
            printed_at=at,
            report=lambda _: None,
            instead=press.instead,
        ):
            yield Made(name, *of[name], says.get(of[name], ""), content)
    yield Made(f"{ALL_IN_ONE}.pdf", ALL_IN_ONE, "", says[ALL_IN_ONE, ""], print_together(press, FOR_ALL))


def _take(session: Session, job: str, printed: tuple[Version, Language], made: list[Made]) -> None:
    version, language = printed
    with writing(session):
        found = ending(session, job)
        if found is None:
            return
        row, event = found
        said: dict[str, Any] = {"made": len(made)}
        if now_of(session, event) == row.basis:
            keep_sheets(session, event.id, version.number, language, made)
            row.state = "done"
        else:
            row.state = "stale"
        row.said = seal_of(session).close(said)
        note(session, row.asked_by, f"sheets {row.state}", row.event_id)
