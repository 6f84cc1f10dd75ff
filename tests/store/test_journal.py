"""Nobody can change what the journal says without being found out."""

from threading import Barrier, Thread

import pytest
from sqlalchemy import delete, select, update

from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.journal import EntryRow, broken, note

WRITERS = 8
NOTES = 5


@pytest.fixture
def session(app):
    with app.app_context():
        session = app.extensions["stored"].session()
        for number in range(5):
            with writing(session):
                note(session, "kari", "event made", str(number))
        yield session


def test_a_journal_that_nobody_touched_is_whole(session):
    assert list(broken(session)) == []


@pytest.mark.parametrize("field", ["who", "what", "about", "at"])
def test_a_changed_entry_is_found(session, field):
    with writing(session):
        changed = update(EntryRow).where(EntryRow.number == 3)
        session.execute(changed.values({field: now() if field == "at" else "ola"}))
    assert list(broken(session)) == [3]


def test_a_missing_entry_is_found(session):
    with writing(session):
        session.execute(delete(EntryRow).where(EntryRow.number == 3))
    assert list(broken(session)) == [4]


def test_an_entry_made_up_afterwards_is_found(session):
    with writing(session):
        session.add(EntryRow(number=6, at=now(), who="ola", what="x", about="", hash=bytes(32)))
    assert list(broken(session)) == [6]


def test_many_write_at_once_and_no_note_is_lost(app):
    ready, wrong = Barrier(WRITERS), []

    def write(name):
        try:
            with app.app_context():
                session = app.extensions["stored"].session()
                ready.wait()
                for _ in range(NOTES):
                    with writing(session):
                        note(session, name, "event made")
        except Exception as error:  # noqa: BLE001  # shown below
            wrong.append(error)

    writers = [Thread(target=write, args=(f"w{n}",)) for n in range(WRITERS)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    with app.app_context():
        session = app.extensions["stored"].session()
        assert wrong == []
        assert len(session.scalars(select(EntryRow.number)).all()) == WRITERS * NOTES
        assert list(broken(session)) == []
        session.rollback()
