"""Answer one request at a time in a process: threads that take turns at every statement are all slower together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Semaphore
from typing import Any, Final

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
PATIENCE: Final = 0.25  # seconds: for many short answers; whoever is behind a long one goes ahead beside it


class InTurn:
    """An application that lets requests wait for each other, though never for long."""

    def __init__(self, app: Wsgi) -> None:
        self.app, self._turn = app, Semaphore()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer when it is this request's turn, or when it has waited long enough."""
        mine = self._turn.acquire(timeout=PATIENCE)
        try:
            return self.app(environ, start_response)
        finally:
            if mine:
                self._turn.release()
