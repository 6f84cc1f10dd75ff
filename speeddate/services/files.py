"""Open events and timetables, find the examples, and write files whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile

from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.text import Text, same

CANNOT = Text("Kan ikke skrive her: {why}.", "Kan ikkje skrive her: {why}.", "Cannot write here: {why}.")
A_FILE = Text("dette er en fil, ikke en mappe", "dette er ei fil, ikkje ei mappe", "this is a file, not a folder")
LOCKED = Text(
    "du har ikke tilgang, eller et annet program har filen åpen",
    "du har ikkje tilgang, eller eit anna program har fila open",
    "you have no access, or another program has the file open",
)
FULL = Text("det er ikke plass igjen", "det er ikkje plass igjen", "there is no space left")
WHY = {
    errno.EEXIST: A_FILE,
    errno.ENOTDIR: A_FILE,
    errno.EACCES: LOCKED,
    errno.EPERM: LOCKED,
    errno.EROFS: LOCKED,
    errno.ENOSPC: FULL,
}
THERE = Text(
    "Dette finnes fra før og blir ikke skrevet over. Velg et annet navn med -o.",
    "Dette finst frå før og blir ikkje skrive over. Vel eit anna namn med -o.",
    "This exists and is not written over. Choose another name with -o.",
)
ENDING = Text(
    "Navnet må slutte på {ending}. Skriv -o {name}.",
    "Namnet må slutte på {ending}. Skriv -o {name}.",
    "The name has to end in {ending}. Write -o {name}.",
)
NONE = Text("Velg ett av eksemplene: {names}.", "Vel eitt av døma: {names}.", "Choose one of the examples: {names}.")


def save(folder: Path, written: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write files into a folder, each whole or not at all; raises BadInput where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_save(folder / name, content) for name, content in written]
    except OSError as error:
        why = WHY.get(error.errno or 0) or same(error.strerror or str(error))
        raise BadInput(Fault(CANNOT.filled(why=why), file=str(folder))) from None


def save_new(path: Path, content: bytes, *, ending: str) -> Path:
    """Write a file that is not there yet, under a name that says what it is; raises BadInput.

    So nothing that somebody filled in is lost, and what opens the file can read it.
    """
    if path.exists():
        raise BadInput(Fault(THERE, file=str(path)))
    if path.suffix.casefold() != ending:
        raise BadInput(Fault(ENDING.filled(ending=ending, name=path.with_suffix(ending)), file=str(path)))
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
        raise BadInput(Fault(NONE.filled(names=same(", ".join(known))), file=name))
    return known[name]
