"""The form of an event's frame: its fields, and a row for each round with an empty one after the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, IntegerField, SelectMultipleField, StringField
from wtforms.validators import StopValidation

from speeddate.domain.clock import at
from speeddate.domain.deadlines import DAYS_BEFORE
from speeddate.domain.fault import BadInput
from speeddate.web import words
from speeddate.web.amounts import CountField
from speeddate.web.faults import at_field, tell
from speeddate.web.fields import DayField, Form, a_day, at_most, needed, no_numbers, said
from speeddate.web.hours import (
    ClockField,
    MinutesField,
    a_clock,
    all_minutes,
    clock,
    clock_example,
    is_clock,
    some_minutes,
)

LONGEST: Final = 120
DAYS: Final = ("answer_by", *DAYS_BEFORE)
WAY: Final = ("line", "stop", "walk_minutes", "greeter")
PLAIN: Final = ("turnaround_minutes", "arrive_minutes", "late_start_minutes")
Span = tuple[str, str]


def a_day_or_none(form: Form, field: DayField) -> None:
    """Ask for a date, if anything is written."""
    if field.data:
        a_day(form, field)


class Frame(Form):
    """All of an event's frame but its rounds."""

    name = StringField(validators=[needed("form.name"), at_most(LONGEST), no_numbers])
    date = DayField(validators=[a_day])
    venue = StringField(validators=[at_most(LONGEST)])
    venue_features = SelectMultipleField(choices=[], validate_choice=False)
    line = StringField(validators=[at_most(LONGEST), no_numbers])
    stop = StringField(validators=[at_most(LONGEST), no_numbers])
    walk_minutes = CountField(validators=[some_minutes])
    greeter = StringField(validators=[at_most(LONGEST), no_numbers])
    needs_by = DayField(validators=[a_day_or_none])
    employers_by = DayField(validators=[a_day_or_none])
    candidates_by = DayField(validators=[a_day_or_none])
    answer_by = DayField(validators=[a_day_or_none])
    latest_end = ClockField(validators=[a_clock])
    late_start_minutes = MinutesField(validators=[all_minutes])
    turnaround_minutes = CountField(validators=[some_minutes])
    arrive_minutes = CountField(validators=[some_minutes])
    only_wished = BooleanField()
    hide_employers = BooleanField()
    employers_move = BooleanField()
    version = IntegerField()

    def validate_hide_employers(self, field: BooleanField) -> None:
        """Ask for wishes or hidden employers, not both: without wishes nobody would meet anybody."""
        if field.data and self.only_wished.data:
            raise StopValidation(words.say("frame.no_wishes"))

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it; what is left empty has its usual value."""
        days = {key: self[key].data.isoformat() if self[key].data else None for key in ("date", *DAYS)}
        way = {key: said(self[key]) if isinstance(self[key], StringField) else self[key].data for key in WAY}
        return {
            "name": said(self.name),
            "venue": said(self.venue),
            "venue_features": list(self.venue_features.data or ()),
            "directions": {key: value for key, value in way.items() if value not in ("", None)},
            "latest_end": self.latest_end.data,
            "only_wished": self.only_wished.data,
            "hide_employers": self.hide_employers.data,
            "employers_move": self.employers_move.data,
            **days,
            **{key: self[key].data for key in PLAIN},
        }

    @property
    def texts(self) -> list[str]:
        """What is written in it in somebody's own words."""
        return [said(field) for field in self if isinstance(field, StringField)]


class RoundRow(Form):
    """When a round starts and ends; a row with nothing in it is no round."""

    start = ClockField(validators=[a_clock])
    end = ClockField(validators=[a_clock])

    def validate_start(self, field: ClockField) -> None:
        """Ask when it starts, where only its end is written."""
        if self.end.data and not field.data:
            raise StopValidation(words.shared("error.start_missing", example=clock_example()))

    def validate_end(self, field: ClockField) -> None:
        """Ask when it ends: after it starts."""
        start = self.start.data or ""
        if is_clock(start) and (not field.data or (is_clock(field.data) and field.data <= start)):
            raise StopValidation(words.shared("error.end_before_start", starts_at=clock(start)))


class Sheet:
    """The whole page: the frame, the rounds, and an empty row for one more."""

    def __init__(self, frame: Frame, rounds: Sequence[Span]) -> None:
        self.frame = frame
        spans = [*(span for span in rounds if any(span)), ("", "")]
        self.rows = [_row(number, span) for number, span in enumerate(spans)]

    def __iter__(self) -> Iterator[Field]:
        yield from (field for row in self.rows for field in row if field.errors)
        yield from self.frame

    @property
    def errors(self) -> bool:
        """Whether anything must be mended."""
        return any(field.errors for field in self)

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it."""
        return self.frame.content | {"rounds": [dict(zip(("start", "end"), span, strict=True)) for span in self.spans]}

    @property
    def spans(self) -> list[Span]:
        """The rounds that are written, as far as they can be read."""
        return [(row.start.data or "", row.end.data or "") for row in self.rows[:-1]]

    @property
    def breaks(self) -> list[int]:
        """How many minutes there are from each round to the next; 0 where that cannot be told."""
        told = [
            (start, end) if is_clock(start) and is_clock(end) and start < end else None for start, end in self.spans
        ]
        gaps = [at(then[0]) - at(now[1]) if now and then else 0 for now, then in pairwise(told)]
        return [max(0, gap) for gap in gaps]

    def sound(self) -> bool:
        """Check every field, and that there is a round at all."""
        fine = [self.frame.validate(), *(row.validate() for row in self.rows)]
        if not self.spans:
            self.rows[0].start.errors = [words.shared("error.start_missing", example=clock_example())]
        return all(fine) and bool(self.spans)

    def tell(self, bad: BadInput) -> None:
        """Put what the event as a whole says is wrong where it can be mended; about candidates only that it is so."""
        tell(self.frame, BadInput(*(fault for fault in bad.faults if fault.sheet == "event")), self.frame.date)
        for fault in bad.faults:
            if fault.sheet == "rounds" and fault.row:
                at_field(self.rows[fault.row - 1][fault.column], fault.text[words.language()])
            elif fault.sheet != "event":
                text = fault.text[words.language()] if fault.sheet == "pins" else words.say("frame.too_short")
                at_field(self.rows[0].start, text)


def _row(number: int, span: Span) -> RoundRow:
    prefix = f"round-{number}-"
    written = MultiDict({f"{prefix}start": span[0], f"{prefix}end": span[1]})
    return RoundRow(formdata=written, prefix=prefix, meta={"csrf": False})
