"""Tables change step by step, forwards and backwards, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import downgrade, upgrade

from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import doors, offices
from speeddate.services.registration import seats
from speeddate.store.events import content_of

KARI = ["organiser", "counsellor"]


def test_the_steps_lead_to_the_tables_that_the_program_knows(app):
    with app.app_context(), app.extensions["stored"].engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), app.extensions["stored"].metadata) == []


def test_every_step_goes_down_and_up_again_and_keeps_every_row(app):
    steps = list(ScriptDirectory(app.extensions["migrate"].directory).walk_revisions())
    with app.app_context():
        session = app.extensions["stored"].session()
        event = settled(session)
        before, rows = content_of(session, event), counted(app)
        session.commit()
        for step in steps[:-1]:
            downgrade(revision=step.down_revision)
            upgrade()
        assert content_of(session, event) == before
        assert counted(app) == rows
        session.rollback()
        downgrade(revision="base")
        upgrade()


def settled(session):
    """Let an office have an event, with a counsellor, a session and a message that waits."""
    key = offices.enrol(session, office="Hamar", email="kari@example.org", name="Kari", roles=KARI)
    who = offices.organiser_of(session, "Hamar")
    doors.enter(session, key, "")
    doors.send_link(session, "kari@example.org", "", "")
    event = read_event(files.example("ta-sjansen"))
    made = events.add(session, who, event)
    seats.seat(session, who, made, {event.counsellors[0].id: who.id})
    return events.found(session, who, made)


def counted(app):
    """Count the rows of every table that has any, but for attempts, which are kept for minutes only."""
    stored = app.extensions["stored"]
    with stored.engine.connect() as connection:
        counts = {table: connection.execute(table.select()).all() for table in stored.metadata.sorted_tables}
    return {table.name: len(rows) for table, rows in counts.items() if rows and table.name != "attempt"}


@pytest.mark.parametrize("example", ["ta-sjansen", "overbooked"])
def test_an_event_is_kept_whole(app, example):
    whole = read_event(files.example(example))
    with app.app_context():
        session = app.extensions["stored"].session()
        settled(session)
        who = offices.organiser_of(session, "Hamar")
        row = events.found(session, who, events.add(session, who, whole))
        assert events.opened(session, row) == whole
