"""Will it be possible at all? What there is of an event against what its people need, before anybody is invited."""

from __future__ import annotations

from speeddate.services.setup.feasibility.feasibility import Feasibility, Shortage, feasibility

__all__ = ["Feasibility", "Shortage", "feasibility"]
