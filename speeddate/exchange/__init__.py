"""Events and timetables as files."""

from speeddate.exchange.event_file import (
    check_event_content,
    read_event,
    read_event_content,
    read_event_with_warnings,
)
from speeddate.exchange.event_zip import packed, unpacked
from speeddate.exchange.list_file import ListFile, ListKind, read_list
from speeddate.exchange.list_tables import ListTables, write_list_csv, write_list_xlsx
from speeddate.exchange.pictures import picture_files
from speeddate.exchange.schedule_file import read_schedule, read_schedule_content, schedule_content, write_schedule
from speeddate.exchange.schema import event_schema, schedule_schema, schema
from speeddate.exchange.tabular import write_event_csv, write_event_xlsx, write_template
from speeddate.exchange.written import content_of, write_event_json

__all__ = [
    "ListFile",
    "ListKind",
    "ListTables",
    "check_event_content",
    "content_of",
    "event_schema",
    "packed",
    "picture_files",
    "read_event",
    "read_event_content",
    "read_event_with_warnings",
    "read_list",
    "read_schedule",
    "read_schedule_content",
    "schedule_content",
    "schedule_schema",
    "schema",
    "unpacked",
    "write_event_csv",
    "write_event_json",
    "write_event_xlsx",
    "write_list_csv",
    "write_list_xlsx",
    "write_schedule",
    "write_template",
]
