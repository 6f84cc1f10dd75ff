"""All tables in one place, for migrations and for whoever opens a database."""

from speeddate.store import attempts, doors, events, guests, journal, mail, offices, passwords, progress, todos
from speeddate.store.base import Base

TABLES = (attempts, doors, events, guests, journal, mail, offices, passwords, progress, todos)
metadata = Base.metadata
