"""Whoever changes the journal is found out: by an entry that does not follow from those before it, or by its mark."""

from random import Random

import pytest
from sqlalchemy import delete, select, update

from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.journal import NOTHING, EntryRow, broken, note

LOTS = Random(11)
ENTRIES = 12
TAMPERED = 1000


@pytest.fixture
def session(app):
    with app.app_context():
        session = app.extensions["stored"].session()
        with writing(session):
            for number in range(ENTRIES):
                note(session, f"user{number}", "needs read", f"event K{number}")
        yield session
        session.rollback()


def entries(session):
    return session.scalars(select(EntryRow).order_by(EntryRow.number)).all()


def change(session):
    """Change one field of one entry."""
    field = LOTS.choice(["who", "what", "about", "at", "hash"])
    new = {"at": now(), "hash": LOTS.randbytes(32)}.get(field, "somebody")
    session.execute(update(EntryRow).where(EntryRow.number == LOTS.randint(1, ENTRIES)).values({field: new}))


def take_out(session):
    """Take an entry out, the last one too."""
    session.execute(delete(EntryRow).where(EntryRow.number == LOTS.randint(1, ENTRIES)))


def take_out_and_renumber(session):
    """Take an entry out, and close the gap."""
    number = LOTS.randint(1, ENTRIES)
    session.execute(delete(EntryRow).where(EntryRow.number == number))
    for later in range(number + 1, ENTRIES + 1):
        session.execute(update(EntryRow).where(EntryRow.number == later).values(number=later - 1))


def swap(session):
    """Let two entries change places."""
    one, other = LOTS.sample(entries(session), 2)
    for field in ("who", "what", "about", "at", "hash"):
        was = getattr(one, field)
        setattr(one, field, getattr(other, field))
        setattr(other, field, was)
    session.flush()


def put_in(session):
    """Put an entry in, with a hash that follows from the one before it, and move all later ones on."""
    number = LOTS.randint(1, ENTRIES + 1)
    for later in range(ENTRIES, number - 1, -1):
        session.execute(update(EntryRow).where(EntryRow.number == later).values(number=later + 1))
    before = session.scalars(select(EntryRow.hash).where(EntryRow.number == number - 1)).first() or NOTHING
    made_up = EntryRow(number=number, at=now(), who="user1", what="needs read", about="event K1")
    made_up.hash = made_up.hash_after(before)
    session.add(made_up)
    session.flush()


def change_and_hash_again(session):
    """Change an entry, and all hashes from there on, as whoever knows the program can."""
    rows = entries(session)
    number = LOTS.randrange(ENTRIES)
    rows[number].who = "nobody"
    for before, row in zip([None, *rows], rows, strict=False):
        row.hash = row.hash_after(before.hash if before else NOTHING)
    session.flush()


@pytest.mark.parametrize("tamper", [change, take_out, take_out_and_renumber, swap, put_in, change_and_hash_again])
def test_every_tampered_journal_is_found(session, tamper):
    whole = (list(broken(session)), entries(session)[-1].hash)
    missed = 0
    for _ in range(TAMPERED // 6 + 1):
        session.rollback()
        tamper(session)
        session.expire_all()
        missed += (list(broken(session)), entries(session)[-1].hash) == whole
    assert missed == 0
