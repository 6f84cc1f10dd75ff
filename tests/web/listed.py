"""Send a list of candidates or employers, and press the button below what it would do."""

import re
from io import BytesIO

from tests.web.conftest import token


def home(house, kind="candidates"):
    return f"/events/{house.event}/{kind}"


def send(client, house, content, *, ending="", kind="candidates"):
    """Send a list, and get what it would do."""
    body = content.encode() if isinstance(content, str) else content
    name = f"list.{ending}" if ending else "list.xlsx" if body.startswith(b"PK") else "list.csv"
    form = {"csrf_token": token(client, "/events"), "file": (BytesIO(body), name)}
    return client.post(f"{home(house, kind)}/import", data=form, content_type="multipart/form-data")


def sealed(shown):
    return re.search(r'name="sealed" value="([^"]*)"', shown.text)[1]


def confirm(client, house, shown, *, kind="candidates", text=""):
    """Press the button below what a list would do."""
    form = {"csrf_token": token(client, "/events"), "sealed": text or sealed(shown)}
    return client.post(f"{home(house, kind)}/import", data=form)


def faults(answer):
    return re.findall(r"<li><bdi>(.*?)</bdi></li>", answer.text)


def choose(client, language):
    client.post("/language", data={"csrf_token": token(client), "speak": language, "page": "/"})


def packed(book):
    written = BytesIO()
    book.save(written)
    return written.getvalue()
