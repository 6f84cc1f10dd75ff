"""Let through of a plan what somebody looks for: by words, and only what has to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from speeddate.domain.people import Candidate, Employer, Station
from speeddate.services.board.boards import Seat, Shown


@dataclass(frozen=True, slots=True)
class Sieve:
    """A plan, the words that are looked for in it, and whether only what has to be looked at is."""

    plan: Shown
    find: str = ""
    only: bool = False

    @property
    def stations(self) -> Sequence[Station]:
        """The places at which something is let through, or which are looked for themselves."""
        found = {seat.meeting.station for seat in self._seats(self.plan.seats)}
        whole = () if self.only else (each for each in self.plan.event.stations if self._named_place(each))
        found |= {each.id for each in whole}
        return [each for each in self.plan.event.stations if each.id in found or self._open]

    @property
    def employers(self) -> Sequence[Employer]:
        """The employers whose meetings are let through, or who are looked for themselves."""
        found = {seat.meeting.employer for seat in self._seats(self.plan.seats)}
        whole = () if self.only else (each for each in self.plan.event.employers if self._says(each.name or each.id))
        found |= {each.id for each in whole}
        return [each for each in self.plan.event.employers if each.id in found or self._open]

    @property
    def candidates(self) -> Sequence[Candidate]:
        """The candidates who are let through: also those without meetings have to be looked at."""
        found = {seat.meeting.candidate for seat in self._seats(self.plan.seats)}
        found |= {each.id for each in self.plan.without if self._says(self.plan.called(each.id))}
        return [each for each in self.plan.event.candidates if each.id in found or self._open]

    def of(self, **whose: str) -> Sequence[Seat]:
        """List the meetings of a candidate or an employer that are let through."""
        return self._seats(self.plan.of(**whose))

    def marks(self, seat: Seat) -> bool:
        """Tell whether the words are in the name of whoever sits there."""
        return bool(self.find) and self._says(seat.who)

    @property
    def _open(self) -> bool:
        return not self.find and not self.only

    def _seats(self, seats: Iterable[Seat]) -> Sequence[Seat]:
        return [seat for seat in seats if self._passes(seat)]

    def _passes(self, seat: Seat) -> bool:
        return (seat.wrong or seat.lacking or not self.only) and self._says(
            f"{seat.who}\n{seat.employer}\n{seat.station}"
        )

    def _named_place(self, station: Station) -> bool:
        return self._says(f"{station.name or station.id}\n{self.plan.hosts(station.id)}")

    def _says(self, words: str) -> bool:
        return self.find.casefold() in words.casefold()
