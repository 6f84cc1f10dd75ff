"""When a plan is published anew, those whom it concerns are told that it was changed, and what is theirs of it."""

import re

import pytest
from sqlalchemy import select

from speeddate.domain.neutral import tells
from speeddate.services.handouts import printed
from speeddate.services.setup import frame
from speeddate.store.database import writing
from speeddate.store.jobs import latest_job
from speeddate.store.mail import MessageRow
from speeddate.store.offices import UserRow
from tests.printing.builders import text
from tests.web.conftest import PEOPLE
from tests.web.test_candidates import EVENING
from tests.web.test_own import press
from tests.web.versions import INSTEAD, again, half_an_hour_later, without

FIRST, SECOND = EVENING.candidates[:2]
FIRM, OTHER_FIRM = EVENING.employers[:2]
OWN = {"employer": "/my-meetings/plan", "counsellor": "/events/{}/my-evening", "candidate": "/me/plan"}


def letters(house):
    with house.app.app_context():
        return [(row.subject, row.text) for row in house.session().scalars(select(MessageRow))]


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        ("nb", "Planen er endret", "Hei. Noe i planen som gjelder deg, er endret. Logg inn og se hva som er nytt: "),
        ("nn", "Planen er endra", "Hei. Noko i planen som gjeld deg, er endra. Logg inn og sjå kva som er nytt: "),
        (
            "en",
            "The plan has been changed",
            "Hello. The plan has been changed in a way that concerns you. Sign in and see what is new: ",
        ),
    ],
)
def test_a_letter_about_a_changed_plan_says_so_and_leads_to_ones_own_evening(seated, language, subject, text):
    with seated.app.app_context(), writing(seated.session()):
        seated.session().get_one(UserRow, seated.user("counsellor")).language = language
    again(seated, without(FIRST.id))
    assert letters(seated) == [(subject, f"{text}http://localhost/events/{seated.event}/my-evening")]
    told = " ".join(letters(seated)[0])
    assert (tells(told), [name for name in PEOPLE if name in told]) == (False, [])


def come(house, role):
    return house.guest("candidates", FIRST.id)[0] if role == "candidate" else house.visit(role)


def read(house, role):
    return come(house, role).get(OWN[role].format(house.event)).text


def new(page):
    """Read what a page tells of what is new."""
    box = page.partition('id="new-1"')[2].partition("</section>")[0]
    return [line.replace("\xa0", " ") for line in re.findall("<bdi>(.*?)</bdi>", box)]


@pytest.mark.parametrize("role", OWN)
def test_each_reads_which_version_holds_and_when_it_was_published_and_of_a_first_nothing_more(seated, role):
    page = read(seated, role)
    assert re.search(
        r'class="stamp[^>]*>Versjon 1 (gjelder|gjeld)\. Publisert \w+ \d+\. \w+ 20\d\d, \d\d\.\d\d\.<', page
    )
    assert ("siden versjon" in page, "som i versjon" in page) == (False, False)


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("employer", "Sara: fra klokka 15.30 til 16.00."),
        ("counsellor", f"{FIRST.number} Sara: fra 15.30 til 16.00 hos {FIRM.name}."),
        ("candidate", f"Du skal møte {FIRM.name} klokka 16.00, ikkje klokka 15.30."),
    ],
)
def test_each_reads_what_is_new_to_them_since_the_version_before(seated, role, told):
    again(seated, half_an_hour_later(FIRST.id))
    page = read(seated, role)
    assert (new(page), "Versjon 2" in page) == ([told], True)


@pytest.mark.parametrize("role", ["employer", "candidate"])
def test_whoever_has_no_part_in_a_change_reads_that_nothing_is_new_and_nothing_of_it(seated, role):
    again(seated, half_an_hour_later(SECOND.id))
    page = read(seated, role)
    assert (new(page), re.search("Planen er den sam[m]?e her som i versjon 1", page) is not None) == ([], True)
    assert (OTHER_FIRM.name in page, SECOND.name in page) == (False, False)


def test_whoever_lost_their_only_meeting_reads_so_and_not_that_the_plan_is_not_ready(seated):
    again(seated, without(FIRST.id))
    assert new(read(seated, "employer")) == ["Sara: møtet klokka 15.30 er borte."]
    assert "Dere har ingen møter i planen nå." in read(seated, "employer")
    assert new(read(seated, "candidate")) == [
        f"Møtet ditt klokka 15.30 hos {FIRM.name} er borte, og du har ingen møte no. Snakk med rettleiaren din."
    ]


def test_a_candidate_from_whom_employers_are_hidden_reads_that_times_have_changed(house, monkeypatch):
    changed = r"Tidene dine er endra sidan versjon \d"
    monkeypatch.setattr(frame, "employers_hidden", lambda *_: True)
    again(house, half_an_hour_later(SECOND.id))
    told = [re.findall(changed, read(house, "candidate"))]
    again(house, half_an_hour_later(FIRST.id))
    page = read(house, "candidate")
    told.append(re.findall(changed, page))
    assert told == [[], ["Tidene dine er endra sidan versjon 2"]]
    assert ("Versjon 3 gjeld. Publisert" in page, FIRM.name in page) == (True, False)


@pytest.mark.parametrize(("role", "page"), [("employer", "/my-meetings"), ("counsellor", "/my-candidates")])
def test_a_changed_plan_is_told_in_short_to_those_whom_it_concerns_alone(seated, role, page):
    told = ["Planen er endret" in come(seated, role).get(page).text]
    again(seated, without(SECOND.id if role == "employer" else "K06"))
    told.append("Planen er endret" in come(seated, role).get(page).text)
    again(seated, half_an_hour_later(FIRST.id))
    told.append("Planen er endret" in come(seated, role).get(page).text)
    assert told == [False, False, True]


def test_what_is_done_instead_is_read_on_the_published_version_and_on_the_run_sheet(seated):
    again(seated, half_an_hour_later(FIRST.id))
    version = seated.visit("organiser").get(f"/events/{seated.event}/plan/versions/2").text
    sheet = seated.visit("host").get(f"/events/{seated.event}/run-sheet").text
    assert ("Dette gjør dere på en annen måte" in version, f"I stedet: {INSTEAD}" in version) == (True, True)
    assert ("Dette gjør vi i stedet" in sheet, sheet.count(INSTEAD)) == (True, 1)


def test_what_is_done_instead_is_printed_on_the_run_sheet(seated):
    again(seated, half_an_hour_later(FIRST.id))
    client = seated.visit("organiser")
    press(client, f"/events/{seated.event}/sheets/make")
    with seated.app.app_context():
        printed.print_all(seated.session(), latest_job(seated.session(), seated.event, "sheets").id)
    said = {
        name: INSTEAD in text(client.get(f"/events/{seated.event}/sheets/{name}.pdf").data)
        for name in ("run-sheet", "employer-E1", "check-in")
    }
    assert said == {"run-sheet": True, "employer-E1": False, "check-in": False}


@pytest.mark.parametrize("role", OWN)
def test_what_is_done_instead_stands_on_nobodys_own_page(seated, role):
    again(seated, half_an_hour_later(FIRST.id))
    assert INSTEAD not in read(seated, role)


def test_what_was_done_instead_in_an_earlier_version_is_not_read_where_nothing_is_broken_any_more(seated):
    again(seated, half_an_hour_later(FIRST.id))
    again(seated, lambda meetings: [each for each in meetings if each.candidate == "K05"])
    assert INSTEAD not in seated.visit("host").get(f"/events/{seated.event}/run-sheet").text


def compared(house, one, other):
    return house.visit("organiser").get(f"/events/{house.event}/plan/compare?one={one}&other={other}").text


def kept(page):
    return re.findall(r"<td[^>]*>([^<]*)</td>", re.search(r">Det som må holdes</th>(.*?)</tr>", page, re.DOTALL)[1])


def test_whoever_compares_plans_reads_what_each_does_not_keep_and_what_is_done_instead(seated):
    again(seated, half_an_hour_later(FIRST.id))
    again(seated, lambda meetings: [each for each in meetings if each.candidate == "K05"])
    page = compared(seated, "version-2", "version-3")
    told = page.partition(">Det som ikke blir holdt i Versjon 2</h2>")[2].partition("</ul>")[0]
    broken = told.count("<li>")
    assert kept(page) == [f"ikke holdt: {broken}", "alt blir holdt"]
    assert (told.count(f"I stedet: {INSTEAD}"), "blir holdt i Versjon 3" in page) == (broken, False)


def test_a_plan_compared_with_itself_keeps_as_much_as_itself(seated):
    one, other = kept(compared(seated, "version-1", "version-1"))
    assert one == other


def test_whoever_gets_no_letter_of_a_change_is_named_to_the_organiser_while_it_holds(seated):
    again(seated, without(FIRST.id))
    client, others = (
        seated.visit("organiser"),
        re.compile(r"Si selv fra til disse</h2>.*?<ul[^>]*>(.*?)</ul>", re.DOTALL),
    )
    shown = [client.get(f"/events/{seated.event}/plan/versions/{number}").text for number in (1, 2)]
    host = re.search(rf"{FIRST.name}</th>.*?<td[^>]*>.*?</td>\s*<td[^>]*>([^<]*)</td>", shown[0], re.DOTALL)[1]
    assert (others.search(shown[0]), re.findall(r"<li>(?:<bdi>)?([^<]*)", others.search(shown[1])[1])) == (None, [host])
