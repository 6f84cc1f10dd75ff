"""Look into a packed workbook before it is read: how big it is unpacked, and whether its parts are plain XML."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from speeddate.exchange.refused import MEGABYTE, refused

MOST_UNPACKED = 100 * MEGABYTE
MOST_PARTS = 1_000
MOST_DIRECTORY = MEGABYTE
MOST_ELEMENTS = 1_000_000
MOST_IN_ROW = 20_000
MOST_ELSEWHERE = 50_000
MOST_LETTERS = 20_000_000
DEEPEST = 50
CHUNK = 1 << 16
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    OSError,
    RuntimeError,
    LookupError,
    ValueError,
    OverflowError,
)  # or packed, named, placed or written down in ways unknown
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # no other way is needed, and some take much memory
END = b"PK\x05\x06"


class _TooMuchError(Exception):
    """Raised inside the parser when a part holds more than anybody needs."""


def inspect(path: Path, content: bytes) -> None:
    """Refuse a workbook that unpacks to too much; raises BadInput. Nothing is kept of what is read.

    The packed sizes cannot lie: no more is unpacked of a part than its directory says.
    """
    if directory_size(content) > MOST_DIRECTORY:
        raise refused(path, "file.much")
    try:
        with zipfile.ZipFile(path) as packed:
            _inspect(path, packed)
    except BROKEN:
        raise refused(path, "file.broken") from None


def directory_size(content: bytes) -> int:
    """Read how big the list of parts is, before it is read."""
    end = content.rfind(END)
    return int.from_bytes(content[end + 12 : end + 16], "little") if end >= 0 else 0


def as_usual(parts: list[zipfile.ZipInfo]) -> bool:
    """Ask whether all parts are packed as every program packs them."""
    return all(part.compress_type in PACKED for part in parts)


def _inspect(path: Path, packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise refused(path, "file.much")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refused(path, "file.unpacked", most=MOST_UNPACKED // MEGABYTE)
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise refused(path, "file.kind")
    if len(names) < len(parts) or not as_usual(parts):
        raise refused(path, "file.broken")
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".vml")):
            try:
                _walk(packed, part)
            except _TooMuchError:
                raise refused(path, "file.much") from None


def _walk(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Count the elements of one part; one that declares a document type is broken: no spreadsheet writes it."""
    counted = _Counter(most=MOST_ELEMENTS if part.filename.startswith(LARGE) else MOST_ELSEWHERE)
    parser = expat.ParserCreate()
    parser.StartElementHandler = counted.start
    parser.EndElementHandler = counted.end
    parser.CharacterDataHandler = counted.letters
    parser.StartDoctypeDeclHandler = _declared
    with packed.open(part) as opened:
        while chunk := opened.read(CHUNK):
            parser.Parse(chunk)
    parser.Parse(b"", True)  # noqa: FBT003  # it is the last one


LARGE = ("xl/worksheets/", "xl/sharedStrings")
REPEATED = ("row", "si")


class _Counter:
    """Count elements: all in all, those since the last row began, and how deep they nest; and the letters in them."""

    def __init__(self, most: int) -> None:
        self.most, self.all, self.in_row, self.depth, self.said = most, 0, 0, 0, 0

    def start(self, name: str, _: object) -> None:
        self.all, self.depth = self.all + 1, self.depth + 1
        self.in_row = 0 if name.rpartition(":")[2] in REPEATED else self.in_row + 1
        if self.all > self.most or self.in_row > MOST_IN_ROW or self.depth > DEEPEST:
            raise _TooMuchError

    def letters(self, words: str) -> None:
        self.said += len(words)
        if self.said > MOST_LETTERS:
            raise _TooMuchError

    def end(self, _: str) -> None:
        self.depth -= 1


def _declared(*_: object) -> NoReturn:
    raise zipfile.BadZipFile
