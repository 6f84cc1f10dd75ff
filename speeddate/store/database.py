"""Open a database: SQLite in a file, so that what is told to be kept is on disk, or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

SECONDS_TO_WAIT: Final = 30
PRAGMAS: Final = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={SECONDS_TO_WAIT * 1000}",
    "secure_delete=ON",
)


def prepare(engine: Engine) -> None:
    """Let a database keep its promises: nothing told to be kept is lost, and writers wait for each other."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _connected)
        event.listen(engine, "begin", _begun)


def _connected(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # the driver shall begin nothing on its own
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Any) -> None:
    """Take the right to write at once: who begins by reading would be refused it later."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


@contextmanager
def writing(session: Session) -> Iterator[None]:
    """Change things: all of it is kept when this ends well, and nothing otherwise. Reading before it has ended."""
    session.rollback()
    with _turn(session):
        session.connection(execution_options={"writes": True})
        try:
            yield
            session.commit()
        except BaseException:
            session.rollback()
            raise


def _turn(session: Session) -> AbstractContextManager[Any]:
    """Line up behind all other writers of SQLite, who wake the next: in it, who waits looks again only now and then."""
    url = session.get_bind().engine.url
    return _held(f"{url.database}.turn") if url.get_backend_name() == "sqlite" and url.database else nullcontext()


@contextmanager
def _held(name: str) -> Iterator[None]:
    """Hold a file that nobody else can hold meanwhile, in this process or another; who is killed lets it go."""
    with Path(name).open("ab") as turn:
        flock(turn, LOCK_EX)
        yield
