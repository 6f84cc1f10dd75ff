"""The published shapes of both files, as JSON Schema."""

from __future__ import annotations

from typing import Any, Literal

from speeddate.exchange.models import EventFile
from speeddate.exchange.schedule_file import ScheduleFile


def schema(of: Literal["event", "schedule"]) -> dict[str, Any]:
    """Describe one of the two files (JSON Schema 2020-12)."""
    model = EventFile if of == "event" else ScheduleFile
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **model.model_json_schema(mode="validation")}
