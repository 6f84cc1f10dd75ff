"""Open events and timetables, find the examples, and write files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile

from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.text import Text, same

CANNOT = Text("Kan ikke skrive her: {why}.", "Kan ikkje skrive her: {why}.", "Cannot write here: {why}.")
NONE = Text("Velg ett av eksemplene: {names}.", "Vel eitt av døma: {names}.", "Choose one of the examples: {names}.")


def save(folder: Path, written: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write files into a folder, each whole or not at all; raises BadInput where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_save(folder / name, content) for name, content in written]
    except OSError as error:
        why = same(error.strerror or str(error))
        raise BadInput(Fault(CANNOT.filled(why=why), file=str(folder))) from None


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
        raise BadInput(Fault(NONE.filled(names=same(", ".join(known))), file=name))
    return known[name]
