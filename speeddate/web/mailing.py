"""Send waiting messages once the answer to what made them has gone out."""

from __future__ import annotations

from flask import Flask, Response, request

from speeddate.services.post import Carry, deliver


def send_after_answers(app: Flask, carry: Carry, sender: str) -> None:
    """Send after every change: what cannot be sent waits for the next one."""

    def send() -> None:
        with app.app_context():
            deliver(app.extensions["stored"].session(), carry, sender)

    @app.after_request
    def _send(answer: Response) -> Response:
        if request.method == "POST":
            answer.call_on_close(send)
        return answer
