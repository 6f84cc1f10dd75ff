"""Serve the pages with gunicorn: a few threads in a few processes, and no log of who asked for what."""

from __future__ import annotations

import gc
from typing import Any, Final

from flask import Flask
from flask_migrate import upgrade
from gunicorn.app.base import BaseApplication

from speeddate.services.access.offices import enrol
from speeddate.web.in_turn import InTurn
from speeddate.web.mailing import keep_sending
from speeddate.web.working import keep_working

THREADS: Final = 8
CONNECTIONS: Final = 40  # in one process: who comes when it has these is left to the others


def ready(app: Flask) -> None:
    """Bring the tables of the database up to date."""
    with app.app_context():
        upgrade()
        app.extensions["stored"].engine.dispose()


def serve(app: Flask, *, bind: str, processes: int) -> None:
    """Serve until somebody stops it."""
    many = {"workers": processes, "threads": THREADS, "worker_connections": CONNECTIONS}
    Server(app, {"bind": bind, "control_socket_disable": True} | many).run()


def link_for(app: Flask, **who: Any) -> str:
    """Enrol somebody, and give the link that signs them in."""
    with app.app_context():
        return f"{app.config['ADDRESS']}/enter/{enrol(app.extensions['stored'].session(), **who)}"


class Server(BaseApplication):
    """gunicorn, told everything by us and nothing by files or the command line."""

    def __init__(self, app: Flask, options: dict[str, Any]) -> None:
        self.app, self.options = app, options
        super().__init__()

    def load_config(self) -> None:
        """Set our options; the log tells of starts and failures only."""
        for name, value in ({"loglevel": "warning", "accesslog": None} | self.options).items():
            self.cfg.set(name, value)
        self.cfg.set("post_worker_init", lambda _: self._work_beside())

    def _work_beside(self) -> None:
        """Send mail and do jobs from this process, too, and let it finish a letter before it ends.

        What is loaded by now stays, and is never looked through for garbage: that would hold an answer up by a tenth of
        a second.
        """
        gc.freeze()
        stops = keep_sending(self.app), keep_working(self.app)
        self.cfg.set("worker_exit", lambda _server, _worker: [stop() for stop in stops])

    def load(self) -> Any:
        """Give the application, in the process that serves it."""
        return InTurn(self.app)
