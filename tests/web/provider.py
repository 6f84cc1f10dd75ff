"""An OpenID provider on loopback, which knows some people and keeps what it was asked for codes with."""

import logging
import warnings
from contextlib import contextmanager
from threading import Thread

from flask import request
from werkzeug.serving import make_server

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import oidc_provider_mock


@contextmanager
def provider_on(port, people, asked):
    """Serve it, and give its address; people are told of by their address, with whether that is verified."""
    users = [
        oidc_provider_mock.User(sub=email, claims={"email": email, "email_verified": verified})
        for email, verified in people.items()
    ]
    app = oidc_provider_mock.app(user_claims=users, require_nonce=True)

    @app.before_request
    def _kept():

        if request.path.endswith("/token"):
            asked.append(request.form.to_dict())

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("localhost", port, app, threaded=True)
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://localhost:{port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
