"""Keep what is sound of a broken record, as deep as it goes: no fault hides another."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from pydantic import ValidationError

from speeddate.exchange.faults import part_in
from speeddate.exchange.raw import Loc
from speeddate.exchange.shapes import MANY, Part

Model = TypeVar("Model", bound=Part)


def sound(model: type[Model], record: object) -> Model:
    """Keep what is sound of a record; a broken field has its default, and one that has none is left out."""
    part = model.model_construct()
    for key, field in model.model_fields.items():
        if isinstance(record, dict) and key in record:
            _keep(part, key, _inside(field.annotation, record[key]))
    return part


def _inside(annotation: Any, value: object) -> Any:
    """Keep what is sound of parts in a part; what is no record is an empty one: others keep their numbers."""
    model = part_in(annotation)
    if model is None:
        return value
    return [sound(model, record) for record in value[:MANY]] if isinstance(value, list) else sound(model, value)


def _keep(part: Part, key: str, value: Any) -> None:
    """Set a field to what is sound of a value."""
    try:
        setattr(part, key, value)
    except ValidationError as error:
        rest = _rest(value, {detail["loc"][1:] for detail in error.errors()})
        if rest != value:
            _keep(part, key, rest)


def _rest(value: Any, broken: AbstractSet[Loc], loc: Loc = ()) -> Any:
    """Leave out what is broken: items of lists, and entries whose name or value is."""
    if isinstance(value, list):
        return [_rest(item, broken, (*loc, n)) for n, item in enumerate(value) if (*loc, n) not in broken]
    if isinstance(value, dict):
        sane = [name for name in value if not {(*loc, name), (*loc, name, "[key]")} & broken]
        return {name: _rest(value[name], broken, (*loc, name)) for name in sane}
    return value
