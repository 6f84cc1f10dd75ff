"""Many files in one, whose names say nothing about anybody."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)


def zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Zip PDFs of these kinds under a number each: the same files give the same bytes."""
    digits = len(str(len(files)))
    stored = BytesIO()
    with ZipFile(stored, "w") as bundle:
        for number, (kind, content) in enumerate(files, start=1):
            member = ZipInfo(f"{number:0{digits}d}-{kind}.pdf", EARLIEST)
            member.external_attr, member.compress_type = 0o644 << 16, ZIP_STORED
            bundle.writestr(member, content)
    return stored.getvalue()
