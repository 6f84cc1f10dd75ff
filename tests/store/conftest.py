"""Both kinds of database, each with the tables of the application."""

import pytest

from tests.databases import postgresql
from tests.web.conftest import app_in


@pytest.fixture(scope="session")
def server():
    with postgresql() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def app(request, tmp_path):
    other = {"database": request.getfixturevalue("server")} if request.param == "postgresql" else {}
    app = app_in(tmp_path, **other)
    yield app
    with app.app_context():
        stored = app.extensions["stored"]
        stored.session.remove()
        stored.drop_all()
        with stored.engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE alembic_version")
        stored.engine.dispose()
