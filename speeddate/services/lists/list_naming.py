"""Read whom the cells of a list are about by their names too, where no one else can be meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from speeddate.exchange.raw import Place
from speeddate.exchange.words import close, plain, said, shown
from speeddate.services.parts import Content

if TYPE_CHECKING:
    from speeddate.services.lists.list_merging import Merging

FIRMS: Final = ("wishes", "avoid_employers")
MOST: Final = 500


class Meant(NamedTuple):
    """Who is called so, by ids; where nobody is, the name that was probably meant, if any is near."""

    refs: tuple[str, ...]
    near: str


def read_counsellor(merging: Merging, content: Content, place: Place) -> None:
    """Read a counsellor by id or name; somebody who is the only one they can be need not write it."""
    scope, written = merging.scope, content.get("counsellor")
    if isinstance(written, str):
        called = _called(merging, place, ("counsellor", scope.counsellors), written)
        content["counsellor"] = called
        if not called:
            return
    if written is None and not scope.whole and len(scope.own) == 1:
        content["counsellor"] = min(scope.own)
    if not scope.registers(content):
        merging.fault(place, "list.own_counsellor", "counsellor")


def read_employers(merging: Merging, content: Content, place: Place, key: str) -> None:
    """Read a list of employers, each by id or name."""
    written, firms = content.get(key), merging.scope.employers
    if isinstance(written, list):
        called = (_called(merging, place, (key, firms), each) if isinstance(each, str) else each for each in written)
        content[key] = [each for each in called if each]


def _called(merging: Merging, place: Place, whom: tuple[str, Mapping[str, str]], written: str) -> str:
    """Find the id of who is called so; nobody's where that is told, and what was written where it is told later."""
    key, names = whom
    if written in names:
        return written
    if (key, written) not in merging.meant:
        merging.meant[key, written] = _meant(merging, whom, written)
    meant = merging.meant[key, written]
    if len(meant.refs) == 1:
        return meant.refs[0]
    if meant.refs:
        merging.fault(place, "list.several", key, name=shown(written), ids=", ".join(meant.refs))
        return ""
    if meant.near:
        values = {"name": shown(written), "among": said("among.employers"), "close": shown(meant.near)}
        merging.fault(place, "name.unknown_close", key, **values)
        return ""
    return written


def _meant(merging: Merging, whom: tuple[str, Mapping[str, str]], written: str) -> Meant:
    """Find who may be meant by a name; of very many that nobody has, not all are compared with those there are."""
    key, names = whom
    if key not in merging.called:
        merging.called[key] = _by_name(names)
    refs, few = merging.called[key].get(plain(written), ()), len(merging.meant) < MOST
    guessed = not refs and few and key in FIRMS and not close(written, names)
    return Meant(refs, close(written, names.values()) if guessed else "")


def _by_name(names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for ref, name in names.items():
        if words := plain(name):
            found[words] = (*found.get(words, ()), ref)
    return found
