"""All tables in one place, for migrations and for whoever opens a database."""

from speeddate.store import (
    attempts,
    doors,
    events,
    guests,
    jobs,
    journal,
    mail,
    offices,
    passwords,
    plans,
    progress,
    published,
    sheets,
    todos,
)
from speeddate.store.base import Base

TABLES = (
    attempts, doors, events, guests, jobs, journal, mail, offices, passwords, plans, progress, published, sheets, todos,
)  # fmt: skip
metadata = Base.metadata
