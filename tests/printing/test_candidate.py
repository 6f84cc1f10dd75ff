from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from speeddate.domain.catalogue import need
from speeddate.domain.event import Directions
from speeddate.domain.picture import Picture
from speeddate.domain.text import LANGUAGES
from tests.printing.builders import (
    ALI,
    BAKERY,
    COUNSELLORS,
    EVA,
    JON,
    SARA,
    SHOP,
    evening,
    pages,
    plan,
    printed,
    text,
)

PRACTICE = ("Øv på møtet", "Practise for the meeting")


def dot():
    content = BytesIO()
    Image.new("RGB", (8, 6), "navy").save(content, "PNG")
    return Picture(content.getvalue(), 8, 6)


DOT = dot()


def pack(candidate="K01", event=None, schedule=None, **more):
    """Read a pack, without what stands at the foot of its pages."""
    found = pages(printed(event, schedule, kinds=("candidate",), **more)[f"candidate-{candidate}.pdf"])
    bodies = (page.split("\n", 2)[2] for page in found)
    return " ".join(" ".join(bodies).split())


def with_sara(**changes):
    return evening(candidates=(replace(SARA, **changes), JON, EVA, ALI))


def part(words, first, after):
    return words.split(first)[1].split(after)[0].strip()


def test_the_first_part_says_when_to_be_where():
    assert part(pack(), "Møtet ditt", "Hvem du møter") == (
        "Hei, Sara. Du skal møte en arbeidsgiver. Møtet er onsdag 10. februar 2027. Kom klokka 15.55. "
        "Møtet starter klokka 16.10. Det varer i 45 minutter. Du er ferdig klokka 16.55. "
        "Gå til Plass 1. Fargen er blå. Tegnet er en stjerne. "
        "Det er frivillig å delta. Du kan si nei når som helst. Du trenger ikke å si hvorfor."
    )


def in_order(words, headings):
    places = [words.find(heading) for heading in headings]
    return -1 not in places and places == sorted(places)


def test_the_day_sheet_holds_what_one_needs_on_the_day():
    assert in_order(
        pack(),
        (
            "Møtet ditt", "Hvem du møter", "Slik kommer du dit", "Slik blir møtet", "Du velger selv",
            "Det vi har ordnet", "Dette har arbeidsgiveren fått vite", "Hvis noe skjer", "Dette skjer etterpå",
            "Veilederen din", "Lykke til! Vi heier på deg.", "Øv på møtet",
        ),
    )  # fmt: skip


def test_the_practice_sheet_holds_what_one_prepares():
    assert in_order(
        pack().split("Øv på møtet")[1],
        (
            "Hva de gjør, og hva de ser etter", "Dette er jeg god på", "Dette vil jeg gjerne", "Tre ting jeg vil si",
            "Spørsmål de kan stille", "Dette vil jeg spørre om", "Du velger selv", "Huskeliste", "Dette skjer etterpå",
        ),
    )  # fmt: skip


def day_pages(event=None, schedule=None, **more):
    found = pages(printed(event, schedule, kinds=("candidate",), **more)["candidate-K01.pdf"])
    return next(n for n, page in enumerate(found) if any(title in page for title in PRACTICE))


FULL = replace(
    SARA,
    needs=tuple(map(need, ("extra_time", "sign_interpreter", "clear_questions", "own_notes", "quiet_room"))),
    shares={"E1": ("extra_time", "sign_interpreter", "clear_questions")},
)


@pytest.mark.parametrize("profile", ["standard", "large", "easy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_sheet_is_two_pages_also_with_many_needs_and_sentences(language, profile):
    assert day_pages(evening(candidates=(FULL, JON, EVA, ALI)), plan(unmet=()), language=language, profile=profile) == 2


def test_whoever_wants_still_larger_letters_gets_them_and_the_pages_they_take():
    event = with_sara(needs=(need("large_print", pt=24),))
    assert (day_pages(event, plan(unmet=())), sizes_of(event)) == (4, {24.0})


def sizes_of(event):
    """Find the size in which the first page greets."""
    pdf = PdfReader(BytesIO(printed(event, plan(unmet=()), kinds=("candidate",))["candidate-K01.pdf"]))
    found = set()

    def visit(words, cm, tm, font, size):
        if "Du skal møte" in words:
            found.add(round(size, 1))

    pdf.pages[0].extract_text(visitor_text=visit)
    return found


def test_questions_on_paper_stand_on_a_page_of_their_own_with_room_below_each():
    found = pack(event=with_sara(needs=(need("questions_on_paper"),)), schedule=plan(unmet=()))
    assert found.split("Spørsmålene i møtet")[1].split() == " ".join(BAKERY.questions).split()


def test_pictures_come_to_whoever_asked_for_them_and_are_told_in_words():
    seen = replace(with_sara(needs=(need("photos_ahead"),)), map=DOT, picture=DOT)
    seen = replace(seen, employers=(replace(BAKERY, picture=DOT), SHOP))
    words = pack(event=seen, schedule=plan(unmet=()))
    assert (
        words.split("Bilder")[-1].strip()
        == "Kart til Eksempelgata 11, Prøveby Bildet viser døra du skal inn. Bilde av Kari"
    )
    assert "ikke klart" not in words


def test_a_code_opens_the_candidates_own_page_when_the_event_has_an_address():
    words = pack(event=evening(address="https://example.org/prove/"))
    assert words.endswith("Koden åpner siden din. https://example.org/prove/me")


def test_the_way_there_is_told_as_far_as_it_is_known():
    known = part(pack(), "Slik kommer du dit", "Slik blir møtet")
    unknown = part(pack(event=evening(venue="", directions=Directions())), "Slik kommer du dit", "Slik blir møtet")
    assert known == (
        "Adressen er Eksempelgata 11, Prøveby. Ta buss 4 til Torget. Så går du i 5 minutter. Trude møter deg i døra. "
        "Er du tidlig ute? Du kan sitte og vente inne. Finner du ikke fram? Send melding til 900 00 001."
    )
    assert unknown == (
        "Er du tidlig ute? Du kan sitte og vente inne. Finner du ikke fram? Send melding til 900 00 001."
    )


def test_whoever_is_met_by_someone_they_know_reads_their_counsellors_name():
    assert "Berit møter deg i døra." in pack(event=with_sara(needs=(need("met_at_door"),)), schedule=plan(unmet=()))


def test_a_video_meeting_needs_no_way_there():
    words = pack(event=with_sara(needs=(need("video_meeting"),)), schedule=plan(unmet=()))
    assert part(words, "Slik kommer du dit", "Finner") == "Møtet er på video. Åpne lenka klokka 15.55."


def test_what_is_arranged_leaves_out_what_was_given_up_and_what_nobody_else_may_see():
    assert part(pack(), "Det vi har ordnet", "Dette har arbeidsgiveren") == (
        "Du ba om dette. Nå er det klart: • Lengre møte • Tegnspråktolk • Korte, konkrete spørsmål, ett om gangen "
        "Dette fikk vi ikke til: Rom med lite støy. Snakk med Berit om det."
    )


def test_what_the_employer_was_told_stands_word_for_word_and_so_does_who_else_comes():
    assert part(pack(), "Dette har arbeidsgiveren fått vite", "Hvis noe skjer") == (
        "Du sa ja til at de får vite dette: • Sett av 45 minutter til møtet. "
        "• En tolk er med i møtet. Se på kandidaten og snakk som vanlig. Også i rommet: en tolk og en veileder "
        "Du kan ombestemme deg. Si fra til Berit."
    )


def test_who_has_the_counsellor_in_the_meeting_goes_out_together_with_them():
    found = pack(event=with_sara(needs=(need("counsellor_in_room"),)))
    assert part(found, "Etterpå", "Du velger") == "går du rett ut sammen med Berit."
    assert part(found, "Kjennes det feil?", "Noen sier") == "Da kan du gå ut sammen med Berit."


def test_who_else_comes_is_not_said_to_be_agreed_to():
    assert part(pack(event=with_sara(shares={})), "Dette har arbeidsgiveren fått vite", "Hvis noe skjer") == (
        "Også i rommet: en tolk og en veileder Du kan ombestemme deg. Si fra til Berit."
    )


QUESTIONED = tuple(map(need, ("questions_ahead", "questions_on_paper", "own_notes")))


def test_questions_beforehand_are_arranged_once_the_employer_has_sent_them():
    assert part(pack(event=with_sara(needs=QUESTIONED), schedule=plan(unmet=())), "Det vi har ordnet", "Dette har") == (
        "Du ba om dette. Nå er det klart: • Få spørsmålene på forhånd • Ha spørsmålene på papir i møtet "
        "• Ha med mine egne stikkord"
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "Dette er ikke klart ennå: Få spørsmålene på forhånd. Snakk med Berit om det."),
        ("nn", "Dette er ikkje klart enno: Få spørsmåla på førehand. Snakk med Berit om det."),
        ("en", "This is not ready yet: Get the questions in advance. Talk to Berit about it."),
    ],
)
def test_questions_that_no_employer_has_sent_are_not_said_to_be_arranged(language, told):
    silent = replace(with_sara(needs=QUESTIONED), employers=(replace(BAKERY, questions=()), SHOP))
    words = pack(event=silent, schedule=plan(unmet=()), language=language)

    assert (told in words, "• Få spørsmål" in words, "• Get the questions" in words) == (True, False, False)


def test_photos_that_nobody_has_given_are_not_said_to_be_arranged():
    words = pack(event=with_sara(needs=(need("photos_ahead"), need("own_notes"))), schedule=plan(unmet=()))

    assert part(words, "Det vi har ordnet", "Dette har") == (
        "Du ba om dette. Nå er det klart: • Ha med mine egne stikkord "
        "Dette er ikke klart ennå: Bilder av lokalet og dem jeg skal møte. Snakk med Berit om det."
    )


def test_nothing_told_is_said_plainly():
    assert part(pack("K02", language="nb"), "Dette har arbeidsgiveren fått vite", "Hvis noe skjer") == (
        "Ingenting. Du kan ombestemme deg. Si fra til Berit."
    )


def test_an_empty_pack_offers_hints_usual_questions_and_lines_to_write_on():
    words = pack("K02", language="nb")
    assert part(words, "Dette er jeg god på", "Dette vil jeg gjerne") == (
        "Alt du får til, teller. Det kan være å hjelpe, spille, bygge eller lage mat."
    )
    assert "Du har ikke bedt om noe. Det er helt greit." in words
    assert "• Hva gjør jeg den første dagen? • Hvem hjelper meg når jeg er ny?" in words


def test_several_meetings_each_have_their_time_place_and_employer():
    assert part(pack("K03"), "Your meeting", "Who you will meet") == (
        "Hello, Eva. You have 2 meetings. Here are the times. "
        "16:10 Oppdiktet Sport AS The meeting is on Wednesday 10 February 2027. Be there at 15:55. "
        "The meeting starts at 16:10. It lasts 30 minutes. You finish at 16:40. "
        "Go to Place 2. The colour is yellow. The sign is a sun. "
        "17:40 Løten Bakeri The meeting starts at 17:40. It lasts 30 minutes. You finish at 18:10. "
        "Go to Plass 1. The colour is blue. The sign is a star. "
        "Taking part is voluntary. You can say no at any time. You do not have to say why."
    )


def test_a_candidate_reads_their_own_language():
    assert [pack(who)[:11] for who in ("K01", "K02", "K03")] == ["Møtet ditt ", "Møtet ditt ", "Your meetin"]
    assert "Du skal møte ein arbeidsgivar." in pack("K02")


def test_large_print_and_easy_texts_come_to_whoever_asked_for_them():
    large = with_sara(needs=(need("large_print"),))
    easy = with_sara(needs=(need("easy_read"),))
    assert "Om jobben" in pack(event=easy, schedule=plan(unmet=()))
    assert "Om jobben" not in pack(event=large, schedule=plan(unmet=()))
    sizes = [
        len(pages(printed(e, plan(unmet=()), kinds=("candidate",))["candidate-K01.pdf"])) for e in (evening(), large)
    ]
    assert sizes[0] < sizes[1]


def test_no_field_and_no_missing_value_is_ever_printed():
    bare = evening(
        name="", venue="", answer_by=None, counsellors=(), directions=Directions(),
        candidates=tuple(replace(each, counsellor="", name="") for each in (SARA, JON, EVA, ALI)),
        employers=tuple(replace(e, name="", interviewer="", interviewer_role="") for e in (BAKERY, SHOP)),
    )  # fmt: skip
    for language in ("nb", "nn", "en"):
        for pdf in printed(bare, language=language).values():
            assert [sign for sign in ("{", "}", "None", " .", " ,", "  :") if sign in text(pdf)] == []


def test_a_candidate_without_a_meeting_gets_no_pack():
    assert sorted(printed(kinds=("candidate",))) == ["candidate-K01.pdf", "candidate-K02.pdf", "candidate-K03.pdf"]


def test_a_surname_never_stands_on_a_pack():
    assert "Prøvesen" not in pack()


def test_a_counsellor_without_a_number_is_named_without_one():
    silent = evening(counsellors=(replace(COUNSELLORS[0], phone="", deputy=""), COUNSELLORS[1]))
    assert part(pack(event=silent), "Veilederen din", "Lykke til!") == (
        "Berit er der for deg hele tiden. Spør om alt du lurer på."
    )
