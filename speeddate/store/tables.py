"""All tables in one place, for migrations and for whoever opens a database."""

from speeddate.store import attempts, doors, events, journal, mail, offices, passwords
from speeddate.store.base import Base

TABLES = (attempts, doors, events, journal, mail, offices, passwords)
metadata = Base.metadata
