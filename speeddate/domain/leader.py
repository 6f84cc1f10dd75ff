"""Tell whether somebody who knows the work comes to the meetings, or only somebody who hires."""

from __future__ import annotations

import re
from typing import Final

BETWEEN: Final = re.compile(r"[,;/&+]|\b(?:og|and)\b", re.IGNORECASE)
HIRES: Final = re.compile(r"\bHR\b|human resources|personal|personell?|rekrutter|recruit|bemanning", re.IGNORECASE)


def only_hires(role: str) -> bool:
    """Tell whether all the roles of a text are about hiring; `HR og verksmester` names a leader too."""
    parts = [part for part in BETWEEN.split(role) if part.strip()]
    return bool(parts) and all(HIRES.search(part) for part in parts)
