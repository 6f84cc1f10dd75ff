"""A change touches what it is about, and nothing else."""

from tests.web.test_candidates import exported, save


def test_a_nought_that_a_form_does_not_ask_for_stays_a_nought(house):
    event = exported(house)
    event["candidates"][0] |= {"min_meetings": 0, "available": []}
    house.event = house.bring(event)
    page = f"/events/{house.event}/candidates/K01"
    save(house.visit("organiser"), page, name="Ane", counsellor="V1", language="nn")
    after = exported(house)["candidates"][0]
    assert (after["name"], after["min_meetings"], after["available"]) == ("Ane", 0, [])
