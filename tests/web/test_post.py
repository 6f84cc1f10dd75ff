"""Messages go out by a real mail server: each once, in whole, and later when it cannot be now."""

import logging
import ssl
import subprocess
from datetime import timedelta
from email import message_from_bytes, policy
from smtplib import SMTPException
from time import sleep

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from sqlalchemy import func, select, update

from speeddate.services import post
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.mail import MessageRow
from speeddate.web import mailing
from tests.databases import free_port
from tests.web.conftest import app_in

SENDER = "post@speeddate.example"
TEXT = "Hei Ærlend!\n\nDu skal møte opp klokka 16.10 – velkommen. Čáppa beaivi.\n"


class Postbox:
    """What a mail server has taken; it can be told what to answer."""

    def __init__(self):
        self.letters, self.answers = [], {}

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if refusal := self.answers.get("rcpt"):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if refusal := self.answers.get("data"):
            return refusal
        self.letters.append((session.ssl is not None, envelope))
        return "250 OK"

    async def handle_QUIT(self, server, session, envelope):  # noqa: N802
        return self.answers.get("quit", "221 Bye")

    @property
    def read(self):
        return [message_from_bytes(envelope.content, policy=policy.default) for _, envelope in self.letters]


@pytest.fixture
def box():
    return Postbox()


@pytest.fixture
def serve(box):
    """Run mail servers on loopback, and give the host and port of each."""
    running = []

    def run(**how):
        server = Controller(box, hostname="127.0.0.1", port=free_port(), **how)
        server.start()
        running.append(server)
        return f"127.0.0.1:{server.port}"

    yield run
    for server in running:
        server.stop()


@pytest.fixture
def secret(tmp_path, monkeypatch):
    """Make a certificate for loopback, and trust it when asked to."""
    pem, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    name = ("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
    command = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *name, "-keyout", key)
    subprocess.run([*command, "-out", pem], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem, key)
    return context, lambda: monkeypatch.setenv("SSL_CERT_FILE", str(pem))


@pytest.fixture
def session(tmp_path):
    app = app_in(tmp_path)
    with app.app_context():
        session = app.extensions["stored"].session()
        yield session
        session.close()
        app.extensions["stored"].engine.dispose()


def wait(session, *addresses, text=TEXT):
    """Put messages in the outbox."""
    with writing(session):
        session.add_all(MessageRow(to=each, subject="Møtet ditt – plass 3", text=text) for each in addresses)


def later(session):
    """Let the time pass until everything that waits is due."""
    with writing(session):
        session.execute(update(MessageRow).values(due_at=now() - timedelta(seconds=1)))


def waiting(session):
    session.rollback()
    return session.scalars(select(func.count()).select_from(MessageRow)).one()


def test_a_message_arrives_as_it_was_written(session, serve, box):
    wait(session, "kari@example.org")
    assert post.deliver(session, post.by_server(f"smtp://{serve()}"), SENDER) == 1
    (letter,) = box.read
    assert letter.get_content().splitlines() == TEXT.splitlines()
    assert (letter["From"], letter["To"], letter["Subject"]) == (SENDER, "kari@example.org", "Møtet ditt – plass 3")
    assert letter.get_content_type() == "text/plain"
    assert abs(letter["Date"].datetime - now()) < timedelta(minutes=1)
    assert letter["Message-ID"].endswith("@speeddate.example>")
    assert letter["Auto-Submitted"] == "auto-generated"


def test_what_was_sent_is_in_the_outbox_no_more(session, serve):
    wait(session, "kari@example.org", "ola@example.org")
    post.deliver(session, post.by_server(f"smtp://{serve()}"), SENDER)
    assert waiting(session) == 0


def test_each_message_goes_to_its_own_address_alone(session, serve, box):
    wait(session, "kari@example.org", "ola@example.org")
    post.deliver(session, post.by_server(f"smtp://{serve()}"), SENDER)
    assert [envelope.rcpt_tos for _, envelope in box.letters] == [["kari@example.org"], ["ola@example.org"]]


def test_nothing_is_sent_twice(session, serve, box):
    carry = post.by_server(f"smtp://{serve()}")
    wait(session, "kari@example.org")
    assert [post.deliver(session, carry, SENDER) for _ in range(3)] == [1, 0, 0]
    assert len(box.letters) == 1


def test_a_server_that_takes_a_message_and_then_is_rude_gets_it_once(session, serve, box):
    box.answers["quit"] = "421 Shutting down"
    carry = post.by_server(f"smtp://{serve()}")
    wait(session, "kari@example.org")
    post.deliver(session, carry, SENDER)
    assert (len(box.letters), waiting(session)) == (1, 0)


def test_a_server_that_is_down_gets_the_message_when_it_is_up(session, serve, box):
    wait(session, "kari@example.org")
    assert post.deliver(session, post.by_server(f"smtp://127.0.0.1:{free_port()}"), SENDER) == 0
    carry = post.by_server(f"smtp://{serve()}")
    assert post.deliver(session, carry, SENDER) == 0  # not due yet
    later(session)
    assert post.deliver(session, carry, SENDER) == 1
    assert len(box.letters) == 1


def test_a_server_that_is_down_is_asked_once_however_much_waits(session):
    asked = []

    def down(_):
        asked.append(1)
        raise ConnectionRefusedError

    wait(session, "kari@example.org", "ola@example.org", "per@example.org")
    post.deliver(session, down, SENDER)
    assert (len(asked), waiting(session)) == (1, 3)


@pytest.mark.parametrize("step", ["rcpt", "data"])
def test_a_message_that_is_refused_waits_and_keeps_nobody_elses(session, serve, box, step):
    box.answers[step] = "451 Try later"
    carry = post.by_server(f"smtp://{serve()}")
    wait(session, "kari@example.org")
    post.deliver(session, carry, SENDER)
    box.answers.clear()
    wait(session, "ola@example.org")
    assert post.deliver(session, carry, SENDER) == 1
    later(session)
    assert post.deliver(session, carry, SENDER) == 1
    assert [letter["To"] for letter in box.read] == ["ola@example.org", "kari@example.org"]


def test_it_keeps_its_id_however_often_it_is_tried(session):
    tried = []

    def down(letter):
        tried.append(letter["Message-ID"])
        raise SMTPException

    wait(session, "kari@example.org")
    for _ in range(3):
        post.deliver(session, down, SENDER)
        later(session)
    assert (len(tried), len(set(tried))) == (3, 1)


def test_the_pauses_grow_and_after_two_days_it_is_given_up(session):
    def down(_):
        raise ConnectionRefusedError

    wait(session, "kari@example.org")
    pauses = []
    while waiting(session):
        post.deliver(session, down, SENDER)
        due = session.scalars(select(MessageRow.due_at)).first()
        pauses.append(due - now() if due else timedelta())
        later(session)
    assert len(pauses) == post.MOST_TRIES
    assert pauses[0] < timedelta(minutes=6)
    assert timedelta(days=1) < sum(pauses, timedelta()) < timedelta(days=4)


def test_an_address_that_is_none_holds_up_nobody(session, serve, box):
    wait(session, "kari\r\nBcc: all@example.org", "ola@example.org")
    post.deliver(session, post.by_server(f"smtp://{serve()}"), SENDER)
    assert [letter["To"] for letter in box.read] == ["ola@example.org"]


def test_a_password_with_signs_in_it_is_told_to_the_server(session, serve, box):
    told = []

    def signed(server, session, envelope, mechanism, login):
        told.append((login.login, login.password))
        return AuthResult(success=True)

    where = serve(authenticator=signed, auth_require_tls=False)
    wait(session, "kari@example.org")
    post.deliver(session, post.by_server(f"smtp://post%40x:p%2Fw%21@{where}"), SENDER)
    assert told == [(b"post@x", b"p/w!")]
    assert len(box.letters) == 1


@pytest.mark.parametrize("scheme", ["smtp", "smtp+tls"])
def test_a_server_that_offers_secrecy_is_spoken_to_in_secret(session, serve, box, secret, scheme):
    context, trust = secret
    trust()
    wait(session, "kari@example.org")
    post.deliver(session, post.by_server(f"{scheme}://{serve(tls_context=context)}"), SENDER)
    assert [hidden for hidden, _ in box.letters] == [True]


@pytest.mark.parametrize("scheme", ["smtp", "smtp+tls"])
def test_a_server_with_a_false_certificate_gets_neither_password_nor_message(session, serve, box, secret, scheme):
    context, _ = secret
    told = []
    where = serve(tls_context=context, authenticator=lambda *said: told.append(said), auth_require_tls=False)
    wait(session, "kari@example.org")
    post.deliver(session, post.by_server(f"{scheme}://me:secret@{where}"), SENDER)
    assert (told, box.letters, waiting(session)) == ([], [], 1)


def test_secrecy_that_is_asked_for_and_not_offered_ends_it(session, serve, box):
    wait(session, "kari@example.org")
    post.deliver(session, post.by_server(f"smtp+tls://{serve()}"), SENDER)
    assert (box.letters, waiting(session)) == ([], 1)


def test_the_log_names_nobody_and_quotes_nothing(session, serve, box, caplog):
    caplog.set_level(logging.DEBUG)
    box.answers["rcpt"] = "550 <kari@example.org> Sara unknown"
    wait(session, "kari@example.org", text="Sara")
    post.deliver(session, post.by_server(f"smtp://{serve()}"), SENDER)
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("speeddate")]
    assert ours == ["a message waits: SMTPRecipientsRefused"]


def test_what_waits_goes_out_by_itself_where_the_pages_are_served(tmp_path):
    app = app_in(tmp_path)
    with app.app_context():
        wait(app.extensions["stored"].session(), "kari@example.org")
    sent = tmp_path / "mail"
    stop = mailing.keep_sending(app, every=0.05)
    for _ in range(200):
        if sent.exists():
            break
        sleep(0.05)
    stop()
    assert len(list(sent.iterdir())) == 1
