"""Read what somebody sends: it lies in a private folder while it is read, and nowhere afterwards."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import Final

from speeddate.domain.event import Event
from speeddate.exchange import read_event, unpacked
from speeddate.exchange.refused import ZIP, refused

MOST_PIECES: Final = 100_000
ENDINGS: Final = {".json", ".xlsx", ".zip"}


def event_in(name: str, content: bytes) -> Event:
    """Read an event that was sent, alone or packed with its pictures; raises BadInput with every fault there is."""
    ending = PureWindowsPath(name).suffix.casefold()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"event{ending if ending in ENDINGS else ''}"
        path.write_bytes(content)
        if content.startswith(ZIP):
            home = path.with_name("unpacked")
            home.mkdir()
            path = unpacked(path, home) or path
        _weigh(path)
        return read_event(path)


def _weigh(path: Path) -> None:
    """Refuse more than anybody has to say: a piece of JSON takes far more room when it is checked than in the file."""
    content = path.read_bytes()
    if not content.startswith(ZIP) and sum(map(content.count, (b"[", b"{", b","))) > MOST_PIECES:
        raise refused(path, "file.much")
