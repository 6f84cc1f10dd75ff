"""Check what the parts of an event say about each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from speeddate.domain.catalogue import catalogue
from speeddate.domain.fault import Fault
from speeddate.domain.text import Text, same
from speeddate.exchange.models import CandidatePart, EventFile, NeedPart, Part

UNKNOWN = Text(
    "«{name}» finnes ikke. Bruk en id som står i listen «{known}».",
    "«{name}» finst ikkje. Bruk ein id som står i lista «{known}».",
    "“{name}” does not exist. Use an id from the list “{known}”.",
)
TWICE = Text("«{name}» står to ganger. Ta bort den ene.", "«{name}» står to gonger. Ta bort den eine.", "“{name}” stands twice. Remove one.")
ORDER = Text("Skriv en slutt etter starten.", "Skriv ein slutt etter starten.", "Write an end after the start.")
OVERLAP = Text("Rundene går over i hverandre. Rett tidene.", "Rundane går over i kvarandre. Rett tidene.", "The rounds overlap. Correct the times.")
FEWER = Text(
    "Skriv like mange eller flere i max_meetings som i min_meetings.",
    "Skriv like mange eller fleire i max_meetings som i min_meetings.",
    "Write at least as many in max_meetings as in min_meetings.",
)
REST = Text(
    "Skriv hver tolk på sin egen rad, med capacity 1. Hver og en skal ha pause.",
    "Skriv kvar tolk på si eiga rad, med capacity 1. Kvar og ein skal ha pause.",
    "Give each interpreter a row of their own, with capacity 1. Each of them is to have rests.",
)
PARAM = Text("Behovet bruker ikke «{name}». Ta det bort.", "Behovet bruker ikkje «{name}». Ta det bort.", "The need does not use “{name}”. Remove it.")
WINDOW = Text(
    "Skriv når møtet tidligst kan starte (from) og senest slutte (to).",
    "Skriv når møtet tidlegast kan starte (from) og seinast slutte (to).",
    "Write the earliest start (from) and the latest end (to) of the meeting.",
)
LANGUAGE = Text("Skriv språket i lang, for eksempel ar.", "Skriv språket i lang, til dømes ar.", "Write the language in lang, for example ar.")
SHORT = Text("Møtet blir for kort. Skriv færre minutter bort.", "Møtet blir for kort. Skriv færre minutt bort.", "The meeting becomes too short. Take fewer minutes away.")
OWN = {"time_window": {"from", "to"}, "companion": {"from", "to"}, "spoken_interpreter": {"lang"}}
SHORTEST = 5


def faults_between(file: EventFile, name: str) -> Iterator[Fault]:
    """Yield every fault in how the parts refer to each other."""
    for fault in (*_ids(file), *_frame(file), *_staff(file), *_people(file)):
        yield Fault(fault.text, file=name, sheet=fault.sheet, row=fault.row, column=fault.column)


def _ids(file: EventFile) -> Iterator[Fault]:
    for sheet in ("stations", "employers", "counsellors", "resources", "candidates"):
        parts = getattr(file, sheet)
        counts = Counter(part.id for part in parts)
        for row, part in enumerate(parts, 1):
            if counts[part.id] > 1:
                yield Fault(TWICE.filled(name=same(part.id)), sheet=sheet, row=row, column="id")


def _frame(file: EventFile) -> Iterator[Fault]:
    rounds = file.event.rounds
    for row, part in enumerate(rounds, 1):
        if part.end <= part.start:
            yield Fault(ORDER, sheet="rounds", row=row, column="end")
    for row, (earlier, later) in enumerate(zip(rounds, rounds[1:], strict=False), 2):
        if later.start < earlier.end:
            yield Fault(OVERLAP, sheet="rounds", row=row, column="start")
    if file.event.latest_end is not None and file.event.latest_end < max(part.end for part in rounds):
        yield Fault(ORDER, sheet="event", column="latest_end")


def _staff(file: EventFile) -> Iterator[Fault]:
    for row, station in enumerate(file.stations, 1):
        yield from _refer(file, "stations", row, "near", station.near, "stations")
    for row, employer in enumerate(file.employers, 1):
        yield from _refer(file, "employers", row, "stations", employer.stations, "stations")
        yield from _refer(file, "employers", row, "interest", employer.interest, "candidates")
        yield from _hours("employers", row, employer.available)
    resting = {kind.params["resource"] for kind in catalogue().values() if "max_run_min" in kind.params}
    for row, resource in enumerate(file.resources, 1):
        yield from _hours("resources", row, resource.available)
        if resource.kind in resting and resource.capacity > 1:
            yield Fault(REST, sheet="resources", row=row, column="capacity")
    for row, counsellor in enumerate(file.counsellors, 1):
        yield from _hours("counsellors", row, counsellor.available)
    for row, pin in enumerate(file.pins, 1):
        yield from _refer(file, "pins", row, "candidate", [pin.candidate], "candidates")
        yield from _refer(file, "pins", row, "employer", [pin.employer], "employers")
        yield from _refer(file, "pins", row, "station", [pin.station] if pin.station else [], "stations")


def _people(file: EventFile) -> Iterator[Fault]:
    for row, person in enumerate(file.candidates, 1):
        yield from _refer(file, "candidates", row, "counsellor", filter(None, [person.counsellor]), "counsellors")
        for column in ("wishes", "avoid_employers", "shares"):
            yield from _refer(file, "candidates", row, column, getattr(person, column), "employers")
        yield from _refer(file, "candidates", row, "avoid_candidates", person.avoid_candidates, "candidates")
        yield from _hours("candidates", row, person.available)
        if person.max_meetings < person.min_meetings:
            yield Fault(FEWER, sheet="candidates", row=row, column="max_meetings")
        yield from (Fault(text, sheet="candidates", row=row, column="needs") for text in _needs(file, person))


def _needs(file: EventFile, person: CandidatePart) -> Iterator[Text]:
    known = [need for need in person.needs if need.key in catalogue()]
    unknown = [need.key for need in person.needs if need.key not in catalogue()]
    yield from (UNKNOWN.filled(name=same(key), known=same("speeddate schema event")) for key in unknown)
    counts = Counter(need.key for need in known)
    yield from (TWICE.filled(name=same(key)) for key, count in counts.items() if count > 1)
    for need in known:
        yield from _params(need)
    extra = sum(int(_value(need, "extra_min")) for need in known)
    if min(part.end - part.start for part in file.event.rounds) + min(0, extra) < SHORTEST:
        yield SHORT


def _params(need: NeedPart) -> Iterator[Text]:
    allowed = OWN.get(need.key, set()) | catalogue()[need.key].params.keys()
    yield from (PARAM.filled(name=same(param)) for param in need.params if param not in allowed)
    if need.key == "time_window" and not {"from", "to"} & need.params.keys():
        yield WINDOW
    if need.key == "spoken_interpreter" and "lang" not in need.params:
        yield LANGUAGE


def _value(need: NeedPart, param: str) -> int:
    value = need.params.get(param, catalogue()[need.key].params.get(param, 0))
    return value if isinstance(value, int) else 0


def _hours(sheet: str, row: int, windows: list[tuple[int, int]]) -> Iterator[Fault]:
    if any(end <= start for start, end in windows):
        yield Fault(ORDER, sheet=sheet, row=row, column="available")


def _refer(file: EventFile, sheet: str, row: int, column: str, names: Iterable[str], known: str) -> Iterator[Fault]:  # noqa: PLR0913
    names = list(names)
    parts: list[Part] = getattr(file, known)
    ids = {part.id for part in parts}  # type: ignore[attr-defined]  # all of these lists have ids
    for name in dict.fromkeys(names):
        if name not in ids:
            text = UNKNOWN.filled(name=same(name), known=same(known))
            yield Fault(text, sheet=sheet, row=row, column=column)
        elif names.count(name) > 1:
            yield Fault(TWICE.filled(name=same(name)), sheet=sheet, row=row, column=column)
