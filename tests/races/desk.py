"""An organiser's desk: events with two drafts each, the button that publishes them, and what there is afterwards."""

from collections import Counter
from dataclasses import replace
from email import message_from_bytes
from time import sleep
from typing import NamedTuple

from sqlalchemy import select

from speeddate.domain.people import Counsellor
from speeddate.services import events
from speeddate.services.access import offices
from speeddate.services.board.drafts import Board
from speeddate.services.permissions import Guest, Where
from speeddate.services.plans import planning
from speeddate.services.registration import seats
from speeddate.services.versions import calendars, published
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.journal import EntryRow, broken
from speeddate.store.mail import MessageRow
from speeddate.store.plans import new_draft
from speeddate.store.tables import metadata
from tests.races.forms import fields
from tests.races.pressing import Press, sent
from tests.services.evenings import changed, evening
from tests.web.conftest import House, enrolled

COUNSELLORS = {"V1": "counsellor@hamar.example", "V2": "other@hamar.example"}
FOUR = evening(candidates=4, employers=2, counsellors=tuple(Counsellor(id=ref) for ref in COUNSELLORS))
EVENING = changed(changed(FOUR, "K02", counsellor="V2"), "K04", counsellor="V2")
LEFT_OUT = {"K01", "K02"}  # by the second draft: one whom each counsellor prepares
WRITTEN = {"published", "entry", "message"}
VISITS = "visit"  # when somebody was last here
OWN = ("UID", "DTSTAMP", "LAST-MODIFIED")  # what is another in each calendar
TRIES = 100


class Stand(NamedTuple):
    """What is published of an event, in words that are the same for all events that stand alike."""

    versions: tuple
    calendars: tuple
    noted: tuple
    broken: tuple


class Desk:
    """An organiser who is signed in, and two counsellors who get letters."""

    def __init__(self, app, settings):
        self.house, self.settings, self.visitor = House(app, "", ""), settings, app.test_client()
        with app.app_context():
            enrolled(app, "organiser", "Hamar")
            for email in COUNSELLORS.values():
                offices.enrol(self.house.session(), office="Hamar", email=email, name="", roles=["counsellor"])
            self.who = offices.organiser_of(self.house.session(), "Hamar")
        self.schedule = planning.plan(EVENING).schedule
        door = f"{settings.address}/enter/{self.house.link('organiser')}"
        self.visitor.post(door, data=fields(self.visitor.get(door).text))

    def event(self):
        """Begin an event with two drafts."""
        fewer = tuple(each for each in self.schedule.meetings if each.candidate not in LEFT_OUT)
        with self.house.app.app_context():
            session = self.house.session()
            made = events.add(session, self.who, EVENING)
            users = {ref: offices.user_id(session, email) for ref, email in COUNSELLORS.items()}
            seats.seat(session, self.who, made, users)
            with writing(session):
                for schedule in (self.schedule, replace(self.schedule, meetings=fewer)):
                    new_draft(session, made, self.who.id, "made", Board(schedule).content)
        return made

    def read(self, event, draft):
        """Read the page that publishes a draft, and give what its button sends."""
        page = f"{self.settings.address}/events/{event}/plan/{draft}/publish"
        held = fields(self.visitor.get(page).text)
        return Press(page, held, f"speeddate={self.visitor.get_cookie('speeddate', domain='127.0.0.1').value}")

    def press(self, press):
        """Press it here, give the status of the answer, and let all letters wait."""
        return sent(self.visitor, press)

    def stand(self, event):
        """See what is published, by connections of our own."""
        with self.house.app.app_context():
            self.house.app.extensions["stored"].engine.dispose()
            session = self.house.session()
            row = session.get_one(EventRow, event)
            numbers = [each.number for each in published.versions(session, self.who, row)]
            plans = [published.opened(session, self.who, row, number).schedule for number in numbers]
            noted = session.scalars(select(EntryRow.about).where(EntryRow.what == "plan published"))
            return Stand(
                tuple((plan.version, plan.meetings) for plan in plans),
                tuple(self._calendar(session, event, each.id) for each in EVENING.employers),
                tuple(about.partition(" ")[2] for about in noted if about.startswith(event)),
                tuple(broken(session)),
            )

    def _calendar(self, session, event, ref):
        who = Guest("test", "employers", Where(event, ref), "nb", knows_code=False)
        written = calendars.of_employer(session, who, "nb") or b""
        return tuple(line for line in written.decode().splitlines() if not line.startswith(OWN))

    def rest(self):
        """Read all that publishing shall leave as it is."""
        with self.house.app.app_context():
            tables = [each for each in metadata.sorted_tables if each.name not in {*WRITTEN, VISITS}]
            return {each.name: sorted(map(str, self.house.session().execute(select(each)))) for each in tables}

    def waiting(self):
        """Find the letters that wait, by their ids, and to whom."""
        with self.house.app.app_context():
            return {row.id: row.to for row in self.house.session().scalars(select(MessageRow))}

    def mailbox(self):
        """Read the letters that have gone out."""
        return [message_from_bytes(path.read_bytes()) for path in self.settings.data.glob("mail/*")]

    def letters(self):
        """Tell to whom there are letters, and how many: those that wait, and those that have gone out."""
        gone = {letter["Message-ID"][1:].partition("@")[0]: letter["To"] for letter in self.mailbox()}
        return Counter((self.waiting() | gone).values())

    def send(self):
        """Send all letters that wait, empty the mailbox, and tell who had how many there."""
        for _ in range(TRIES):
            self.house.app.extensions["post"]()
            if not self.waiting():
                break
            sleep(0.05)  # a database notices a little later that somebody who held a letter is dead
        got = Counter(letter["To"] for letter in self.mailbox())
        for path in self.settings.data.glob("mail/*"):
            path.unlink()
        return got
