"""Somebody brings in a list: with faults, mended, seen, and then confirmed."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from tests.journeys.test_first_event import tab_to

WORDS = {
    "nb": (
        "Bokmål",
        "Hent inn en liste",
        "Skriv bare fornavnet. Er det to, setter du bindestrek mellom: Anne-Marie.",
        "Lagt til: 1. Endret: 1.",
    ),
    "nn": (
        "Nynorsk",
        "Hent inn ei liste",
        "Skriv berre førenamnet. Er det to, set du bindestrek mellom: Anne-Marie.",
        "Lagde til: 1. Endra: 1.",
    ),
    "en": (
        "English",
        "Import a list",
        "Write only the first name. If there are two, put a hyphen between them: Anne-Marie.",
        "Added: 1. Changed: 1.",
    ),
}


def workbook(folder, *rows):
    """Save a workbook as somebody would who began from nothing."""
    book = Workbook()
    book.active.title = "Kandidater"
    for row in (("Id", "Navn", "Veileder"), *rows):
        book.active.append(row)
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", WORDS)
def test_an_organiser_mends_a_list_and_brings_it_in(guest, evening, tmp_path, language, scripts):
    name, bring, fault, done = WORDS[language]
    who = guest(java_script_enabled=scripts)
    who.come("organiser")
    who.page.get_by_role("button", name=name).click()
    who.page.goto(f"{evening}/candidates")
    look(who, scripts)
    who.page.get_by_role("link", name=bring).click()
    look(who, scripts)
    who.press()
    look(who, scripts)
    send(who, workbook(tmp_path, ("K01", "<b>Sara", "V1"), ("", "Kim Prøvesen", "V1")))
    look(who, scripts)
    assert who.page.locator(".faults li").all_inner_texts()[0].endswith(f": {fault}")
    assert not scripts or who.page.evaluate("document.activeElement.id") == "refused"
    send(who, workbook(tmp_path, ("K01", "<b>Sara", "V1"), ("", "Kim", "V1")))
    look(who, scripts)
    assert who.page.locator("dd").all_inner_texts() == ["1", "1", "23"]
    who.press()
    look(who, scripts)
    assert done in who.page.get_by_role("status").first.inner_text()
    assert who.page.get_by_role("link", name="<b>Sara", exact=True).count() == 1
    who.page.get_by_role("link", name=bring).click()
    send(who, workbook(tmp_path, ("K01", "<b>Sara", "V1")))
    look(who, scripts)
    assert who.page.locator("[data-variant=primary]").count() == 0


def test_a_counsellor_takes_the_list_out_fills_it_in_and_brings_it_back(guest, evening, tmp_path):
    who = guest()
    who.come("counsellor")
    who.page.goto(f"{evening}/candidates")
    with who.page.expect_download() as download:
        who.page.get_by_role("link", name="Last ned lista (Excel)").click()
    assert download.value.suggested_filename == "candidates.xlsx"
    book = load_workbook(BytesIO(download.value.path().read_bytes()))
    book["Kandidater"].append(["K80", "Kim"])
    book["Behov"].append(["K80", "Jeg trenger en pause mellom møtene", "hjelper"])
    book.save(tmp_path / "list.xlsx")
    who.page.get_by_role("link", name="Hent inn en liste").click()
    send(who, tmp_path / "list.xlsx")
    who.look()
    assert "er ikke et behov i katalogen" in who.page.locator(".faults").inner_text()
    book["Behov"].cell(book["Behov"].max_row, 2).value = "break_between"
    book.save(tmp_path / "list.xlsx")
    send(who, tmp_path / "list.xlsx")
    who.look()
    assert who.page.locator("dd").all_inner_texts() == ["1", "0", "5"]
    who.press()
    who.page.get_by_role("link", name="Kim", exact=True).click()
    who.page.locator("a[href$='/needs']").first.click()
    ticked = who.page.locator("input[type=radio]:checked:not([value=''])")
    assert ticked.evaluate_all("all => all.map(one => [one.name, one.value])") == [["need-break_between", "helps"]]


def test_by_keyboard_only(guest, evening, tmp_path):
    who = guest()
    who.come("liaison")
    who.page.goto(f"{evening}/employers")
    (tmp_path / "list.csv").write_text("Navn\nVerkstedet\n")
    keys = who.page.keyboard
    tab_to(who.page, "Hent inn en liste")
    keys.press("Enter")
    who.page.wait_for_url("**/import")
    who.look()
    who.page.on("filechooser", lambda _: None)  # long before it is asked for: the browser takes a while to agree
    while who.page.evaluate("document.activeElement.id") != "file":
        keys.press("Tab")
    with who.page.expect_file_chooser() as chooser:
        keys.press("Enter")
    chooser.value.set_files(tmp_path / "list.csv")
    tab_to(who.page, "Se hva som skjer")
    keys.press("Enter")
    who.page.wait_for_selector("text=Se over arbeidsgiverne")
    who.look()
    tab_to(who.page, "Hent inn")
    keys.press("Enter")
    who.page.wait_for_selector("text=Lagt til: 1.")
    assert who.page.get_by_role("link", name="Verkstedet", exact=True).count() == 1


def test_two_bring_in_at_once_and_the_later_one_sees_what_would_happen_now(guest, evening, tmp_path):
    first, second = guest(), guest()
    for who, name in ((first, "Ane"), (second, "Tor")):
        who.come("organiser")
        who.page.goto(f"{evening}/candidates/import")
        send(who, workbook(tmp_path, ("K01", name, "V1")))
    first.press()
    second.press()
    second.look()
    assert "Noen har endret arrangementet" in second.page.locator("#changed").inner_text()
    assert "Navn: Ane → Tor" in second.page.locator("main").inner_text()
    second.press()
    assert second.page.get_by_role("link", name="Tor", exact=True).count() == 2


def send(who, path):
    who.page.set_input_files("#file", path)
    who.press()


def look(who, scripts):
    """Look at a page where the tool that does it can run."""
    if scripts:
        who.look()
