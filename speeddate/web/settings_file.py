"""Settings in a file, as TOML: KEY = "value" on each line. What the environment says stands over it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.words import texts
from speeddate.web.settings import KNOWN, SECRETS

TEXTS: Final = texts("settings.csv")
OTHERS: Final = 0o004


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
        raise BadInput(Fault(TEXTS["file.gone"], file=str(file))) from None
    except ValueError:
        raise BadInput(Fault(TEXTS["file.form"], file=str(file))) from None


def _faults(file: Path, said: Mapping[str, Any]) -> Iterator[Fault]:
    for name, value in said.items():
        if name not in KNOWN:
            yield Fault(TEXTS["file.unknown"], file=str(file), column=name)
        elif not isinstance(value, str):
            yield Fault(TEXTS["file.value"], file=str(file), column=name)
    if SECRETS & said.keys() and file.stat().st_mode & OTHERS:
        yield Fault(TEXTS["file.readable"].filled(file=file), file=str(file))
