"""Two who change the same thing: whoever was later sees what the other saved, by its name."""

import re

from tests.web.test_candidates import INTERPRETER, LANG, MINE, home, read_version, save
from tests.web.test_employers import PROFILE
from tests.web.test_own import TOLD, put


def test_whoever_was_later_sees_how_much_the_needs_that_are_saved_matter(seated):
    client, page = seated.visit("counsellor"), f"{home(seated)}/{MINE.id}/needs"
    version = read_version(client, page)
    first = {"need-low_noise": "helps", LANG: "arabisk", "need-time_window-from": "16:00"}
    save(client, page, version, **first, **INTERPRETER, **{"need-time_window": "must"})
    answer = save(client, page, version, **{"need-step_free": "must"})
    assert answer.status_code == 409
    assert re.search(r'name="need-step_free" value="must" checked', answer.text)
    must = "Jeg må ha det for å kunne delta"
    assert sorted(how for _, how in changed(answer)) == ["Det hjelper meg", f"{must} (16.00–)", f"{must} (arabisk)"]


def test_whoever_was_later_sees_the_other_words_under_their_names(house):
    client, _ = house.guest("candidates", TOLD.id)
    mine = {"strengths": "Tall", "three_things": "En\r\nTo", "questions": ""}
    put(client, "/me/words", **mine)
    version = read_version(client, "/me/words")
    put(client, "/me/words", **(mine | {"wants": "Lager", "questions": "Hva?\r\nNår?", "standby": "y"}))
    answer = put(client, "/me/words", **(mine | {"version": version, "wants": "Butikk"}))
    assert answer.status_code == 409
    ready = "Jeg kan komme på kort varsel, hvis en plass blir ledig"
    assert changed(answer) == [
        ("Dette vil jeg gjerne", "Lager"), ("Dette vil jeg spørre om", "Hva?\nNår?"), (ready, "Ja"),
    ]  # fmt: skip


def test_whoever_was_later_is_shown_only_what_the_other_changed(house):
    client, page = house.visit("liaison"), f"/events/{house.event}/employers/E1"
    asked = "Hva liker du?\r\nHva kan du?\r\nHva vil du?\r\n"
    mine = PROFILE | {"questions": asked}
    save(client, page, **mine)
    version = read_version(client, page)
    save(client, page, version, **(mine | {"pace": "Rolig"}))
    answer = save(client, page, version, **(mine | {"pace": "Raskt"}))
    assert answer.status_code == 409
    assert changed(answer) == [("Hvor fort går det?", "Rolig")]


def test_whoever_was_later_is_told_in_the_title_and_where_the_page_begins(house):
    client, page = house.visit("liaison"), f"/events/{house.event}/employers/E1"
    version = read_version(client, page)
    assert "<title>Feil:" not in save(client, page, version, **PROFILE).text
    answer = save(client, page, version, **(PROFILE | {"pace": "Raskt"}))
    assert "<title>Feil: " in answer.text
    told = re.search(r"data-focus><div[^>]*>([^<]*)<", answer.text)[1]
    assert told.startswith("Noen andre har endret dette etter at du åpnet siden.")


def changed(answer):
    """What a page says that somebody else has saved meanwhile."""
    (told,) = re.findall(r'<dl class="theirs[^>]*>(.*?)</dl>', answer.text, re.DOTALL)
    return re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", told, re.DOTALL)
