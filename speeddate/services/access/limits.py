"""How often somebody may try a door: few times for each account, often for each address, where whole offices sit."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum, auto
from typing import Final

from speeddate.store.attempts import Limit

ACCOUNT: Final = Limit("password", 5, timedelta(minutes=15))
ADDRESS: Final = Limit("password from", 100, timedelta(minutes=15))
LINKS: Final = Limit("link from", 100, timedelta(minutes=15))
ASKED: Final = Limit("ask from", 120, timedelta(minutes=1))


class Refusal(Enum):
    """Why somebody was not let in, as far as they are told."""

    WRONG = auto()
    TOO_MANY = auto()
