"""Calendars of employers and counsellors, as calendar programs read them."""

import datetime as dt
from dataclasses import replace
from itertools import product

import pytest
from icalendar import Calendar

from speeddate.domain.catalogue import catalogue, need
from speeddate.domain.people import Counsellor, Employer, Station
from speeddate.domain.text import LANGUAGES
from speeddate.exchange.appointments import Edition
from speeddate.exchange.calendar_file import write_calendar
from tests.printing.builders import COUNSELLORS, MEETINGS, SARA, evening, meeting, plan
from tests.services.evenings import changed

BAKERY = Employer(id="E1")
V1, V2 = COUNSELLORS
COMPANY = tuple(need(key) for key in ("met_at_door", "warm_up", "counsellor_in_room", "debrief"))
EVENING = changed(evening(), "K01", needs=COMPANY)
NEUTRAL = {
    "nb": ["Ved inngangen", "Samtale, Plass 1", "Møte, Plass 1", "Samtale, Plass 1"],
    "nn": ["Ved inngangen", "Samtale, Plass 1", "Møte, Plass 1", "Samtale, Plass 1"],
    "en": ["At the entrance", "Talk, Plass 1", "Meeting, Plass 1", "Talk, Plass 1"],
}


def edition(*, event=EVENING, **changes):
    return Edition(event, plan(**changes))


def written(now=None, whose=BAKERY, language="nb", *, secret=b"secret", earlier=()):
    return write_calendar(now or edition(), whose, language, secret=secret, earlier=earlier)


def entries(*args, **more):
    return Calendar.from_ical(written(*args, **more)).walk("VEVENT")


def facts(*args, **more):
    """Read when each entry is, by the clock at the event, what it says, and whether it stands."""
    zone = dt.timezone(dt.timedelta(hours=1))
    return [
        (f"{e.start.astimezone(zone):%H:%M}", f"{e.end.astimezone(zone):%H:%M}", str(e["summary"]), str(e["status"]))
        for e in entries(*args, **more)
    ]


def uids(*args, **more):
    return [str(entry["uid"]) for entry in entries(*args, **more)]


def test_an_employer_reads_when_and_where_each_of_their_meetings_is():
    assert facts() == [
        ("16:10", "16:55", "Møte, Plass 1", "CONFIRMED"),
        ("17:05", "17:35", "Møte, Plass 1", "CONFIRMED"),
        ("17:40", "18:10", "Møte, Plass 1", "CONFIRMED"),
    ]


def test_a_counsellor_reads_where_to_be_before_in_and_after_a_meeting():
    assert facts(whose=V1) == [
        ("15:55", "16:00", "Ved inngangen", "CONFIRMED"),
        ("16:00", "16:10", "Samtale, Plass 1", "CONFIRMED"),
        ("16:10", "16:55", "Møte, Plass 1", "CONFIRMED"),
        ("16:55", "17:05", "Samtale, Plass 1", "CONFIRMED"),
    ]


def test_a_counsellor_on_a_meeting_is_there_also_when_no_need_is_known_to_ask():
    gone = replace(evening(), candidates=())
    assert facts(edition(event=gone), V1) == [("16:10", "16:55", "Møte, Plass 1", "CONFIRMED")]


def test_two_needs_for_one_meeting_are_one_entry():
    both = changed(evening(), "K01", needs=(need("counsellor_in_room", "helps"), need("counsellor_opens")))
    assert facts(edition(event=both), V1) == [("16:10", "16:55", "Møte, Plass 1", "CONFIRMED")]


def test_nobody_gets_a_calendar_without_appointments():
    assert written(whose=Counsellor(id="V9")) is None


def test_an_entry_holds_these_properties_and_no_other():
    first = entries(edition(version=3))[0]
    assert {name: value.to_ical().decode() for name, value in first.items()} == {
        "UID": uids()[0],
        "SEQUENCE": "3",
        "DTSTAMP": "20270201T110000Z",
        "DTSTART": "20270210T151000Z",
        "DTEND": "20270210T155500Z",
        "SUMMARY": "Møte\\, Plass 1",
        "LOCATION": "Eksempelgata 11\\, Prøveby",
        "STATUS": "CONFIRMED",
        "CLASS": "PRIVATE",
    }


def test_a_calendar_says_who_made_it_and_that_it_is_published():
    calendar = Calendar.from_ical(written())
    assert dict(calendar) == {"VERSION": "2.0", "PRODID": "-//speeddate//calendar//NO", "METHOD": "PUBLISH"}


def test_the_same_plan_gives_the_same_bytes_in_any_order_of_its_meetings():
    shuffled = edition(meetings=tuple(reversed(MEETINGS)))
    assert written(shuffled) == written()


def test_lines_end_and_fold_as_calendar_programs_want_them():
    long = written(edition(event=replace(EVENING, venue="Æ" * 200)))
    lines = long.split(b"\r\n")
    assert (max(map(len, lines)) <= 75, b"\n" in b"".join(lines), lines[-1]) == (True, False, b"")


@pytest.mark.parametrize(
    "made_at", ["", "i går", "2027-02-10", "0001-01-01T00:00:00+14:00", "2027-02-10T00:00:00+01:00"]
)
def test_a_plan_that_does_not_say_well_when_it_was_made_is_stamped_at_all(made_at):
    stamp = entries(edition(made_at=made_at))[0]["dtstamp"].dt
    assert stamp == dt.datetime(2027, 2, 9, 23, tzinfo=dt.UTC)


def test_a_later_plan_replaces_the_entries_of_an_earlier():
    moved = (meeting("K01", "E1", "P1", "17:05", "17:50", people=("V1",)), *MEETINGS[1:])
    later = edition(version=4, meetings=moved)

    assert set(uids(later)) == set(uids())
    assert {int(entry["sequence"]) for entry in entries(later, earlier=[edition()])} == {4}
    assert set(uids(later, V1)) == set(uids(whose=V1))


def test_a_counsellor_at_the_door_is_moved_with_whichever_meeting_is_the_first():
    greeted = changed(evening(), "K03", needs=(need("met_at_door"),))
    swapped = (*MEETINGS[:2], meeting("K03", "E1", "P1", "15:30", "16:00"), MEETINGS[3])
    later = edition(event=greeted, version=4, meetings=swapped)

    found = facts(later, V2, earlier=[edition(event=greeted)])
    assert found == [("15:15", "15:20", "Ved inngangen", "CONFIRMED")]


def test_a_meeting_that_is_gone_is_cancelled():
    later = edition(version=4, meetings=MEETINGS[1:])
    found = facts(later, earlier=[edition()])

    assert found[0] == ("16:10", "16:55", "Møte, Plass 1", "CANCELLED")
    assert [each[3] for each in found[1:]] == ["CONFIRMED", "CONFIRMED"]


def test_whoever_missed_a_plan_is_told_of_what_was_cancelled_before_and_where_it_last_was():
    moved = (meeting("K01", "E1", "P1", "15:30", "16:15"),)
    plans = [edition(version=2, meetings=moved), edition(version=1), edition(version=3, meetings=())]
    found = entries(edition(version=4, meetings=()), earlier=plans)

    assert [(int(e["sequence"]), str(e["status"]), f"{e.start:%H:%M}") for e in found] == [
        (4, "CANCELLED", "14:30"),
        (4, "CANCELLED", "16:05"),
        (4, "CANCELLED", "16:40"),
    ]


def test_a_meeting_that_comes_back_stands_again():
    plans = [edition(version=1), edition(version=2, meetings=())]
    assert {each[3] for each in facts(edition(version=3), earlier=plans)} == {"CONFIRMED"}


def test_a_candidate_handed_over_leaves_the_calendar_of_the_first_counsellor():
    handed = changed(EVENING, "K01", counsellor="V2")
    after = (replace(MEETINGS[0], people=("V2",)), *MEETINGS[1:])
    later = edition(event=handed, version=4, meetings=after)

    assert {each[3] for each in facts(later, V1, earlier=[edition()])} == {"CANCELLED"}
    assert {each[3] for each in facts(later, V2, earlier=[edition()])} == {"CONFIRMED"}


def test_what_is_gone_from_the_event_is_cancelled_all_the_same():
    nobody = replace(EVENING, candidates=(), stations=(), employers=(), counsellors=())
    found = facts(Edition(nobody, plan(version=4, meetings=())), earlier=[Edition(nobody, plan())])
    assert found[0] == ("16:10", "16:55", "Møte", "CANCELLED")


def test_entries_are_of_one_event_owner_and_secret():
    others = (
        uids(edition(event=replace(EVENING, id="annet"))),
        uids(secret=b"other"),
        uids(whose=Counsellor(id="E1"), now=edition(meetings=(replace(MEETINGS[0], people=("E1",)),))),
    )
    assert [set(uids()) & set(other) for other in others] == [set()] * 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_neutral_in_each_language(language):
    assert [each[2] for each in facts(whose=V1, language=language)] == NEUTRAL[language]


@pytest.mark.parametrize(("language", "expected"), [("nb", "plass 1"), ("nn", "plass 1"), ("en", "place 1")])
def test_a_station_without_a_neutral_name_goes_by_its_number(language, expected):
    for name in ("", "Samtalerom Nav 2", " \u202e\n"):
        event = replace(EVENING, stations=(Station(id="P1", name=name),), employers=EVENING.employers[:1])
        assert {str(e["summary"]).split(", ")[1] for e in entries(edition(event=event), language=language)} == {
            expected
        }


@pytest.mark.parametrize(
    ("venue", "expected"),
    [
        ("NAV Hamar, Grønnegata 11, Hamar", "Grønnegata 11, Hamar"),
        ("Nav-kontoret\r\nGrønnegata 11", "Grønnegata 11"),
        ("Grønnegata 11;Hamar\x00 \x07sentrum\u202e", "Grønnegata 11, Hamar sentrum"),
        ("A\r\nATTENDEE:mailto:a@example.org\r\nEND:VEVENT", "A, ATTENDEE:mailto:a@example.org, END:VEVENT"),
        ("\ud800Storgata\u00ad 1\\n2", "Storgata 1\\n2"),
        ("Navarsgate 1", "Navarsgate 1"),
    ],
)
def test_a_place_is_written_on_one_line_without_what_shows_the_office(venue, expected):
    found = entries(edition(event=replace(EVENING, venue=venue)))
    assert {(str(entry["location"]), "attendee" in entry, len(found)) for entry in found} == {(expected, False, 3)}


def test_a_place_of_which_nothing_may_show_is_left_out():
    assert ["location" in entry for entry in entries(edition(event=replace(EVENING, venue="NAV Hamar")))] == [False] * 3


@pytest.mark.parametrize(("language", "whose"), list(product(LANGUAGES, [BAKERY, V1, V2])))
def test_no_calendar_holds_a_need_a_name_a_number_or_the_office(language, whose):
    needs = tuple(need(key) for key in catalogue() if key != "video_meeting")
    event = changed(evening(), "K01", needs=needs, number="987654")
    content = (written(edition(event=event), whose, language) or b"").decode().replace("\r\n ", "").casefold()

    people = [*(c.name.split()[0] for c in event.candidates), *(v.name for v in COUNSELLORS), SARA.name]
    ids = [*(c.id for c in event.candidates), "E1", "E2", "V1", "V2", "T1", event.id]
    firms = [employer.name for employer in event.employers]
    labels = [kind.label[each] for kind in catalogue().values() for each in LANGUAGES]
    texts = [*people, *firms, *labels, event.name, "987654", "nav ", "veileder", "rettleiar", "counsellor", "tolk"]
    lines = [line for line in content.splitlines() if not line.startswith(("uid:", "dt"))]
    assert [word for word in texts if word.casefold() in content] == []
    assert [each for each in ids if any(each.casefold() in line for line in lines)] == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2026, 10, 24), ["13:30", "14:10", "15:00", "15:40"]),
        (dt.date(2026, 10, 25), ["14:30", "15:10", "16:00", "16:40"]),
        (dt.date(2027, 3, 27), ["14:30", "15:10", "16:00", "16:40"]),
        (dt.date(2027, 3, 28), ["13:30", "14:10", "15:00", "15:40"]),
    ],
)
def test_meetings_are_when_the_clocks_at_the_event_say_also_on_days_when_these_change(day, expected):
    meetings = tuple(meeting(f"K0{n}", "E1", "P1", *span) for n, span in enumerate(SPANS, start=1))
    found = entries(edition(event=replace(EVENING, date=day), meetings=meetings))

    assert [f"{entry.start:%H:%M}" for entry in found] == expected
    assert {entry.end - entry.start for entry in found} == {dt.timedelta(minutes=30)}


SPANS = (("15:30", "16:00"), ("16:10", "16:40"), ("17:00", "17:30"), ("17:40", "18:10"))


@pytest.mark.parametrize("day", [dt.date(2026, 10, 25), dt.date(2027, 3, 28)])
def test_a_meeting_while_the_clocks_change_lasts_as_long_as_planned(day):
    night = (meeting("K01", "E1", "P1", "01:45", "03:15"),)
    found = entries(edition(event=replace(EVENING, date=day), meetings=night))
    assert found[0].end - found[0].start == dt.timedelta(minutes=90)


def test_meetings_elsewhere_are_by_the_clocks_there():
    away = replace(EVENING, timezone="America/New_York")
    assert f"{entries(edition(event=away))[0].start:%H:%M %Z}" == "21:10 UTC"
