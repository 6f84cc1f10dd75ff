"""Open events and timetables, find the examples, and write files whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.text import same
from speeddate.domain.words import texts

TEXTS: Final = texts("files.csv")
WHY = {
    errno.EEXIST: TEXTS["why.file"],
    errno.ENOTDIR: TEXTS["why.file"],
    errno.EACCES: TEXTS["why.locked"],
    errno.EPERM: TEXTS["why.locked"],
    errno.EROFS: TEXTS["why.locked"],
    errno.ENOSPC: TEXTS["why.full"],
}


def save(folder: Path, written: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write files into a folder, each whole or not at all; raises BadInput where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_save(folder / name, content) for name, content in written]
    except OSError as error:
        why = WHY.get(error.errno or 0) or same(error.strerror or str(error))
        raise BadInput(Fault(TEXTS["cannot"].filled(why=why), file=str(folder))) from None


def save_new(path: Path, content: bytes, *, ending: str) -> Path:
    """Write a file that is not there yet, under a name that says what it is; raises BadInput.

    So nothing that somebody filled in is lost, and what opens the file can read it.
    """
    if path.exists():
        raise BadInput(Fault(TEXTS["there"], file=str(path)))
    if path.suffix.casefold() != ending:
        raise BadInput(Fault(TEXTS["ending"].filled(ending=ending, name=path.with_suffix(ending)), file=str(path)))
    [saved] = save(path.parent, [(path.name, content)])
    return saved


def _save(path: Path, content: bytes) -> Path:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as half:
        try:
            half.write(content)
            half.close()
            Path(half.name).replace(path)
        except BaseException:
            Path(half.name).unlink(missing_ok=True)
            raise
    path.chmod(0o666 & ~_umask())
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def examples() -> dict[str, Path]:
    """Find the events that ship as examples, by name."""
    beside = Path(str(files("speeddate"))).parent / "examples"
    inside = Path(str(files("speeddate"))) / "examples"
    home = beside if beside.is_dir() else inside
    return {path.parent.name: path for path in sorted(home.glob("*/event.json"))}


def example(name: str) -> Path:
    """Find one example; raises BadInput with the names there are."""
    known = examples()
    if name not in known:
        raise BadInput(Fault(TEXTS["example"].filled(names=same(", ".join(known))), file=name))
    return known[name]
