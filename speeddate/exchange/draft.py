"""Sort what was read into parts of the right shape, and faults: what is sound is checked on although another is not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from speeddate.domain.fault import Fault
from speeddate.exchange.faults import faults_of, part_in
from speeddate.exchange.frame import FramePart
from speeddate.exchange.models import EventFile
from speeddate.exchange.raw import Loc, Raw
from speeddate.exchange.refused import MOST_FAULTS
from speeddate.exchange.shapes import MANY, Part, tidy
from speeddate.exchange.words import said

Model = TypeVar("Model", bound=Part)
LISTS = ("stations", "employers", "counsellors", "resources", "candidates", "pins")


@dataclass(frozen=True)
class Draft:
    """The parts that have the right shape, by list and number, and the ids of all: also of those that have not."""

    raw: Raw
    frame: FramePart | None
    parts: dict[str, dict[int, Any]]
    ids: dict[str, dict[int, str]]

    @cached_property
    def known(self) -> dict[str, set[str]]:
        """The ids of each list."""
        return {name: set(ids.values()) for name, ids in self.ids.items()}

    def fault(self, key: str, *loc: str | int, **values: object) -> Fault:
        """Point at a part with the text of this key."""
        return self.raw.fault(said(key).filled(**values), loc)


def draft_of(raw: Raw) -> tuple[Draft, list[Fault]]:
    """Check the shape of an event."""
    try:
        whole = EventFile.model_validate(raw.content)
    except ValidationError as error:
        details = error.errors(include_url=False)
        broken = {detail["loc"][: 2 if detail["loc"][:1] == ("event",) else 3] for detail in details}
        return _salvaged(raw, broken), faults_of(details[:MOST_FAULTS], raw, EventFile)
    parts = {name: dict(enumerate(getattr(whole, name))) for name in LISTS}
    return Draft(raw, whole.event, parts, _ids(raw.content)), []


def _salvaged(raw: Raw, broken: set[Loc]) -> Draft:
    """Keep every part, without its broken fields; one that cannot do without them is left out."""
    whole = raw.content if isinstance(raw.content, dict) else {}
    frame = _sound(FramePart, whole.get("event"), ("event",), broken)
    parts = {}
    for name in LISTS:
        model = part_in(EventFile.model_fields[name].annotation)
        sound = {n: _sound(model, record, (name, n), broken) for n, record in enumerate(_records(whole, name))}
        parts[name] = {number: part for number, part in sound.items() if part}
    return Draft(raw, frame, parts, _ids(whole))


def _sound(model: type[Model], record: object, loc: Loc, broken: set[Loc]) -> Model | None:
    if not isinstance(record, dict):
        return None
    try:
        return model.model_validate({key: value for key, value in record.items() if (*loc, key) not in broken})
    except ValidationError:
        return None


def _records(whole: dict[str, Any], name: str) -> list[Any]:
    records = whole.get(name, [])
    return records[:MANY] if isinstance(records, list) else []


def _ids(whole: dict[str, Any]) -> dict[str, dict[int, str]]:
    return {
        name: {
            number: tidy(record["id"])
            for number, record in enumerate(_records(whole, name))
            if isinstance(record, dict) and isinstance(record.get("id"), str)
        }
        for name in LISTS
    }
