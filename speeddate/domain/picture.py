"""A picture that sheets show: a map, a door, a face."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold a picture as it is printed: PNG or JPEG bytes without any metadata, and its size in pixels."""

    content: bytes = field(repr=False)
    width: int
    height: int
