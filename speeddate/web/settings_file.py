"""Settings in a file, as TOML: KEY = "value" on each line. What the environment says stands over it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.text import Text
from speeddate.web.settings import KNOWN, SECRETS

OTHERS: Final = 0o004
GONE: Final = Text(
    "Filen med innstillinger kan ikke leses. Sjekk navnet, og hvem som kan lese den.",
    "Fila med innstillingar kan ikkje lesast. Sjekk namnet, og kven som kan lese ho.",
    "The settings file cannot be read. Check its name, and who may read it.",
)
FORM: Final = Text(
    'Skriv en innstilling på hver linje, slik: SPEEDDATE_SENDER = "post@example.org"',
    'Skriv ei innstilling på kvar linje, slik: SPEEDDATE_SENDER = "post@example.org"',
    'Write one setting on each line, like this: SPEEDDATE_SENDER = "post@example.org"',
)
UNKNOWN: Final = Text(
    "Denne innstillingen finnes ikke. Se docs/server.md, eller ta den bort.",
    "Denne innstillinga finst ikkje. Sjå docs/server.md, eller ta ho bort.",
    "There is no such setting. See docs/server.md, or remove it.",
)
VALUE: Final = Text(
    "Skriv verdien i hermetegn.",
    "Skriv verdien i hermeteikn.",
    "Write the value in quotation marks.",
)
READABLE: Final = Text(
    "Filen har hemmeligheter og kan leses av alle på maskinen. Gjør den privat: chmod 600 {file}",
    "Fila har løyndommar og kan lesast av alle på maskina. Gjer ho privat: chmod 600 {file}",
    "The file holds secrets and can be read by everybody on the machine. Make it private: chmod 600 {file}",
)


def with_file(environ: Mapping[str, str], file: Path | None) -> Mapping[str, str]:
    """Put the environment over what a file says, if there is one. Raises BadInput."""
    if file is None:
        return environ
    said = _read(file)
    if faults := tuple(_faults(file, said)):
        raise BadInput(*faults)
    return said | dict(environ)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError:
        raise BadInput(Fault(GONE, file=str(file))) from None
    except ValueError:
        raise BadInput(Fault(FORM, file=str(file))) from None


def _faults(file: Path, said: Mapping[str, Any]) -> Iterator[Fault]:
    for name, value in said.items():
        if name not in KNOWN:
            yield Fault(UNKNOWN, file=str(file), column=name)
        elif not isinstance(value, str):
            yield Fault(VALUE, file=str(file), column=name)
    if SECRETS & said.keys() and file.stat().st_mode & OTHERS:
        yield Fault(READABLE.filled(file=file), file=str(file))
