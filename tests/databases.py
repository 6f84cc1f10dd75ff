"""Databases to try things on: SQLite in a file, and a PostgreSQL server of our own that is stopped afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

PROGRAMS = Path("/usr/lib/postgresql")


@contextmanager
def postgresql():
    """Run a server on loopback, and give the address of its database."""
    programs = max(PROGRAMS.glob("*/bin"), key=lambda path: int(path.parent.name))
    folder = Path(mkdtemp(prefix="speeddate-"))
    if os.geteuid() == 0:  # the server refuses to run as root
        os.chown(folder, *pwd.getpwnam("postgres")[2:4])
    port = free_port()
    settings = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -p {port}"
    run(programs / "initdb", "-D", folder / "data", "-A", "trust", "-U", "postgres", "-E", "UTF8")
    run(programs / "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-o", settings, "-w", "start")
    try:
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        run(programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(folder)


def run(*command):
    as_other = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
    subprocess.run([*as_other, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/")


def free_port():
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]
