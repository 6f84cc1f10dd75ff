"""A kept sheet is outdated when what it says has changed, and what is taken back is on none that is kept."""

import re
from contextlib import contextmanager
from dataclasses import replace
from secrets import token_hex
from shutil import copytree

import pytest

from speeddate.domain.catalogue import need
from speeddate.domain.people import Candidate, Counsellor
from speeddate.services import parts
from speeddate.services.access import offices
from speeddate.services.board import drafts
from speeddate.services.handouts import printed, printouts, standing
from speeddate.services.permissions import RefusedError, Where
from speeddate.services.registration import consents, withdrawal
from speeddate.services.registration.consents import About
from speeddate.services.versions import publishing
from speeddate.services.versions.published import held
from speeddate.store.database import writing
from speeddate.store.events import EventRow, part_row
from speeddate.store.offices import UserRow
from speeddate.store.published import add_version, latest_version, version_content
from speeddate.store.seal import new_key, seal_of
from speeddate.store.sheets import SheetRow, sheets_of
from tests.printing.builders import pages
from tests.services.evenings import evening
from tests.services.published import MARIT, begun, letter
from tests.services.test_printouts import make
from tests.web.conftest import app_in

STAMP = re.compile(r"Versjon \d+ · [^·]* · ")
KEYS = {"K01": "no_handshake", "K02": "pause_any_time", "K03": "time_to_answer", "K04": "own_notes"}
NAMES = {"K01": "Askeladd", "K02": "Bamsefar", "K03": "Cirkeline", "K04": "Dunderkl"}
TOLD = {ref: need(key).told(30)["nb"] for ref, key in KEYS.items()}
STAFF = (Counsellor(id="V1", name="Berit"), Counsellor(id="V2", name="Nils"))
GUESTS = tuple(
    Candidate(
        id=ref,
        name=NAMES[ref],
        counsellor="V1" if ref in {"K01", "K02"} else "V2",
        needs=(need(key, "helps"),),
        shares={"E1": (key,), "E2": (key,)},
        strengths=f"{NAMES[ref]} kan mye.",
    )
    for ref, key in KEYS.items()
)
EVENING = replace(evening(employers=2, rounds=2, counsellors=STAFF), candidates=GUESTS)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Make an organiser's event with a published plan, and all its sheets, once."""
    folder, keys = tmp_path_factory.mktemp("made"), (new_key(),)
    with opened(folder, keys) as (app, session):
        office = begun(app, session, EVENING)
        version = drafts.opened(session, office[1], row(office), 1)[1].version
        publishing.publish(session, office[1], office[2], (1, version), letter)
        make(office)
        return folder, keys, office[2]


@pytest.fixture
def office(made, tmp_path):
    """Give a session, an organiser and that event, with all its sheets."""
    folder, keys, event = made
    copytree(folder, tmp_path / "copy")
    with opened(tmp_path / "copy", keys) as (_, session):
        yield session, offices.organiser_of(session, "Hamar"), event


@contextmanager
def opened(folder, keys):
    app = app_in(folder, keys=keys)
    with app.app_context():
        yield app, app.extensions["stored"].session()
        app.extensions["stored"].session.remove()
        app.extensions["stored"].engine.dispose()


def publish_again(office):
    """Publish the same plan under another number."""
    session, who, event = office
    with writing(session):
        content = version_content(session, latest_version(session, event))
        add_version(session, event, 2, who.id, 1, content | {"number": 2, "secret": token_hex()})


def row(office):
    session, _, event = office
    return session.get_one(EventRow, event)


def said(office):
    """Read what each file that is kept says, but for when it was printed and of which version."""
    session, _, event = office
    rows = [each for each in sheets_of(session, event, whole=True) if not each.recalled]
    return {each.name: STAMP.sub("", " ".join(pages(seal_of(session).open_bytes(each.body)))) for each in rows}


def outdated(office):
    session, _, event = office
    return standing.outdated(session, row(office), sheets_of(session, event))


def put(office, list_, ref, **fields):
    """Change a part of the event, past all pages."""
    session, _, _ = office
    with writing(session):
        part = part_row(session, row(office), list_, ref)
        seen = parts.kept(session, part)
        parts.replace(session, row(office), part, parts.Kept(fields, seen.version))


def answer(office, ref, yes, *employers):
    session, _, event = office
    marit, where = offices.visitor_of(session, MARIT), Where(event, ref)
    version = consents.questions(session, marit, where)[0].kept.version
    answers = {About(employer, KEYS[ref]): yes for employer in employers}
    consents.answer(session, marit, where, version, answers, recall=standing.recall)


def leave(office, ref, how=withdrawal.withdraw):
    session, _, event = office
    how(session, offices.visitor_of(session, MARIT), Where(event, ref), recall=standing.recall)


def met_by(office, ref):
    session, _, _ = office
    return next(m.employer for m in held(session, row(office)).schedule.meetings if m.candidate == ref)


CHANGES = {
    "another name": lambda office: put(office, "candidates", "K03", name="Englefjes"),
    "own words": lambda office: put(office, "candidates", "K03", strengths="Baker brød."),
    "a line about an employer": lambda office: put(office, "employers", "E2", line="Vi selger ski."),
    "somebody else to call": lambda office: put(office, "counsellors", "V2", phone="900 00 009"),
    "another language": lambda office: put(office, "candidates", "K04", language="nn"),
    "who may not meet": lambda office: put(office, "candidates", "K04", avoid_candidates=["K01"]),
    "the same plan again": publish_again,
}
GOING = {
    "one yes": lambda office: answer(office, "K01", False, met_by(office, "K01")),  # noqa: FBT003
    "every yes": lambda office: answer(office, "K02", False, "E1", "E2"),  # noqa: FBT003
    "a place": lambda office: leave(office, "K01"),
    "everything": lambda office: leave(office, "K02", withdrawal.erase),
    "a mistake": lambda office: withdrawal.remove(*office[:2], Where(office[2], "K02"), recall=standing.recall),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_sheet_is_outdated_where_it_would_say_something_else_and_nowhere_else(office, change):
    before = said(office)
    change(office)
    old = outdated(office)
    make(office)
    now = said(office)
    assert old == {name for name in before if before[name] != now.get(name)}
    assert ("print-all.pdf" in old) == any(name.startswith(tuple(standing.FOR_ALL)) for name in old)
    assert outdated(office) == frozenset()


def test_only_who_is_called_something_else_and_those_who_meet_them_need_new_sheets(office):
    CHANGES["own words"](office)
    others = {"candidate-K01.pdf", "candidate-K02.pdf", "candidate-K04.pdf", "counsellor-V1.pdf", "timetable.pdf"}
    assert ("candidate-K03.pdf" in outdated(office), outdated(office) & others) == (True, set())


def test_a_sheet_of_somebody_who_is_not_in_the_plan_is_outdated(office):
    session, _, _ = office
    with writing(session):
        session.query(SheetRow).filter(SheetRow.name == "candidate-K01.pdf").update({"ref": "K99"})
    assert outdated(office) == {"candidate-K01.pdf"}


def test_sheets_stay_as_they_are_when_whoever_made_them_chooses_another_language(office):
    session, who, _ = office
    with writing(session):
        session.get_one(UserRow, who.id).language = "nn"
    assert outdated(office) == frozenset()
    make(office)
    assert outdated(office) == frozenset()


@pytest.mark.parametrize("going", GOING.values(), ids=GOING)
def test_what_is_kept_after_something_is_taken_back_says_what_would_be_said_now_and_all_of_that_is_kept(office, going):
    before = said(office)
    going(office)
    left = said(office)
    make(office)
    now = said(office)
    assert left == {name: told for name, told in before.items() if now.get(name) == told}
    assert left.keys() < before.keys()


@pytest.mark.parametrize("going", ["a place", "everything", "a mistake"])
def test_no_kept_sheet_names_who_has_left(office, going):
    ref = "K01" if going == "a place" else "K02"
    assert NAMES[ref] in " ".join(said(office).values())
    GOING[going](office)
    assert [word for word in (NAMES[ref], TOLD[ref]) if word in " ".join(said(office).values())] == []
    assert "candidate-" not in {each.name[:10] for each in sheets_of(office[0], office[2]) if each.ref == ref}


def test_no_kept_sheet_says_a_sentence_to_an_employer_who_may_not_be_told_it_any_more(office):
    employer = met_by(office, "K01")
    named = {f"employer-{employer}.pdf", "print-all.pdf"}
    assert {name for name, told in said(office).items() if TOLD["K01"] in told} >= named
    answer(office, "K01", False, employer)  # noqa: FBT003
    assert [name for name, told in said(office).items() if TOLD["K01"] in told and name in named] == []


def test_a_sheet_that_was_outdated_before_goes_too_since_it_may_say_what_is_taken_back(office):
    put(office, "candidates", "K01", shares={})
    assert TOLD["K01"] in " ".join(said(office).values())
    answer(office, "K01", False, "E1", "E2")  # noqa: FBT003
    assert [name for name, told in said(office).items() if TOLD["K01"] in told] == []


def test_who_takes_a_yes_back_takes_no_sheet_from_others(office):
    employer = met_by(office, "K01")
    before = set(said(office))
    GOING["one yes"](office)
    assert before - set(said(office)) <= {
        f"employer-{employer}.pdf",
        "print-all.pdf",
        "candidate-K01.pdf",
        "counsellor-V1.pdf",
    }


def test_a_yes_takes_no_sheet_away(office):
    put(office, "candidates", "K01", shares={})
    make(office)
    before = said(office)
    answer(office, "K01", True, "E1", "E2")  # noqa: FBT003
    assert said(office) == before
    assert f"employer-{met_by(office, 'K01')}.pdf" in outdated(office)


def test_an_organiser_is_told_what_to_collect_until_new_sheets_are_made(office):
    session, who, _ = office
    employer = met_by(office, "K01")
    GOING["one yes"](office)
    gone = [each.name for each in printouts.listed(session, who, row(office)) if each.recalled]
    assert gone == [f"employer-{employer}.pdf", "print-all.pdf"]
    for name in gone:
        with pytest.raises(RefusedError):
            printouts.opened(session, who, row(office), name)
    assert printouts.owed(session, who, row(office)) == "old_sheets"
    make(office)
    assert [each.name for each in printouts.listed(session, who, row(office)) if each.recalled] == []
    assert printouts.owed(session, who, row(office)) == ""


def test_who_withdraws_while_sheets_are_made_is_on_none_of_them(office, monkeypatch):
    print_sheets = printed.print_sheets

    def meanwhile(*given, **how):
        if held(office[0], row(office)).event.candidate.get("K01"):
            leave(office, "K01")
        return print_sheets(*given, **how)

    monkeypatch.setattr(printed, "print_sheets", meanwhile)
    make(office)
    assert NAMES["K01"] not in " ".join(said(office).values())


def test_whoever_recalls_without_knowing_which_sheets_say_what_deletes_them_all(office):
    session, _, event = office
    withdrawal.withdraw(session, offices.visitor_of(session, MARIT), Where(event, "K01"))
    assert sheets_of(session, event) == []
