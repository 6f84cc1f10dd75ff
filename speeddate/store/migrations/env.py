"""Run migrations on the database of the application."""

from alembic import context
from flask import current_app

stored = current_app.extensions["migrate"].db


def run() -> None:
    """Run them in one step, all or nothing."""
    with stored.engine.connect() as connection:
        context.configure(connection=connection, target_metadata=stored.metadata, render_as_batch=True)
        with context.begin_transaction():
            context.run_migrations()


run()
