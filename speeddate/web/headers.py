"""What every answer says to the browser: load nothing from elsewhere, run nothing inline, keep no copies."""

from __future__ import annotations

from typing import Final

from flask import Flask, Response, request

OURS_ONLY: Final = ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action")
POLICY: Final = "; ".join(
    ["default-src 'none'", *(f"{what} 'self'" for what in OURS_ONLY), "base-uri 'none'", "frame-ancestors 'none'"]
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HSTS: Final = "max-age=31536000; includeSubDomains"


def guard(app: Flask, *, production: bool) -> None:
    """Put the headers on every answer, errors too."""

    @app.after_request
    def _guarded(answer: Response) -> Response:
        answer.headers.extend(HEADERS)
        answer.headers["Cache-Control"] = "max-age=3600" if request.endpoint == "static" else "no-store"
        if production:
            answer.headers["Strict-Transport-Security"] = HSTS
        return answer
