"""Tables change step by step, forwards and backwards, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import downgrade, upgrade

from speeddate.exchange import read_event
from speeddate.services import events, files, offices
from speeddate.store.events import content_of


def test_the_steps_lead_to_the_tables_that_the_program_knows(app):
    with app.app_context(), app.extensions["stored"].engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), app.extensions["stored"].metadata) == []


def test_every_step_goes_down_and_up_again_and_keeps_every_row(app):
    steps = list(ScriptDirectory(app.extensions["migrate"].directory).walk_revisions())
    with app.app_context():
        session = app.extensions["stored"].session()
        event = settled(session)
        before = content_of(session, event)
        session.commit()
        for step in steps[:-1]:
            downgrade(revision=step.down_revision)
            upgrade()
        assert content_of(session, event) == before
        session.rollback()
        downgrade(revision="base")
        upgrade()


def settled(session):
    offices.enrol(session, office="Hamar", email="kari@example.org", name="Kari", roles=["organiser"])
    who = offices.organiser_of(session, "Hamar")
    made = events.add(session, who, read_event(files.example("small")))
    return events.found(session, who, made)


@pytest.mark.parametrize("example", ["ta-sjansen", "overbooked"])
def test_an_event_is_kept_whole(app, example):
    whole = read_event(files.example(example))
    with app.app_context():
        session = app.extensions["stored"].session()
        settled(session)
        who = offices.organiser_of(session, "Hamar")
        row = events.found(session, who, events.add(session, who, whole))
        assert events.opened(session, row) == whole
