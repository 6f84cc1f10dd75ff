"""Everything at once: a zip of files whose names say nothing, and one file to print."""

from io import BytesIO
from zipfile import ZipFile

from tests.printing.builders import pages, printed
from tests.printing.tagged import own_failures, ua_failures


def bundle(**more):
    return printed(kinds=("pack",), **more)


def members(found):
    with ZipFile(BytesIO(found["pack.zip"])) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_a_pack_holds_a_file_for_everybody_in_the_order_they_are_handed_out():
    assert list(members(bundle())) == [
        "01-timetable.pdf", "02-run-sheet.pdf", "03-check-in.pdf", "04-contacts.pdf", "05-signs.pdf", "06-badges.pdf",
        "07-feedback.pdf", "08-resource.pdf", "09-employer.pdf", "10-employer.pdf", "11-counsellor.pdf",
        "12-counsellor.pdf", "13-candidate.pdf", "14-candidate.pdf", "15-candidate.pdf",
    ]  # fmt: skip


def test_the_files_in_a_pack_are_those_that_are_printed_alone():
    alone = printed(kinds=("timetable", "candidate"))
    packed = members(bundle())
    assert (packed["01-timetable.pdf"], packed["13-candidate.pdf"]) == (
        alone["timetable.pdf"],
        alone["candidate-K01.pdf"],
    )


def test_one_file_holds_every_sheet_once_and_each_pack_after_its_counsellor():
    found = pages(bundle()["print-all.pdf"])
    firsts = [next(n for n, page in enumerate(found) if words in page) for words in ("Dagen din, Berit", "Hei, Sara.")]
    assert firsts == sorted(firsts)
    assert sum("Du skal møte en arbeidsgiver." in page for page in found) == 1


def test_the_file_to_print_keeps_the_rules_for_accessible_pdf():
    whole = bundle()["print-all.pdf"]
    assert ua_failures(whole) + own_failures(whole) == []


def test_the_same_pack_is_the_same_bytes():
    assert bundle() == bundle()
