"""Read what somebody sends: it lies in a private folder while it is read, and nowhere afterwards."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import Final

from speeddate.domain.event import Event
from speeddate.exchange import read_event, unpacked
from speeddate.exchange.refused import ZIP

ENDINGS: Final = {".json", ".xlsx", ".zip"}


def event_in(name: str, content: bytes) -> Event:
    """Read an event that was sent; raises BadInput with every fault there is."""
    ending = PureWindowsPath(name).suffix.casefold()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"event{ending if ending in ENDINGS else ''}"
        path.write_bytes(content)
        return read_event(_unpacked(path, content) or path)


def _unpacked(path: Path, content: bytes) -> Path | None:
    """Unpack an event that was sent with its pictures."""
    if not content.startswith(ZIP):
        return None
    home = path.with_name("unpacked")
    home.mkdir()
    return unpacked(path, home)
