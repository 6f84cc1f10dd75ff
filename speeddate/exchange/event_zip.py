"""Pack an event file with the pictures that it names, and unpack it: flat, and no more than its list of files says."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from speeddate.exchange.redrawn import MILLION, pixels
from speeddate.exchange.refused import MEGABYTE, bytes_of, refused
from speeddate.exchange.unpacked import BROKEN, CHUNK, MOST_DIRECTORY, as_usual, directory_size
from speeddate.exchange.words import shown

EVENT: Final = "event.json"
NAME: Final = re.compile(r"[\w][\w .-]*\.(?:png|jpe?g)", re.IGNORECASE)
MOST_ZIP: Final = 20 * MEGABYTE
MOST_UNPACKED: Final = 50 * MEGABYTE
MOST_FILES: Final = 1000
MOST_PIXELS: Final = 150 * MILLION


def packed(event: bytes, pictures: Mapping[str, bytes]) -> bytes:
    """Pack an event file with its pictures; the same files give the same bytes."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in {EVENT: event, **pictures}.items():
            into.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def unpacked(path: Path, folder: Path) -> Path | None:
    """Unpack an event into a folder, and tell where its file is; nothing, where none is packed. Raises BadInput."""
    if directory_size(bytes_of(path, most=MOST_ZIP)) > MOST_DIRECTORY:
        raise refused(path, "file.much")
    try:
        with zipfile.ZipFile(path) as whole:
            names = whole.namelist()
            if not any(name.rpartition("/")[2] == EVENT for name in names):
                return None
            _inspect(path, whole)
            for part in whole.infolist():
                _unpack(whole, part, folder)
    except BROKEN:
        raise refused(path, "zip.broken") from None
    if sum(pixels(picture.read_bytes()) for picture in folder.iterdir()) > MOST_PIXELS:
        raise refused(path, "zip.pixels", most=MOST_PIXELS // MILLION)
    return folder / EVENT


def _inspect(path: Path, whole: zipfile.ZipFile) -> None:
    """Refuse names that lead elsewhere and sizes that nobody needs, before anything is unpacked."""
    parts = whole.infolist()
    if len(parts) > MOST_FILES:
        raise refused(path, "file.much")
    for part in parts:
        if part.filename != EVENT and not NAME.fullmatch(part.filename):
            raise refused(path, "zip.name", name=shown(part.filename))
    if len({part.filename.casefold() for part in parts}) < len(parts) or not as_usual(parts):
        raise refused(path, "zip.broken")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refused(path, "file.unpacked", most=MOST_UNPACKED // MEGABYTE)


def _unpack(whole: zipfile.ZipFile, part: zipfile.ZipInfo, folder: Path) -> None:
    """Write one file, as many bytes of it as were announced."""
    with whole.open(part) as source, (folder / part.filename).open("wb") as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
