"""Send waiting messages: at once after what made them, and again later where they could not be sent."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread
from typing import Final

from flask import Flask, Response, request

from speeddate.services.post import Carry, deliver

log = logging.getLogger("speeddate.post")
SECONDS_BETWEEN: Final = 60
GATHER: Final = 0.5  # seconds in which changes, that may have made letters, are looked at together
LONGEST_LETTER: Final = 25  # somewhat less than a process is given to end


def send_after_answers(app: Flask, carry: Carry, sender: str) -> None:
    """Send when an answer to a change has gone out."""

    def send() -> None:
        with app.app_context():
            deliver(app.extensions["stored"].session(), carry, sender)

    app.extensions["post"] = send

    @app.after_request
    def _send(answer: Response) -> Response:
        if request.method == "POST":
            answer.call_on_close(app.extensions["post"])
        return answer


def keep_sending(app: Flask, *, every: float = SECONDS_BETWEEN) -> Callable[[], None]:
    """Send from a thread of its own, since a slow mail server shall keep nobody waiting; give what ends it."""
    send, wake, over = app.extensions["post"], Event(), Event()
    app.extensions["post"] = wake.set

    def run() -> None:
        while not over.is_set():
            try:
                send()
            except Exception as error:  # noqa: BLE001  # whatever it is, messages must go out when it is over
                log.error("sending failed: %s", type(error).__name__)  # noqa: TRY400  # the text of it may name people
            wake.wait(every)
            over.wait(GATHER)
            wake.clear()

    def stop() -> None:
        over.set()
        wake.set()
        sender.join(LONGEST_LETTER)

    sender = Thread(target=run, name="post", daemon=True)
    sender.start()
    return stop
