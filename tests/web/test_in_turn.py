"""A process answers one request at a time, and nobody waits long behind a slow one."""

from threading import Event, Thread

from speeddate.web import in_turn
from speeddate.web.in_turn import InTurn


def test_a_request_waits_while_another_is_answered(monkeypatch):
    monkeypatch.setattr(in_turn, "PATIENCE", 60)
    said, begun, go_on = [], Event(), Event()

    def answer(environ, _):
        said.append(f"{environ['name']} begins")
        begun.set()
        go_on.wait()
        said.append(f"{environ['name']} ends")

    app = InTurn(answer)
    first = Thread(target=app, args=({"name": "first"}, None))
    first.start()
    begun.wait()
    second = Thread(target=app, args=({"name": "second"}, None))
    second.start()
    go_on.set()
    first.join()
    second.join()
    assert said == ["first begins", "first ends", "second begins", "second ends"]


def test_whoever_is_behind_a_slow_one_goes_ahead_beside_it(monkeypatch):
    monkeypatch.setattr(in_turn, "PATIENCE", 0.01)
    begun, go_on = Event(), Event()

    def answer(environ, _):
        if environ["slow"]:
            begun.set()
            go_on.wait()

    app = InTurn(answer)
    slow = Thread(target=app, args=({"slow": True}, None))
    slow.start()
    begun.wait()
    app({"slow": False}, None)
    go_on.set()
    slow.join()
