"""The smallest shapes in a file: a clock time, a date, an id, a line of text, a number."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from speeddate.domain.clock import MIDNIGHT, at

MANY = 5000
SHORT = 60
LONG = 200
CLOCK = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"
DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
ID = r"^[^\s,;\x00-\x1f\x7f]([^,;\x00-\x1f\x7f]*[^\s,;\x00-\x1f\x7f])?$"
ONE_LINE = r"^[^\x00-\x1f\x7f]*$"
PARAM = r"^[^=;\x00-\x1f\x7f]*[^\s=;\x00-\x1f\x7f][^=;\x00-\x1f\x7f]*$"
LINES = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
WEB = r"""^([Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@:\\[\]<>"\x00-\x1f\x7f]+(:[0-9]{1,5})?([/?#][^\s\x00-\x1f\x7f]*)?)?$"""
SOMETHING = r"^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$"


class Part(BaseModel):
    """Anything in a file: what it does not know, it refuses by name."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        use_attribute_docstrings=True,
        regex_engine="python-re",
        validate_assignment=True,
    )

    def tells(self, *fields: str) -> bool:
        """Tell whether all of these fields are here: what is sound of a broken part may lack some."""
        return all(hasattr(self, field) for field in fields)


def tidy(words: str) -> str:
    """Write words the one way: composed letters, plain spaces and line breaks, nothing around them."""
    plain = unicodedata.normalize("NFC", words).replace("\xa0", " ").replace("\u202f", " ")
    return plain.replace("\r\n", "\n").replace("\r", "\n").strip()


def _minutes(clock: object) -> int:
    if isinstance(clock, str) and re.fullmatch(CLOCK, clock):
        return at(clock)
    raise PydanticCustomError("clock", "no clock time")


def _day(date: object) -> dt.date:
    if isinstance(date, str) and re.fullmatch(DATE, date):
        try:
            return dt.date.fromisoformat(date)
        except ValueError:
            pass
    raise PydanticCustomError("date", "no date")


def _web(address: object) -> str:
    if isinstance(address, str) and len(address) <= LONG and re.fullmatch(WEB, tidy(address)):
        return tidy(address)
    raise PydanticCustomError("web", "no web address")


def _whole(number: object) -> object:
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _param(value: object) -> int | str:
    whole = _whole(value)
    if isinstance(whole, int) and not isinstance(whole, bool):
        return whole
    if isinstance(whole, str) and len(whole) <= SHORT and re.search(PARAM, whole):
        return tidy(whole)
    raise PydanticCustomError("param", "neither a whole number nor a word")


Clock = Annotated[int, PlainValidator(_minutes, json_schema_input_type=Annotated[str, Field(pattern=CLOCK)])]
Day = Annotated[
    dt.date,
    PlainValidator(_day, json_schema_input_type=Annotated[str, Field(json_schema_extra={"format": "date"})]),
]
Web = Annotated[str, PlainValidator(_web, json_schema_input_type=Annotated[str, Field(max_length=LONG, pattern=WEB)])]
Param = Annotated[
    int | str,
    PlainValidator(
        _param, json_schema_input_type=int | Annotated[str, Field(min_length=1, max_length=SHORT, pattern=PARAM)]
    ),
]
Windows = list[Annotated[list[Clock], Field(min_length=2, max_length=2)]]
WholeDay = Annotated[Windows, Field(max_length=100, default_factory=lambda: [[0, MIDNIGHT]])]
Whole = Annotated[int, BeforeValidator(_whole)]
Minutes = Annotated[Whole, Field(ge=0, le=240)]
Meetings = Annotated[Whole, Field(ge=0, le=20)]
Places = Annotated[Whole, Field(ge=1, le=400)]
Offered = Annotated[Whole, Field(ge=0, le=99)]
Interest = Annotated[Whole, Field(ge=0, le=3)]
Tidy = AfterValidator(tidy)
Id = Annotated[str, Field(min_length=1, max_length=SHORT, pattern=ID), Tidy]
Name = Annotated[str, Field(max_length=LONG, pattern=ONE_LINE), Tidy]
Words = Annotated[str, Field(max_length=2000, pattern=LINES), Tidy]
Line = Annotated[str, Field(max_length=500, pattern=SOMETHING), Tidy]
Few = Field(max_length=100)
Many = Field(max_length=MANY)
Told = Annotated[list[Id], Field(min_length=1, max_length=100)]
