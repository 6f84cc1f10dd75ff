"""All tables in one place, for migrations and for whoever opens a database."""

from speeddate.store import doors, events, guests, journal, mail, offices, progress
from speeddate.store.base import Base

TABLES = (doors, events, guests, journal, mail, offices, progress)
metadata = Base.metadata
