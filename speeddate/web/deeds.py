"""Read what somebody wants done to a meeting on the board, and tell where that will be seen."""

from __future__ import annotations

from typing import Final, NamedTuple

from wtforms import IntegerField, StringField, TextAreaField

from speeddate.services.board import moving
from speeddate.services.board.drafts import Pair
from speeddate.services.board.editing import Edit, Step
from speeddate.services.board.shifting import Spot
from speeddate.web.fields import Form, at_most, needed, no_numbers

LONGEST: Final = 300


class Instead(Form):
    """What is done where a promise cannot be kept."""

    version = IntegerField()
    instead = TextAreaField(validators=[needed("plan.instead_needed"), at_most(LONGEST), no_numbers])


class Choice(Form):
    """What to do with somebody on the board, and where to."""

    version = IntegerField()
    deed = StringField()
    spot = StringField()


class Deed(NamedTuple):
    """A step, how it is done, and the part of the board where it is seen."""

    what: Step
    do: Edit
    seen: str


def deed_of(ref: str, deed: str, to: str) -> Deed | None:
    """Read what somebody wants done; None where they have chosen no place."""
    what, _, employer = deed.partition(":")
    pair = Pair(ref, employer)
    match what:
        case "lock":
            return Deed("locked", lambda _, held: moving.locked(held, pair, lock=True), _seat(pair))
        case "unlock":
            return Deed("unlocked", lambda _, held: moving.locked(held, pair, lock=False), _seat(pair))
        case "take_out":
            return Deed("unplaced", lambda event, held: moving.unplaced(event, held, pair), f"without-{ref}")
        case "move" | "place":
            return _brought(pair, to)
    return None


def _brought(pair: Pair, to: str) -> Deed | None:
    """Read where a candidate is brought; nobody is met yet by one without an employer."""
    if other := _other(to):
        seen = _seat(Pair(pair.candidate, other.employer))
        return Deed("swapped", lambda event, held: moving.swapped(event, held, pair, other), seen)
    if spot := _spot(to):
        seen = _seat(Pair(pair.candidate, spot.employer))
        if not pair.employer:
            return Deed("placed", lambda event, held: moving.placed(event, held, pair.candidate, spot), seen)
        return Deed("moved", lambda event, held: moving.moved(event, held, pair, spot), seen)
    return None


def _seat(pair: Pair) -> str:
    """Name the part of the board where a meeting stands."""
    return f"seat-{pair.candidate}-{pair.employer}"


def _spot(written: str) -> Spot | None:
    kind, *parts = written.split(":")
    if kind != "spot" or len(parts) != len(Spot._fields) or not parts[0].isdecimal():
        return None
    return Spot(int(parts[0]), *parts[1:])


def _other(written: str) -> Pair | None:
    kind, *parts = written.split(":")
    return Pair(*parts) if kind == "swap" and len(parts) == len(Pair._fields) else None
