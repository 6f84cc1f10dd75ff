"""Publish the shapes of both files as JSON Schema (2020-12)."""

from __future__ import annotations

from typing import Any, Literal

from speeddate.exchange.models import EventFile
from speeddate.exchange.shapes import Part
from speeddate.exchange.timetable import ScheduleFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(of: Literal["event", "schedule"]) -> dict[str, Any]:
    """Describe one of the two files."""
    return event_schema() if of == "event" else schedule_schema()


def event_schema() -> dict[str, Any]:
    """Describe the event file: what it accepts is what is read, names and times aside."""
    return _schema(EventFile, "speeddate.event/1")


def schedule_schema() -> dict[str, Any]:
    """Describe the timetable file."""
    return _schema(ScheduleFile, "speeddate.schedule/1")


def _schema(model: type[Part], name: str) -> dict[str, Any]:
    return {"$schema": DIALECT, **model.model_json_schema(mode="validation"), "title": name}
