"""Tell which of two timetables is better by a goal."""

from __future__ import annotations

from typing import Final

from speeddate.domain.schedule import Value

MOST: Final = frozenset({"met", "meetings", "interest", "balance"})  # goals of which more is better


def better(key: str, value: Value, other: Value) -> bool:
    """Tell whether a figure of a goal is better than another one."""
    one, two = _ranked(key, value), _ranked(key, other)
    return one > two if key in MOST else one < two


def _ranked(key: str, value: Value) -> tuple[int, ...]:
    """Put first what counts first: of wishes, the meetings at the last level."""
    figures = value if isinstance(value, tuple) else (value,)
    return figures[:0:-1] if key == "wishes" else figures
