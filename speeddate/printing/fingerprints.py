"""Fingerprints of what files of sheets say, of whichever version of a plan and whenever they are printed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from hashlib import sha256

from speeddate.printing.drafts import Kind, drafts
from speeddate.printing.press import Draft, Make, Press
from speeddate.printing.sheet import Page
from speeddate.printing.sheets import ALL_IN_ONE, SEPARATE

Which = tuple[str, str]


def whose(draft: str, kind: Kind) -> Which:
    """Tell of which kind a file is, and whose, by the id of its draft; those for all are nobody's."""
    return kind, draft.removeprefix(kind).removeprefix("-")


def fingerprints(press: Press, together: Collection[str]) -> dict[Which, str]:
    """Make a fingerprint of each file, and one of the PDF of all kinds that are printed `together`.

    What cannot be made has none.
    """
    known: dict[str, str] = {}
    found: dict[Which, str] = {}
    for kind in SEPARATE:
        with suppress(Exception):  # whoever withdraws is not kept from it by a sheet that cannot be made
            for draft in drafts(press, kind):
                found[whose(draft.id, kind)] = _of_all(_known(each, known) for each in (draft, *draft.then))
    return {**found, (ALL_IN_ONE, ""): _of_all(told for (kind, _), told in found.items() if kind in together)}


def _known(draft: Draft, known: dict[str, str]) -> str:
    """Make the fingerprint of a sheet once, however many files it goes into."""
    if draft.id not in known:
        frame = (draft.id, draft.sheet.title, draft.sheet.language, draft.sheet.footer, draft.sheet.lying, draft.look)
        known[draft.id] = _of_all([repr(frame), *(f"{name} {_page(make)!r}" for name, make in draft.pages)])
    return known[draft.id]


def _page(make: Make) -> Page | None:
    """Make a page; one that fails is left out of the file, too."""
    with suppress(Exception):
        return make()
    return None


def _of_all(parts: Iterable[str]) -> str:
    return sha256(repr(list(parts)).encode("utf-8", "surrogatepass")).hexdigest()
