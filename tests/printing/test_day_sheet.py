"""What a day sheet keeps when it must be brief."""

from dataclasses import replace

from speeddate.domain.catalogue import need
from speeddate.printing.blocks import Bullets, Paragraph
from speeddate.printing.guest import Guest
from speeddate.printing.kinds.day_meeting import how_it_goes, your_meeting
from speeddate.printing.kinds.day_support import arranged, you_choose
from speeddate.printing.words import Voice
from tests.printing.builders import JON, SARA, evening, plan


def brief(candidate=SARA, language="nb", **more):
    meetings = tuple(meeting for meeting in plan(**more).meetings if meeting.candidate == candidate.id)
    return Guest(
        event=evening(), candidate=candidate, meetings=meetings, missed=frozenset(), voice=Voice(language), brief=True
    )


def words(blocks):
    lines = []
    for block in blocks:
        lines += [block.line] if isinstance(block, Paragraph) else block.lines if isinstance(block, Bullets) else []
    return ["".join(run.text for run in line) for line in lines]


def test_who_else_comes_is_told_although_nothing_was_agreed():
    alone = replace(SARA, needs=(need("counsellor_in_room"),), shares={})
    assert "Også i rommet: en tolk og en veileder" in words(arranged(brief(alone)))
    assert "Ingenting." not in words(arranged(brief(alone)))


def test_whoever_agreed_to_something_reads_how_to_take_it_back():
    assert words(arranged(brief()))[-1] == "Du kan ombestemme deg. Si fra til Berit."
    assert words(arranged(brief(replace(SARA, shares={}))))[-1] != "Du kan ombestemme deg. Si fra til Berit."


def test_what_one_can_say_stands_in_quotes_after_what_leads_to_it():
    assert words(you_choose(brief()))[-1] == (
        "Dette kan du si: «Det vil jeg helst ikke snakke om.» «Jeg har hatt en pause fra jobb. Nå er jeg klar.»"
    )
    assert words(you_choose(brief(language="en")))[-1].startswith("You can say: “")


def test_whoever_goes_by_a_number_reads_that_they_need_say_no_more():
    assert "I døra sier du bare nummeret ditt: 12." in words(your_meeting(brief(JON)))
    assert not [line for line in words(your_meeting(brief())) if "nummeret ditt" in line]


def test_the_parts_of_a_meeting_follow_its_real_length():
    (meeting,) = brief().meetings
    short = replace(brief(), meetings=(replace(meeting, end=meeting.start + 20),))
    assert words(how_it_goes(short))[:4] == [
        "De forteller om jobben i 3 minutter.",
        "Du forteller om deg selv i 7 minutter.",
        "Så er det spørsmål i 7 minutter.",
        "Til slutt sier de hva som skjer videre. Det tar 3 minutter.",
    ]
