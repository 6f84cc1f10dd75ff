"""A calendar program that takes in some of the files of an event, or all, shows the last plan and nothing else."""

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from speeddate.domain.catalogue import need
from speeddate.domain.people import Employer
from speeddate.exchange.appointments import Edition
from speeddate.exchange.calendar_file import write_calendar
from tests.printing.builders import COUNSELLORS, evening, plan
from tests.services.evenings import changed
from tests.services.test_changes import DRAWN

COMPANY = tuple(need(key) for key in ("met_at_door", "warm_up", "counsellor_in_room", "debrief"))
EVENING = changed(changed(evening(), "K01", needs=COMPANY), "K02", needs=COMPANY)
OWNERS = st.sampled_from([Employer(id="E1"), *COUNSELLORS])


def taken_in(program, file):
    """Put each entry in the place of one of the same name, unless that is newer."""
    for entry in Calendar.from_ical(file or b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n").walk("VEVENT"):
        known = program.get(str(entry["uid"]))
        if known is None or known["sequence"] <= entry["sequence"]:
            program[str(entry["uid"])] = entry
    return program


def shown(program):
    standing = (entry for entry in program.values() if entry["status"] == "CONFIRMED")
    return sorted((entry.start, entry.end, str(entry["uid"]), str(entry["summary"])) for entry in standing)


@given(plans=st.lists(st.tuples(DRAWN, st.booleans()), min_size=1, max_size=4), last=DRAWN, whose=OWNERS)
def test_the_last_plan_is_shown_whichever_of_the_files_were_taken_in(plans, last, whose):
    editions = [
        Edition(EVENING, plan(version=number, meetings=tuple(meetings), unmet=()))
        for number, meetings in enumerate([*(meetings for meetings, _ in plans), last], start=1)
    ]
    files = [
        write_calendar(edition, whose, "nn", secret=b"secret", earlier=editions[:number])
        for number, edition in enumerate(editions)
    ]
    program = {}
    for file, (_, taken) in zip(files[:-1], plans, strict=True):
        taken_in(program, file if taken else None)

    alone = write_calendar(editions[-1], whose, "nn", secret=b"secret")
    assert shown(taken_in(program, files[-1])) == shown(taken_in({}, alone))
