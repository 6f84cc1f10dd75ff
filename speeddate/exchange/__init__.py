"""Events and timetables as files."""

from speeddate.exchange.event_file import read_event, write_event
from speeddate.exchange.schedule_file import read_schedule, write_schedule
from speeddate.exchange.schema import schema

__all__ = ["read_event", "read_schedule", "schema", "write_event", "write_schedule"]
