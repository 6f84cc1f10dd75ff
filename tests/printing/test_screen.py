"""Sheets as web pages say what the paper says, to eyes and ears."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from speeddate.domain.text import LANGUAGES
from speeddate.printing import blocks as b
from speeddate.printing.drafts import drafts
from speeddate.printing.fitting import made
from speeddate.printing.press import Press
from speeddate.printing.screen import fragment, html
from speeddate.printing.sheet import Page, Sheet
from speeddate.printing.sheets import SEPARATE
from tests.printing.builders import PRINTED_AT, evening, plan, printed, text

VOID = {"meta", "img"}


class Read(HTMLParser):
    """Read a page: its words, its tags with their attributes, and what was left open."""

    def __init__(self, page):
        super().__init__()
        self.words, self.tags, self.open, self.faults = [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        if not {"style", "title"} & set(self.open):
            self.words.append(data)


def sheets(language="nb", **more):
    press = Press(more.get("event") or evening(), plan(), language, "nb", "standard", PRINTED_AT)
    return {draft.id: made(draft) for kind in SEPARATE for draft in drafts(press, kind)}


def letters(words):
    """Leave nothing but letters and digits, so that it does not matter how lines are broken and points are marked."""
    return "".join(re.findall(r"\w", words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole_and_holds_no_script_and_no_style_of_its_own(language):
    for sheet in sheets(language).values():
        read = Read(html(sheet))
        assert (read.open, read.faults) == ([], [])
        assert [tag for tag, attrs in read.tags if tag == "script" or "style" in attrs or "onclick" in attrs] == []
        assert read.tags[0] == ("html", {"lang": language})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_what_the_paper_says(language):
    paper = printed(language=language, kinds=("run-sheet", "contacts", "employer", "badges"))
    shown = sheets(language)
    for name, pdf in paper.items():
        said = sorted(set(re.findall(r"\w{3,}", " ".join(Read(html(shown[name.removesuffix(".pdf")])).words))))
        heard = letters(text(pdf))
        assert [word for word in said if word not in heard] == []


def test_no_level_of_headings_is_skipped_and_one_names_the_whole():
    for sheet in sheets().values():
        levels = [int(tag[1]) for tag, _ in Read(html(sheet)).tags if re.fullmatch(r"h\d", tag)]
        assert levels.count(1) == 1
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_tables_name_their_columns_and_rows():
    tags = [(tag, attrs.get("scope")) for tag, attrs in Read(html(sheets()["run-sheet"])).tags if tag in {"th", "tr"}]
    rows = [group for group in " ".join(f"{tag}:{scope}" for tag, scope in tags).split("tr:None ") if group]
    assert (rows[0].split(), set(rows[1:-1])) == (["th:col"] * 5, {"th:row "})


def test_each_cell_says_what_it_stands_under_so_that_rows_can_be_stacked():
    tags = Read(html(sheets()["check-in"])).tags
    heads = [attrs["data-head"] for _, attrs in tags if "data-head" in attrs]
    columns = ["Nummer", "Fornavn", "Kommer klokka", "Sted", "Gjør dette", "Er kommet"]
    assert (heads[:6], len(heads)) == (columns, 6 * [tag for tag, _ in tags].count("tr") - 6)
    assert {tag: attrs["role"] for tag, attrs in tags if "role" in attrs} == {
        "table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "rowheader", "td": "cell",
    }  # fmt: skip


def test_a_cell_that_spans_others_is_followed_by_what_stands_under_the_next():
    head, row = (b.Cell((b.plain(words),)) for words in "ab"), (b.Cell((b.plain("x"),), span=2), b.Cell(()))
    table = b.Table(head=(*head, b.Cell((b.plain("c"),))), rows=(row,), widths=(1, 1, 1))
    sheet = Sheet(title="", language="nb", pages=(Page((table,)),), numbered=lambda page, pages: "")
    assert [attrs["data-head"] for _, attrs in Read(html(sheet)).tags if "data-head" in attrs] == ["a", "c"]


def test_markup_in_words_is_text():
    words = "<script>alert(1)</script> & <b>Sara</b>"
    sheet = Sheet(
        title=words, language="nb", pages=(Page((b.Paragraph((b.Run(words), b.Run(words, strong=True))),)),),
        numbered=lambda page, pages: "",
    )  # fmt: skip
    read = Read(html(sheet))
    assert "".join(read.words).strip() == words * 2
    assert "script" not in {tag for tag, _ in read.tags}


def test_signs_and_pictures_are_told_in_words():
    sign = b.Sign("blue", "star", "blå, stjerne")
    blocks = (
        b.Banner(("Plass 1", "Bakeri"), sign),
        b.Image(b"\x89PNG", 2, 3, "Kart til torget"),
        b.Image(b"\xff\xd8", 2, 3, "Bilde av Kari"),
        b.Code("https://example.org/me", "Koden åpner siden din."),
        b.Cards(((b.strong("Kari"), b.plain("Bakeri")),)),
        b.Beside((b.Heading("Til venstre"),), (b.Bullets((b.plain("a"),), "quote"),)),
    )
    sheet = Sheet(title="", language="nb", pages=(Page(blocks),), numbered=lambda page, pages: "")
    told = [attrs.get("aria-label") or attrs.get("alt") for _, attrs in Read(html(sheet)).tags]
    assert [words for words in told if words] == [
        "blå, stjerne", "Kart til torget", "Bilde av Kari", "Koden åpner siden din. https://example.org/me",
    ]  # fmt: skip


def said(page):
    return " ".join(" ".join(Read(page).words).split())


def test_an_employers_page_has_the_meetings_and_no_slips_to_tear_off():
    sheet = sheets()["employer-E1"]
    there = ("Møte 1 av 3", "Også i rommet", "Svarlapp etter møtet ·", "Gi lappen til verten")
    paper, page = said(html(sheet)), said(fragment(sheet))
    assert [words in paper for words in there] == [True, True, True, True]
    assert [words in page for words in there] == [True, True, False, False]


def test_on_a_page_there_is_nothing_to_tick_and_no_line_to_write_on():
    pages = {name: fragment(sheet) for name, sheet in sheets().items()}
    pens = ("☐", 'class="write"', 'class="tick"', 'class="box cut"')
    assert [(name, pen) for name, page in pages.items() for pen in pens if pen in page] == []


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("run-sheet", {"☐", "Klart"}), ("check-in", {"☐", "Er", "kommet"}), ("counsellor-V1", set()),
        ("candidate-K02", set()),
    ],
)  # fmt: skip
def test_a_page_says_all_that_the_sheet_says_but_for_what_is_written_on_paper(kind, written):
    sheet = replace(sheets()[kind], footer="", stamp="")
    assert set(said(html(sheet)).split()) - set(said(fragment(sheet)).split()) == written
