"""Start the real server in a process group of its own, visit it by HTTP as web servers pass visits on, and end it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from asyncio import open_connection
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from email.message import Message
from http.client import BadStatusLine, HTTPConnection, parse_headers
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple
from urllib.parse import urlencode

from cryptography.fernet import Fernet
from sqlalchemy.orm import Session

from speeddate.web.factory import create_app
from speeddate.web.settings import read

HOST, HERE = "speeddate.example", "127.0.0.1"
SPEEDDATE = (sys.executable, "-c", "from speeddate.cli import main; main()")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
SOON = 30.0


class Answer(NamedTuple):
    """What a server has answered."""

    status: int
    location: str
    text: str


class Visitor:
    """Somebody with a browser of their own, behind a web server that speaks HTTPS for us."""

    def __init__(self, port: int) -> None:
        self.port, self.cookie, self.token = port, "", ""

    def ask(self, method: str, page: str, form: Mapping[str, str] | None = None) -> Answer:
        """Ask for a page, or send a form with the token of the last page that had one."""
        with closing(HTTPConnection(HERE, self.port, timeout=SOON)) as connection:
            connection.request(method, page, self._body(form), self._head)
            answer = connection.getresponse()
            return self._heard(answer.status, answer.headers, answer.read().decode())

    async def ask_along(self, method: str, page: str, form: Mapping[str, str] | None = None) -> Answer:
        """Ask likewise, beside hundreds of others: as threads they would use up what the server needs."""
        body = self._body(form) or ""
        head = "".join(f"{name}: {value}\r\n" for name, value in (self._head | {"Content-Length": len(body)}).items())
        reader, writer = await open_connection(HERE, self.port)
        with closing(writer):
            writer.write(f"{method} {page} HTTP/1.0\r\n{head}\r\n{body}".encode())
            answer = BytesIO(await reader.read())
        _, _, status = answer.readline().decode().partition(" ")
        if not status:
            raise BadStatusLine("")
        return self._heard(int(status[:3]), parse_headers(answer), answer.read().decode())

    @property
    def _head(self) -> dict[str, Any]:
        return {"Host": HOST, "Cookie": self.cookie} | FORM

    def _body(self, form: Mapping[str, str] | None) -> str | None:
        return None if form is None else urlencode(dict(form) | {"csrf_token": self.token})

    def _heard(self, status: int, head: Message, text: str) -> Answer:
        if given := head.get("Set-Cookie"):
            self.cookie = given.partition(";")[0]
        if found := TOKEN.search(text):
            self.token = found[1]
        return Answer(status, head.get("Location", ""), text)

    def come(self, key: str) -> Visitor:
        """Come in by a link."""
        self.ask("GET", f"/enter/{key}")
        self.ask("POST", f"/enter/{key}", {})
        return self

    def again(self) -> Visitor:
        """Open one more window of theirs."""
        window = Visitor(self.port)
        window.cookie, window.token = self.cookie, self.token
        return window


class Served:
    """The real server over a data folder, which stays when the server ends."""

    def __init__(self, folder: Path, database: str = "") -> None:
        with socket.socket() as any_port:
            any_port.bind(("127.0.0.1", 0))
            self.port = any_port.getsockname()[1]
        self.settings = {
            "SPEEDDATE_DATA": str(folder / "data"),
            "SPEEDDATE_SECRET": os.urandom(32).hex(),
            "SPEEDDATE_KEYS": Fernet.generate_key().decode(),
            "SPEEDDATE_ADDRESS": f"https://{HOST}",
            "SPEEDDATE_MAIL": "smtp://127.0.0.1:1",
            "SPEEDDATE_SENDER": f"post@{HOST}",
        } | ({"DATABASE_URL": database} if database else {})
        self.process: subprocess.Popen[bytes] | None = None

    @contextmanager
    def stored(self) -> Iterator[Session]:
        """Open the database that it serves."""
        app = create_app(read(self.settings))
        with app.app_context():
            yield app.extensions["stored"].session()
            app.extensions["stored"].session.remove()
            app.extensions["stored"].engine.dispose()

    def link(self, email: str, *roles: str) -> str:
        """Let somebody in, and give the key of their link."""
        words = [*SPEEDDATE, "user", email, "--office", "Hamar", *(word for role in roles for word in ("--role", role))]
        done = subprocess.run(words, env=os.environ | self.settings, check=True, capture_output=True, text=True)  # noqa: S603  # our own words
        return done.stdout.strip().rpartition("/")[2]

    def start(self) -> float:
        """Start it, and tell how many seconds it took until it answered."""
        began = monotonic()
        words = [*SPEEDDATE, "serve", "--bind", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(words, env=os.environ | self.settings, start_new_session=True)  # noqa: S603  # our own words
        while monotonic() - began < SOON:
            try:
                if Visitor(self.port).ask("GET", "/sign-in").status == 200:
                    return monotonic() - began
            except OSError:
                sleep(0.02)
        raise TimeoutError

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it, and all processes that it has started."""
        if self.process is not None:
            os.killpg(self.process.pid, how)
            self.process.wait()
            self.process = None
