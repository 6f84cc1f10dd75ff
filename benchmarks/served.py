"""Start the real server in a process group of its own, visit it by HTTP as web servers pass visits on, and end it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple
from urllib.parse import urlencode

from cryptography.fernet import Fernet

HOST = "speeddate.example"
SPEEDDATE = (sys.executable, "-c", "from speeddate.cli import main; main()")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
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
        body = urlencode(dict(form) | {"csrf_token": self.token}) if form is not None else None
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SOON)
        connection.request(method, page, body, {"Host": HOST, "Cookie": self.cookie} | FORM)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        if given := answer.getheader("Set-Cookie"):
            self.cookie = given.partition(";")[0]
        if found := re.search(r'name="csrf_token"[^>]*value="([^"]+)"', text):
            self.token = found[1]
        return Answer(answer.status, answer.getheader("Location") or "", text)

    def come(self, key: str) -> Visitor:
        """Come in by a link."""
        self.ask("GET", f"/enter/{key}")
        self.ask("POST", f"/enter/{key}", {})
        return self


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
