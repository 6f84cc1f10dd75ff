"""All tables in one place, for migrations and for whoever opens a database."""

from speeddate.store import doors, events, journal, mail, offices, todos
from speeddate.store.base import Base

TABLES = (doors, events, journal, mail, offices, todos)
metadata = Base.metadata
