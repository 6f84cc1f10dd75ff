"""What a candidate needs: everybody is asked the same, and nobody is asked why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flask import flash, g, redirect, request, url_for
from werkzeug.wrappers import Response

from speeddate.domain.catalogue import STRENGTHS, Kind, catalogue
from speeddate.domain.fault import BadInput, Fault
from speeddate.exchange.clocks import read_clock
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.registration import own
from speeddate.services.registration.needs import change_needs
from speeddate.web import tongues, words
from speeddate.web.fields import Form
from speeddate.web.hours import clock
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.speaking import version_read
from speeddate.web.visiting import stored

GROUPS = ("calm", "time", "people", "think", "hear", "see", "move", "other")
ELSEWHERE = {"avoid_employer", "avoid_person"}
SPOKEN = "spoken_interpreter"
ASKED = {SPOKEN: ("lang",), "time_window": ("from", "to")}
Need = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """The needs on a page: those that are ticked, from which version, and what stands in the way of saving them.

    A fault stands by the field that it is about; `loose` is what was written in fields of needs that are not ticked.
    """

    chosen: dict[str, Need]
    version: int
    theirs: list[tuple[str, str]] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)
    loose: dict[str, str] = field(default_factory=dict)
    status: int = 200

    @property
    def mended(self) -> list[tuple[str, str]]:
        """Each field to mend, and what to do there, with the name of its need."""
        kinds, language = catalogue(), words.language()
        named = {name: kinds[key].label[language] for key, asked in ASKED.items() for name in _names(key, asked)}
        return [(name, f"{named[name]}: {fault}" if name in named else fault) for name, fault in self.faults.items()]

    @property
    def opened(self) -> set[str]:
        """The needs that stand unfolded."""
        return {*self.chosen, *(name.split("-")[1] for name in self.loose)}


@page("/needs")
def needs() -> Answer:
    """Show what a candidate needs, and change it."""
    mine, form = own.unlocked(stored(), actor(), where()), Form()
    before = {each["key"]: each for each in mine.content.get("needs", [])}
    loose = _loose(before)
    if not form.validate_on_submit():
        chosen = _chosen(before) if g.only_speaking else before
        return _page(mine, form, Shown(chosen, version_read(mine.kept.version), loose=loose))
    chosen, version = _chosen(before), request.form.get("version", type=int, default=0)
    if loose:
        faults = dict.fromkeys(loose, words.say("needs.loose"))
        return _page(mine, form, Shown(chosen, version, faults=faults, loose=loose, status=400))
    try:
        change_needs(stored(), actor(), where(), Kept({"needs": list(chosen.values())}, version))
    except ChangedError as changed:
        theirs = [_told(need) for need in changed.now.content.get("needs", []) if need["key"] not in ELSEWHERE]
        return _page(mine, form, Shown(chosen, changed.now.version, theirs=theirs, status=409))
    except BadInput as bad:
        faults = {_field(fault, chosen): fault.text[words.language()] for fault in bad.faults}
        return _page(mine, form, Shown(chosen, version, faults=faults, status=400))
    return _saved(chosen)


def _field(fault: Fault, chosen: dict[str, Need]) -> str:
    """Find the field of a need that a fault is about; all of the form, where it is about no such field."""
    match fault.column.split("."):
        case ["needs", number, "params", name] if number in map(str, range(1, len(chosen) + 1)):  # as people count
            return f"need-{list(chosen)[int(number) - 1]}-{name}"
    return "filling"


def _saved(chosen: dict[str, Need]) -> Response:
    flash(words.say("message.saved"))
    tongues.warn(_language(chosen))
    return redirect(url_for(".when"))


def _page(mine: own.Own, form: Form, shown: Shown) -> Answer:
    language = _language(shown.chosen)
    tongue = {"name": tongues.name(language), "doubt": tongues.doubt(language), "among": tongues.names()}
    page = show("needs", mine, form=form, shown=shown, groups=_groups(), asked=ASKED, tongue=tongue, clock=clock)
    return page, shown.status


def _language(chosen: dict[str, Need]) -> str:
    return str(chosen.get(SPOKEN, {}).get("params", {}).get("lang", ""))


def _told(need: Need) -> tuple[str, str]:
    """Name a need, and say how much it matters and what is known of it."""
    kind, params = catalogue()[need["key"]], need.get("params", {})
    strength = words.shared(f"needs.{need.get('strength') or kind.strength}")
    known = tongues.name(params["lang"]) if "lang" in params else ""
    hours = "–".join(clock(params.get(name, "")) for name in ASKED["time_window"])
    more = known or (hours if hours != "–" else "")
    return kind.label[words.language()], f"{strength} ({more})" if more else strength


def _groups() -> list[tuple[str, list[Kind], list[Kind]]]:
    """Sort the needs into their groups, the invisible ones first; in each, the common ones and the rest."""
    kinds = [kind for key, kind in catalogue().items() if key not in ELSEWHERE]
    grouped = {group: [kind for kind in kinds if kind.group == group] for group in GROUPS}
    return [
        (group, [kind for kind in each if kind.tier == 1], [kind for kind in each if kind.tier > 1])
        for group, each in grouped.items()
    ]


def _chosen(before: dict[str, Need]) -> dict[str, Need]:
    """Read what is ticked; what was known of a need beside that stays as it was."""
    kept = {key: need for key, need in before.items() if key in ELSEWHERE}
    for key in catalogue():
        strength = request.form.get(f"need-{key}")
        if strength in STRENGTHS.values() and key not in ELSEWHERE:
            written = {name: _written(key, name) for name in ASKED.get(key, ())}
            params = before.get(key, {}).get("params", {}) | written
            filled = {name: value for name, value in params.items() if value}
            kept[key] = {"key": key, "strength": strength} | ({"params": filled} if filled else {})
    return kept


def _loose(before: dict[str, Need]) -> dict[str, str]:
    """Find what is newly written in fields of needs that are not ticked, so that nobody believes it saved."""
    untold = [key for key in ASKED if key not in before and request.form.get(f"need-{key}") not in STRENGTHS.values()]
    names = [name for key in untold for name in _names(key, ASKED[key])]
    return {name: written for name in names if (written := request.form.get(name, "").strip())}


def _names(key: str, asked: tuple[str, ...]) -> list[str]:
    return [f"need-{key}-{name}" for name in asked]


def _written(key: str, name: str) -> str:
    written = request.form.get(f"need-{key}-{name}", "").strip()
    return tongues.read(written) if name == "lang" else str(read_clock(written))
