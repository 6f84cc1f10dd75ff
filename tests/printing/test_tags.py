import pytest

from speeddate.domain.text import LANGUAGES
from tests.printing.builders import printed
from tests.printing.tagged import outline, own_failures, told, ua_failures


@pytest.mark.parametrize("profile", ["standard", "large", "easy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_keeps_the_rules_for_accessible_pdf(language, profile):
    found = printed(language=language, profile=profile)
    assert {name: ua_failures(pdf) + own_failures(pdf) for name, pdf in found.items()} == {name: [] for name in found}


def test_a_table_that_goes_on_over_pages_is_one_table_and_its_head_is_told_once():
    found = printed(kinds=("employer",))["employer-E1.pdf"]
    assert told(found).count("Table") == 1


def test_headings_are_bookmarks_in_their_order():
    titles = outline(printed(kinds=("employer",))["employer-E2.pdf"])
    assert titles[:4] == ["Velkommen til Ta sjansen Prøveby", ["Dere har 1 møte."], "Kort for alle møter", []]
