"""Work that is done beside the pages: asked for once at a time, heard of while it is done, and given up when it is not.

The job's row is the truth: a worker that no longer beats is lost, and another may begin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event as Signal
from threading import Thread
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from speeddate.services.parts import alone
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.jobs import OPEN, JobRow, Kind, latest_job
from speeddate.store.journal import note
from speeddate.store.seal import seal_of

SILENCE: Final = timedelta(seconds=12)
BETWEEN_BEATS: Final = 1.0
Tell = Callable[[], dict[str, Any]]


def asked(session: Session, row: JobRow) -> str:
    """Ask for a job inside a change, and give its id; that of the one of its kind that is going on, if any."""
    going = latest_job(session, row.event_id, row.kind or "plan")
    if going is not None and going.state in OPEN:
        if not lost(going):
            return going.id
        going.state = "lost"
    session.add(row)
    session.flush()
    note(session, row.asked_by, f"{row.kind} asked for", row.event_id)
    return row.id


def lost(row: JobRow) -> bool:
    """Tell whether nobody is at a job any more: it has not been heard of for a while."""
    return row.state in OPEN and (row.beat_at or row.asked_at) < now() - SILENCE


def fail(session: Session, job: str) -> None:
    """Give up a job whose process ended before it had brought anything."""
    with writing(session):
        row = session.get(JobRow, job, populate_existing=True)
        if row is not None and row.state in OPEN:
            row.state = "failed"
            note(session, row.asked_by, f"{row.kind} failed", row.event_id)


def beats(session: Session, job: str, *, starting: bool = False, ready: bool = False) -> bool:
    """Tell whether a job is still being done by whoever began it, who may be `starting`; those that wait, wait on.

    Whoever is `ready` to go on, but gets no turn long enough to beat, is beaten for.
    """
    _wait_on(session)
    row = session.get(JobRow, job)
    if row is not None and ready and row.state == "running" and (row.beat_at or row.asked_at) < now() - SILENCE / 2:
        row = _beat_for(session, job)
    if row is not None and lost(row):
        _lose(session, job)
    going = row is not None and (row.state == "running" or (row.state == "waiting" and starting))
    session.rollback()
    return going


def _wait_on(session: Session) -> None:
    """Keep all jobs that wait for somebody from being given up: whoever is at work comes to them in the end."""
    session.rollback()
    if session.scalars(select(JobRow.id).where(JobRow.state == "waiting").limit(1)).first():
        with writing(session):
            session.execute(update(JobRow).where(JobRow.state == "waiting").values(beat_at=now()))


def _beat_for(session: Session, job: str) -> JobRow | None:
    with writing(session):
        session.execute(update(JobRow).where(JobRow.id == job, JobRow.state == "running").values(beat_at=now()))
    return session.get(JobRow, job)


def _lose(session: Session, job: str) -> None:
    with writing(session):
        row = session.get(JobRow, job)
        if row is not None and lost(row):
            row.state = "lost"
            note(session, row.asked_by, f"{row.kind} lost", row.event_id)


def begun(session: Session, job: str, kind: Kind) -> JobRow | None:
    """Begin a job of a kind, inside a change, unless it is another's or of another kind."""
    row = session.get(JobRow, job, with_for_update=True, populate_existing=True)
    if row is None or row.state != "waiting" or row.kind != kind:
        return None
    row.state, row.beat_at = "running", now()
    return row


def ending(session: Session, job: str) -> tuple[JobRow, EventRow] | None:
    """Find a job that has come to its end, and its event, inside a change; nothing where it was given up meanwhile."""
    row = session.get(JobRow, job, populate_existing=True)
    event = None if row is None else session.get(EventRow, row.event_id)
    if row is None or event is None or row.state != "running":
        return None
    alone(session, event)
    return row, event


@contextmanager
def beating(session: Session, job: str, stop: Callable[[], None], tell: Tell) -> Iterator[None]:
    """Say in the job's row that it goes on, and how far it is; `stop` when somebody asks for that, or gave it up."""
    over, beside = Signal(), Session(session.get_bind(), info=dict(session.info))

    def beat() -> None:
        while not over.wait(BETWEEN_BEATS):
            if not _beat(beside, job, tell()):
                stop()

    heart = Thread(target=beat, name="beat", daemon=True)
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join()
        beside.close()


def _beat(session: Session, job: str, said: dict[str, Any]) -> bool:
    """Beat once, and tell whether to go on: in one statement, since pages wait for whoever gives way to them."""
    mine = update(JobRow).where(JobRow.id == job, JobRow.state == "running")
    beat = mine.values(beat_at=now(), said=seal_of(session).close(said)).returning(JobRow.stopping)
    with writing(session):
        return session.scalars(beat, execution_options={"synchronize_session": False}).first() is False
