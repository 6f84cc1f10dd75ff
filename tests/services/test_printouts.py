"""Sheets are made beside the pages, handed out to each what is theirs, and never outlive what they say."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from speeddate.services import errands
from speeddate.services.access import offices
from speeddate.services.board import drafts, solved
from speeddate.services.handouts import printed, printouts
from speeddate.services.parts import Kept
from speeddate.services.permissions import RefusedError
from speeddate.services.setup import frame
from speeddate.services.versions import publishing
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.jobs import JobRow
from speeddate.store.journal import EntryRow
from speeddate.store.sheets import SheetRow, forget_sheets
from tests.services.published import MARIT, letter, office_in

ORGANISERS = {"timetable", "run-sheet", "check-in", "contacts", "signs", "badges", "feedback", "employer"}


@pytest.fixture
def office(tmp_path):
    """Give a session, an organiser and their small event, whose plan is published."""
    with office_in(tmp_path) as (session, who, event):
        version = drafts.opened(session, who, session.get_one(EventRow, event), 1)[1].version
        publishing.publish(session, who, event, (1, version), letter)
        yield session, who, event


def row(office):
    session, _, event = office
    return session.get_one(EventRow, event)


def make(office):
    session, who, event = office
    job = printouts.ask(session, who, event)
    printed.print_all(session, job)
    return job


def move(office):
    """Hold the evening somewhere else."""
    session, who, event = office
    seen = frame.opened(session, who, row(office))
    frame.change(session, who, event, Kept(seen.content | {"venue": "Storgata 900 (oppdiktet)"}, seen.version))


def kinds(office, who):
    return {each.kind for each in printouts.listed(office[0], who, row(office))}


def pages(pdf):
    """Read the pages of a file, without their numbers below."""
    return [page.extract_text().splitlines()[:-1] for page in PdfReader(BytesIO(pdf)).pages]


def test_sheets_that_were_asked_for_are_made(office):
    session, who, _ = office
    assert (printouts.stand(session, who, row(office)), printouts.listed(session, who, row(office))) == (None, [])
    make(office)
    stand = printouts.stand(session, who, row(office))
    assert (stand.state, stand.made) == ("done", len(session.scalars(select(SheetRow)).all()))
    assert {each.outdated for each in printouts.listed(session, who, row(office))} == {False}


def test_each_gets_what_is_theirs_to_hand_out(office):
    session, who, _ = office
    make(office)
    counsellor = offices.visitor_of(session, MARIT)
    assert kinds(office, who) == {*ORGANISERS, "print-all"}
    assert kinds(office, counsellor) == {"counsellor", "candidate"}


def test_a_counsellor_gets_nothing_of_other_counsellors(office):
    session, _, _ = office
    make(office)
    with writing(session):
        session.query(SheetRow).filter(SheetRow.ref == "K01").update({"ref": "K99"})
    counsellor = offices.visitor_of(session, MARIT)
    with pytest.raises(RefusedError):
        printouts.opened(session, counsellor, row(office), "candidate-K01.pdf")
    assert printouts.opened(session, counsellor, row(office), "candidate-K02.pdf").startswith(b"%PDF")


def test_an_organiser_gets_no_candidates_own_sheets(office):
    session, who, _ = office
    make(office)
    with pytest.raises(RefusedError):
        printouts.opened(session, who, row(office), "candidate-K01.pdf")
    with ZipFile(BytesIO(printouts.packed(session, who, row(office)))) as pack:
        assert {name.partition("-")[2].removesuffix(".pdf") for name in pack.namelist()} == ORGANISERS


def test_an_organiser_prints_all_that_is_theirs_from_one_file(office):
    session, who, event = office
    make(office)
    files = [name.name for name in printouts.listed(session, who, row(office)) if name.kind != "print-all"]
    each = [pages(printouts.opened(session, who, row(office), name)) for name in files]
    whole = printouts.opened(session, who, row(office), "print-all.pdf")
    assert pages(whole) == [page for sheet in each for page in sheet]
    last = session.scalars(select(EntryRow).order_by(EntryRow.number.desc()).limit(1)).one()
    assert (last.what, last.about) == ("sheets taken", event)


def test_only_an_organiser_gets_all_in_one_file(office):
    session, who, _ = office
    make(office)
    for person in (offices.visitor_of(session, MARIT), replace(who, roles=frozenset({"host"}))):
        with pytest.raises(RefusedError):
            printouts.opened(session, person, row(office), "print-all.pdf")


def test_a_sheet_says_the_version_of_its_plan(office):
    session, who, _ = office
    make(office)
    pdf = PdfReader(BytesIO(printouts.opened(session, who, row(office), "check-in.pdf")))
    assert "Versjon 1" in pdf.pages[0].extract_text()


def test_who_takes_a_sheet_is_noted(office):
    session, who, event = office
    make(office)
    printouts.opened(session, who, row(office), "employer-E1.pdf")
    printouts.packed(session, who, row(office))
    last = session.scalars(select(EntryRow).order_by(EntryRow.number.desc()).limit(2)).all()
    assert [(each.what, each.about) for each in last] == [("sheets taken", event), ("sheet printed", f"{event} E1")]


def test_sheets_of_an_event_that_is_held_somewhere_else_are_marked(office):
    session, who, _ = office
    make(office)
    move(office)
    old = {each.name for each in printouts.listed(session, who, row(office)) if each.outdated}
    assert {"timetable.pdf", "run-sheet.pdf", "employer-E1.pdf", "print-all.pdf"} <= old


def test_without_a_published_plan_there_is_nothing_to_print(tmp_path):
    with office_in(tmp_path) as (session, who, event):
        assert printouts.ask(session, who, event) is None
        assert printouts.packed(session, who, session.get_one(EventRow, event)) is None


def test_sheets_that_are_asked_for_twice_are_made_once(office):
    session, who, event = office
    assert printouts.ask(session, who, event) == printouts.ask(session, who, event)


def test_sheets_are_not_taken_where_the_event_changes_meanwhile(office, monkeypatch):
    session, who, _ = office
    print_sheets = printed.print_sheets

    def meanwhile(*given, **how):
        move(office)
        return print_sheets(*given, **how)

    monkeypatch.setattr(printed, "print_sheets", meanwhile)
    make(office)
    assert (printouts.stand(session, who, row(office)).state, session.scalars(select(SheetRow)).all()) == ("stale", [])


def test_a_printer_that_dies_is_told_of(office):
    session, who, event = office
    errands.fail(session, printouts.ask(session, who, event))
    assert printouts.stand(session, who, row(office)).state == "failed"


def test_no_job_is_done_as_one_of_another_kind(office):
    session, who, event = office
    job = printouts.ask(session, who, event)
    solved.solve(session, job)
    assert session.get_one(JobRow, job).state == "waiting"


def test_files_that_are_forgotten_are_gone(office):
    session, _, event = office
    make(office)
    with writing(session):
        forget_sheets(session, event)
    assert session.scalars(select(SheetRow)).all() == []
