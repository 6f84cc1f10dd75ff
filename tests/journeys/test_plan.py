"""An organiser changes a plan by hand: moves, swaps, locks, takes out, undoes, writes what is done instead."""

import pytest

from tests.journeys.conftest import SIZES
from tests.journeys.planned import choose, free, open_seat, seats, solve, solve_asked, there
from tests.journeys.test_first_event import tab_to
from tests.journeys.test_look import REACHED
from tests.journeys.test_registration import unfold

WORDS = {
    "nb": ("Bokmål", "Utkast 1", "Kandidater", "Arbeidsgivere", "klokka 15.30"),
    "nn": ("Nynorsk", "Utkast 1", "Kandidatar", "Arbeidsgivarar", "klokka 15.30"),
    "en": ("English", "Draft 1", "Candidates", "Employers", "at 15:30"),
}


@pytest.fixture
def board(served, evening):
    """Plan the example evening; gives the address of the board."""
    solve(served, evening)
    return f"{evening}/plan/1"


@pytest.fixture
def planner(guest, board):
    """Let an organiser come to the board."""
    return planner_at(guest, board)


def planner_at(guest, board, **how):
    who = guest(**how)
    who.come("organiser")
    who.page.goto(board)
    return who


@pytest.mark.parametrize("language", WORDS)
def test_a_plan_is_a_table_and_lists_in_every_language(planner, language):
    name, title, candidates, employers, at = WORDS[language]
    planner.page.get_by_role("button", name=name).click()
    there(planner, title)
    planner.look()
    planner.page.set_viewport_size({"width": 1440, "height": 900})
    assert planner.page.locator(".grid tbody tr").count() == 6
    assert planner.page.locator(f".grid td:nth-of-type(1) a[aria-label*='{at}']").count() == 6
    for view in (candidates, employers):
        planner.page.locator("nav:visible").get_by_role("link", name=view).click()
        planner.look()
        assert planner.page.locator("main tbody a").count() == 24


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_list_by_candidate_comes_first(guest, board, scripts):
    who = planner_at(guest, board, java_script_enabled=scripts)
    shown = {}
    for width in (1280, 320):
        who.page.set_viewport_size({"width": width, "height": 640})
        shown[width] = who.page.locator("main table:visible caption").all_inner_texts()
    assert shown == {1280: ["Møteplassene, og hvem som sitter der i hver runde"], 320: ["Kandidater"]}


def test_a_meeting_says_whole_who_meets_whom_and_when(planner):
    name = "174 Jon, Løten Bakeri, klokka 15.30, førsteønske"
    seat = planner.page.locator(".grid").get_by_role("link", name=name, exact=True)
    assert seat.get_attribute("data-pair") == "K02:E1"


def test_the_board_is_narrowed_by_words(planner):
    planner.page.fill("#find", "fjellheim")
    planner.page.keyboard.press("Enter")
    planner.page.wait_for_url("**find=fjellheim*")
    planner.look()
    planner.page.set_viewport_size({"width": 1280, "height": 900})
    assert planner.page.locator(".grid tbody th").count() == 1
    planner.page.fill("#find", "ingen heter dette")
    planner.page.keyboard.press("Enter")
    planner.page.wait_for_url("**ingen*")
    planner.look()
    planner.page.get_by_role("link", name="Vis alle").click()
    planner.page.wait_for_url(lambda address: "find" not in address)
    assert planner.page.locator(".grid tbody tr").count() == 6


def test_a_clash_made_by_hand_is_seen_and_answered_and_undone(planner):
    before = seats(planner)
    open_seat(planner, "K02:E1")
    unfold(planner)
    planner.look()
    choose(planner, "spot:930:P2:")
    there(planner, "Utkast 1")
    planner.look()
    clash = planner.page.locator("section.box li").first
    assert clash.inner_text().startswith("Møteplassen er opptatt da. Det gjelder Plass 2, ")
    planner.page.get_by_label("Bare det som må ses på").check()
    planner.page.get_by_role("button", name="Vis", exact=True).click()
    planner.page.wait_for_url("**only=yes*")
    planner.look()
    planner.page.get_by_role("link", name="Skriv hva dere gjør i stedet").first.click()
    planner.look()
    planner.press()
    planner.look()
    planner.page.fill("#instead", "Vi setter fram et bord til.")
    planner.press()
    there(planner, "Utkast 1")
    assert "I stedet: Vi setter fram et bord til." in clash.inner_text()
    planner.look()
    for next_to_press in ("undo", "redo"):
        planner.page.locator("#undo").click()
        planner.page.wait_for_url(f"**#{next_to_press}")
        planner.page.locator(f"#{next_to_press}:focus").wait_for()
    planner.page.get_by_role("link", name="Vis alle").click()
    planner.page.wait_for_url(lambda address: "only" not in address)
    assert seats(planner) == before
    assert planner.page.locator("#undo").count() == 0
    planner.page.get_by_role("button", name="Gjør om: flyttet").click()
    planner.page.wait_for_url("**#redo")
    assert seats(planner)["K02:E2"] == "930:P2"


def test_a_meeting_is_taken_out_and_placed_again(planner):
    before = seats(planner)
    free(planner, "K02:E1")
    planner.look()
    planner.page.get_by_role("link", name="Finn en plass til 174 Jon").click()
    planner.page.wait_for_url("**/candidates/K02*")
    planner.look()
    choose(planner, "spot:930:P1:E1")
    there(planner, "Utkast 1")
    assert seats(planner) == before


def test_two_candidates_change_places(planner):
    before = seats(planner)
    other = next(pair for pair in before if pair.endswith(":E2"))
    open_seat(planner, "K02:E1")
    choose(planner, f"swap:{other}")
    there(planner, "Utkast 1")
    now = seats(planner)
    assert (now["K02:E2"], now[other.replace("E2", "E1")]) == (before[other], before["K02:E1"])


@pytest.mark.parametrize("scripts", [True, False])
def test_what_breaks_nothing_comes_first_and_the_rest_is_folded_away_with_a_count(guest, board, scripts):
    who = planner_at(guest, board, java_script_enabled=scripts)
    who.page.goto(f"{board}/candidates/K02?employer=E1")
    shown = who.page.locator("#spot label:visible")
    assert (shown.count() > 0, shown.locator(".late").count()) == (True, 0)
    folded = who.page.locator("#spot summary", has_text="som bryter noe")
    assert folded.count() == folded.locator("visible=true").count() > 0
    for summary in folded.all():
        summary.focus()
        who.page.keyboard.press("Enter")
        opened = summary.locator("xpath=..").locator("label:visible")
        assert summary.inner_text().partition(" som bryter")[0].split()[-1] == str(opened.count())
        assert opened.locator(".late").count() >= opened.count()


def test_whoever_chooses_no_place_is_told(planner):
    open_seat(planner, "K02:E1")
    planner.page.locator("#spot").get_by_role("button").first.click()
    planner.look()
    assert planner.page.locator("#summary a").inner_text() == "Velg hvor først."


def test_a_plan_is_made_again_around_what_is_locked(planner, served, evening):
    where = seats(planner)["K02:E1"]
    open_seat(planner, "K02:E1")
    planner.page.get_by_role("button", name="Lås").click()
    there(planner, "Utkast 1")
    planner.look()
    planner.page.get_by_role("button", name="Lag på nytt rundt de låste (1)").click()
    there(planner, "Planen blir laget")
    solve_asked(served, evening)
    there(planner, "Utkast 2")
    planner.look()
    assert seats(planner)["K02:E1"] == where
    assert "låst" in planner.page.locator(".grid [data-pair='K02:E1']").get_attribute("aria-label")


def test_whoever_changes_a_draft_later_is_told_and_loses_nothing(guest, board):
    first, second = planner_at(guest, board), planner_at(guest, board)
    open_seat(first, "K02:E1")
    choose(first, "spot:930:P2:")
    there(first, "Utkast 1")
    second.page.goto(board)
    second.page.get_by_role("link", name="Skriv hva dere gjør i stedet").first.click()
    second.page.wait_for_url("**/instead/*")
    first.page.get_by_role("link", name="Skriv hva dere gjør i stedet").first.click()
    for who, words in ((first, "Vi setter fram et bord."), (second, "Vi tar det ute.")):
        who.page.fill("#instead", words)
        who.press()
    second.look()
    assert second.page.input_value("#instead") == "Vi tar det ute."
    assert "I stedet: Vi setter fram et bord." in second.page.locator("main").inner_text()
    second.press()
    there(second, "Utkast 1")
    assert "I stedet: Vi tar det ute." in second.page.locator("section.box").inner_text()


def test_whoever_moves_a_meeting_that_another_has_moved_sees_where_it_is(guest, board):
    first, second = planner_at(guest, board), planner_at(guest, board)
    for who in (first, second):
        open_seat(who, "K02:E1")
    first.page.get_by_role("button", name="Ta ut av planen").click()
    there(first, "Utkast 1")
    choose(second, "spot:930:P2:")
    second.look()
    assert second.page.locator(".aksel-alert").inner_text().startswith("En annen har endret utkastet")
    assert "174 Jon er uten møte." in second.page.locator("main").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_meeting_is_moved_by_keyboard_alone_and_the_focus_follows_it(guest, board, scripts):
    who = planner_at(guest, board, java_script_enabled=scripts)
    keys = who.page.keyboard
    free(who, "K02:E1")
    who.page.locator(".grid a").nth(3).focus()
    moved = who.page.locator(".grid a").nth(3).get_attribute("data-pair").partition(":")[0]
    keys.press("Enter")
    who.page.wait_for_url("**/candidates/**")
    tab_to(who.page, "1 som bryter noe")
    keys.press("Enter")
    tab_to(who.page, "spot:930:P1:E1")
    keys.press("Space")
    tab_to(who.page, f"move:{who.page.url.rpartition('=')[2]}")
    keys.press("Enter")
    who.page.locator(f"#seat-{moved}-E1:focus").wait_for()
    assert who.page.locator(".just:visible").inner_text() == "✓ lagret"
    while who.page.evaluate("document.activeElement.id") != "undo":
        keys.press("Shift+Tab")
    keys.press("Enter")
    who.page.wait_for_url("**#undo")
    assert f"{moved}:E1" not in seats(who)


def test_a_mouse_drags_a_meeting_to_a_free_place_or_onto_another(planner):
    free(planner, "K02:E1")
    moved = next(pair for pair in seats(planner) if pair.endswith(":E2"))
    who, spot = moved.partition(":")[0], planner.page.locator("[data-spot='930:P1']")
    planner.page.locator(f".grid [data-pair='{moved}']").drag_to(spot)
    planner.page.wait_for_url(f"**#seat-{who}-E1")
    assert seats(planner)[f"{who}:E1"] == "930:P1"
    other = next(pair for pair in seats(planner) if pair.endswith(":E3"))
    planner.page.locator(f".grid [data-pair='{who}:E1']").drag_to(planner.page.locator(f".grid [data-pair='{other}']"))
    planner.page.wait_for_url(f"**#seat-{who}-E3")
    assert planner.page.locator("main > [role=status]").inner_text() == "De to har byttet plass, og det er lagret."


@pytest.mark.parametrize("size", SIZES)
def test_the_heads_of_the_board_never_hide_what_has_the_focus(planner, board, size):
    width, height = SIZES[size]
    planner.page.set_viewport_size({"width": width, "height": min(height, 500)})
    planner.page.goto(f"{board}?show=stations")
    hidden = []
    for key in ["Tab"] * 45 + ["Shift+Tab"] * 30:
        planner.page.keyboard.press(key)
        hidden += filter(None, [planner.page.evaluate(REACHED)])
    assert hidden == []
