"""Say what has the wrong shape in a file, where it stands, and what to write instead."""

from __future__ import annotations

from typing import Any, get_args

from pydantic_core import ErrorDetails

from speeddate.domain.fault import Fault
from speeddate.domain.text import Text, listed
from speeddate.exchange.raw import Loc, Raw, Refused
from speeddate.exchange.shapes import Part
from speeddate.exchange.words import close, said, shown

FAMILIES = {"strength": "strength", "language": "tongue", "goals": "goal"}
LIMITS = {"least": "min_length", "most": "max_length", "lowest": "ge", "highest": "le"}
BY_TYPE = {
    "int_type": "shape.whole",
    "greater_than_equal": "shape.at_least",
    "less_than_equal": "shape.at_most",
    "string_pattern_mismatch": "shape.letters",
    "string_unicode": "shape.letters",
    "string_type": "shape.text",
    "string_too_short": "shape.empty",
    "bool_type": "shape.yes",
    "list_type": "shape.list",
    "dict_type": "shape.record",
    "model_type": "shape.record",
    "too_long": "shape.many",
    "too_short": "shape.few",
    "param": "shape.param",
    "web": "shape.web",
}


def faults_of(details: list[ErrorDetails], raw: Raw, model: type[Part]) -> list[Fault]:
    """Say each thing that has the wrong shape, once."""
    return list(dict.fromkeys(raw.fault(_text(detail, raw, model), detail["loc"]) for detail in details))


def _text(detail: ErrorDetails, raw: Raw, model: type[Part]) -> Text:
    kind, loc = detail["type"], detail["loc"]
    if isinstance(detail["input"], Refused):
        return said(detail["input"].why)
    if kind == "extra_forbidden":
        return unknown(str(loc[-1]), list(_model_at(model, loc[:-1]).model_fields))
    if kind == "missing":
        return _missing(raw, loc)
    if kind in {"clock", "date"} or "available" in loc:
        kind = kind if kind in {"clock", "date"} else "windows"
        return said(f"shape.{kind}").filled(example=said(f"shape.{kind}.{raw.written}"))
    if kind == "literal_error":
        return said("shape.choice").filled(choices=_choices(detail["ctx"]["expected"], loc, raw))
    return _common(kind, detail["input"], detail.get("ctx", {}))


def _choices(expected: str, loc: Loc, raw: Raw) -> Text:
    """List what can be chosen: in a table the words that people see there, else the keys."""
    keys = expected.replace("'", "").replace(" or ", ", ").split(", ")
    family = next((family for name, family in FAMILIES.items() if name in loc), "")
    return listed(said(f"{family}.{key}") if raw.tabular and family else key for key in keys)


def _missing(raw: Raw, loc: Loc) -> Text:
    """Name what is missing as the file does: a field, a heading, or the sheet that would hold it."""
    text = said("shape.missing")
    if key := str(loc[-1]) if len(loc) == 1 else raw.fault(text, loc).column:
        return text.filled(key=shown(key))
    return said("table.sheet_missing").filled(key=said("sheet.rounds" if loc[-1] == "rounds" else "sheet.event"))


def unknown(key: str, fields: list[str]) -> Text:
    """Refuse a field by name, with the one that was probably meant."""
    meant = close(key, fields)
    return said("shape.unknown_close" if meant else "shape.unknown").filled(key=shown(key), close=shown(meant))


def _common(kind: str, given: object, context: dict[str, Any]) -> Text:
    if kind == "string_too_long":
        return said("shape.too_long").filled(count=len(str(given)) - context["max_length"])
    text = said(BY_TYPE.get(kind, "shape.other"))
    return text.filled(**{name: context.get(key, "") for name, key in LIMITS.items()})


def _model_at(model: type[Part], loc: Loc) -> type[Part]:
    for step in loc:
        if isinstance(step, str):
            model = part_in(model.model_fields[step].annotation) or model
    return model


def part_in(annotation: Any) -> type[Part] | None:
    """Find the model inside a list of it, or inside another wrapping."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, map(part_in, get_args(annotation))), None)
