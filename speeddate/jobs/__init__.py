"""Work beside the pages: a queue that wakes whoever does it, and a process of its own for each piece."""

from speeddate.jobs.apart import apart
from speeddate.jobs.queue import Queue

__all__ = ["Queue", "apart"]
