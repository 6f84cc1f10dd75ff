"""Lists of candidates and employers as files: a template, and the list, of which nothing is new when it comes in."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.web.listed import choose, home, send
from tests.web.test_candidates import EVENING, OWN

LANGUAGES = ("nb", "nn", "en")
ENDINGS = ("xlsx", "csv")
SAYS_THE_SAME = "Det er ingenting å hente inn"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("role", "kind"), [("organiser", "candidates"), ("counsellor", "candidates"), ("liaison", "employers")]
)
def test_a_list_that_comes_out_says_nothing_new_when_it_comes_in(seated, role, kind, ending, language):
    client = seated.visit(role)
    choose(client, language)
    out = client.get(f"{home(seated, kind)}/{kind}.{ending}")
    assert out.headers["Content-Disposition"] == f'attachment; filename="{kind}.{ending}"'
    choose(client, "nb")
    answer = send(client, seated, out.data, kind=kind)
    assert (answer.status_code, SAYS_THE_SAME in answer.text) == (200, True)


def test_what_they_need_comes_out_and_in_as_a_table_of_its_own(seated):
    client = seated.visit("counsellor")
    out = client.get(f"{home(seated)}/needs.csv").data
    assert SAYS_THE_SAME in send(client, seated, out).text
    mine = [each.id for each in EVENING.candidates if each.counsellor == OWN]
    rows = out.decode("utf-8-sig").splitlines()[1:]
    assert {row.split(";")[0] for row in rows} == {ref for ref in mine if EVENING.candidate[ref].needs}


def test_an_organisers_list_has_no_column_of_what_is_private(seated):
    out = seated.visit("organiser").get(f"{home(seated)}/candidates.xlsx").data
    book = load_workbook(BytesIO(out))
    assert [cell.value for cell in book["Kandidater"][1]] == [
        "Id", "Navn", "Nummer", "Veileder", "Ønsker", "Færrest møter", "Flest møter", "Språk", "Klar på kort varsel",
        "Vis nummer i stedet for navn",
    ]  # fmt: skip
    assert book.sheetnames == ["Slik gjør du", "Kandidater", "Veiledere", "Arbeidsgivere", "Lister"]


def test_a_counsellors_list_has_their_own_candidates_and_what_these_need(seated):
    out = seated.visit("counsellor").get(f"{home(seated)}/candidates.xlsx").data
    book = load_workbook(BytesIO(out))
    mine = [each.id for each in EVENING.candidates if each.counsellor == OWN]
    assert [row[0].value for row in book["Kandidater"].iter_rows(min_row=2)] == mine
    assert {row[0].value for row in book["Behov"].iter_rows(min_row=2)} <= set(mine)
    assert book.sheetnames == ["Slik gjør du", "Kandidater", "Behov", "Veiledere", "Lister"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_empty_and_offers_what_can_be_chosen(seated, language):
    client = seated.visit("counsellor")
    choose(client, language)
    answer = client.get(f"{home(seated)}/template.xlsx")
    book = load_workbook(BytesIO(answer.data))
    candidates, needs = book.worksheets[1:3]
    assert (candidates.max_row, needs.max_row) == (1, 1)
    assert len(candidates.data_validations.dataValidation) == 5
    assert send(client, seated, answer.data).status_code == 400


@pytest.mark.parametrize("kind", ["candidates", "employers"])
def test_the_template_as_csv_is_one_line_that_norwegian_spreadsheets_open(seated, kind):
    out = seated.visit("organiser").get(f"{home(seated, kind)}/template.csv").data
    assert out.startswith(b"\xef\xbb\xbfId;Navn;")
    assert out.count(b"\r\n") == 1
