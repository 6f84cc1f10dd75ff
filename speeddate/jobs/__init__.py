"""Work beside the pages: a queue that wakes whoever does it, and processes of their own for long and short pieces."""

from speeddate.jobs.apart import apart, idly
from speeddate.jobs.beside import Beside
from speeddate.jobs.queue import Queue

__all__ = ["Beside", "Queue", "apart", "idly"]
