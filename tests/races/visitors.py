"""People who come to a server by HTTP, several at once, and how often they do: seldom, unless all is asked for."""

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import requests

from tests.races.forms import fields


def times(few, all_of_them):
    """Tell how often to try: `SPEEDDATE_PROOFS=full` asks for the number that is promised."""
    return all_of_them if os.environ.get("SPEEDDATE_PROOFS") == "full" else few


class Visitor:
    """Somebody with a browser of their own."""

    def __init__(self, address):
        self.address, self.session = address, requests.Session()

    def come(self, key, code=None):
        """Come in by a link, and give the code where one is needed."""
        self.send(f"/enter/{key}")
        if code:
            self.send("/me/code", code=code)
        return self

    def look(self, page):
        return self.session.get(self.address + page, timeout=60)

    def post(self, page, form):
        return self.session.post(self.address + page, data=form, allow_redirects=False, timeout=60)

    def send(self, page, **filled):
        """Fill in the form of a page, and send it."""
        return self.post(page, fields(self.look(page).text) | filled)


def at_once(deeds):
    """Let everybody do their own thing in the same moment, and give what came of each."""
    ready = Barrier(len(deeds))

    def run(deed):
        ready.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))
