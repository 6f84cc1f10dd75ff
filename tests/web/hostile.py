"""Send one file to the pages, in a process of its own that may take 10 seconds and no more; tell what came of it.

Called with the address to send to and the file. Prints as JSON: the status, the faults, what it took, what was kept.
"""

import json
import re
import resource
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import offices
from tests.web.conftest import app_in, enrolled, token

SECONDS = 10
ROOM = 3_000_000_000  # so that a bomb that goes off does not take the machine along


def main(where, path):
    with TemporaryDirectory() as folder:
        app = app_in(Path(folder))
        event, client = signed_in(app)
        page = where.format(event=event)
        content = Path(path).read_bytes()
        form = {"csrf_token": token(client, "/events"), "file": (BytesIO(content), Path(path).name)}
        kept = Path(folder, "speeddate.sqlite").read_bytes()
        answer = client.post(page, data=form, content_type="multipart/form-data")
        came = {
            "status": answer.status_code,
            "told": re.findall(r"<li>(?:<bdi>)?(.*?)(?:</bdi>)?</li>", answer.text, re.DOTALL),
            "megabytes": peak(),
            "written": Path(folder, "speeddate.sqlite").read_bytes() != kept,
        }
        sys.stdout.write(json.dumps(came))


def peak():
    """Read the most memory that this process has had, without what it inherited from whoever started it."""
    return int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1]) / 1000


def signed_in(app):
    """Make an office with the example evening, and come in as its organiser."""
    with app.app_context():
        key = enrolled(app, "organiser", "Hamar")
        session = app.extensions["stored"].session()
        evening = read_event(files.example("ta-sjansen"))
        event = events.add(session, offices.organiser_of(session, "Hamar"), evening)
    client = app.test_client()
    client.post(f"/enter/{key}", data={"csrf_token": token(client, f"/enter/{key}")})
    return event, client


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    main(*sys.argv[1:])
