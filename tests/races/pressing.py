"""Press a button of a page at a server of its own, which is killed before a statement, or as soon as that is kept."""

import os
import signal
from multiprocessing import get_context
from typing import NamedTuple

from sqlalchemy import event
from sqlalchemy.orm import Session

from speeddate.web import create_app

WARM = get_context("forkserver")  # it loads everything once, and each server begins as a copy of it
WARM.set_forkserver_preload([__name__])
DONE = 302


class Press(NamedTuple):
    """What a browser sends when a button is pressed."""

    address: str
    fields: dict
    cookie: str


def at_server_killed_after(moments, settings, press):
    """Send it to a server that is killed when so many moments have passed, and tell how that ended."""
    server = WARM.Process(target=serve, args=(moments, settings, press))
    server.start()
    server.join()
    return server.exitcode


def serve(moments, settings, press):
    app, left = create_app(settings), iter(range(moments))

    def moment(*_):
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    with app.app_context():
        engine = app.extensions["stored"].engine
    for where, when in ((engine, "before_cursor_execute"), (engine, "commit"), (Session, "after_commit")):
        event.listen(where, when, moment)
    assert sent(app.test_client(use_cookies=False), press, buffered=True) == DONE


def sent(visitor, press, **how):
    """Send it, and give the status of the answer; what waits for the answer's end waits unless it is buffered."""
    return visitor.post(press.address, data=press.fields, headers={"Cookie": press.cookie}, **how).status_code
