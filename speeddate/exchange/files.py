"""Open a file carefully: refuse what is too big or of another kind before any work is done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.text import Text, same

MOST_BYTES = 20_000_000
GONE = Text("Filen finnes ikke. Sjekk navnet.", "Fila finst ikkje. Sjekk namnet.", "There is no such file. Check its name.")
FOLDER = Text("Dette er en mappe. Velg en fil.", "Dette er ei mappe. Vel ei fil.", "This is a folder. Choose a file.")
BIG = Text("Filen er for stor.", "Fila er for stor.", "The file is too big.")
CODING = Text("Lagre filen som UTF-8.", "Lagre fila som UTF-8.", "Save the file as UTF-8.")
JSON = Text(
    "Filen er ikke riktig JSON: se tegn {column} på linjen.",
    "Fila er ikkje rett JSON: sjå teikn {column} på linja.",
    "The file is not correct JSON: see character {column} of the line.",
)
TWICE = Text("«{key}» står to ganger. Ta bort den ene.", "«{key}» står to gonger. Ta bort den eine.", "“{key}” stands twice. Remove one.")
DEEP = Text("Filen har for mange nivåer.", "Fila har for mange nivå.", "The file has too many levels.")


def read_json(path: Path) -> Any:
    """Read a JSON file of any shape; raises BadInput."""
    text = _text(path)
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except json.JSONDecodeError as fault:
        raise BadInput(Fault(JSON.filled(column=fault.colno), file=path.name, row=fault.lineno)) from None
    except RecursionError:
        raise BadInput(Fault(DEEP, file=path.name)) from None
    except KeyError as twice:
        raise BadInput(Fault(TWICE.filled(key=same(twice.args[0])), file=path.name)) from None


def _text(path: Path) -> str:
    for wrong, text in ((path.is_dir(), FOLDER), (not path.exists(), GONE)):
        if wrong:
            raise BadInput(Fault(text, file=path.name))
    if path.stat().st_size > MOST_BYTES:
        raise BadInput(Fault(BIG, file=path.name))
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(Fault(CODING, file=path.name)) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise KeyError(key)
        seen[key] = value
    return seen


def _refuse(constant: str) -> Any:
    raise json.JSONDecodeError(constant, constant, 0)
