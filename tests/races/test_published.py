"""A server that is killed while a plan is published leaves the old plan or the new one, and letters go out once."""

import signal
from collections import Counter
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import make_url

from speeddate.services import post
from speeddate.store.base import now
from tests.races.desk import COUNSELLORS, Desk
from tests.races.pressing import DONE, at_server_killed_after
from tests.races.visitors import times

STEP = {"sqlite": 1, "postgresql": times(few=5, all_of_them=1)}
NOBODY, BOTH = Counter(), Counter(COUNSELLORS.values())
SAME = 409  # it is published already


@pytest.fixture
def desk(app, settings, monkeypatch):
    """Give a desk on a day when all that waited is due again."""
    monkeypatch.setattr(post, "now", lambda: now() + timedelta(days=1))
    return Desk(app, settings)


@pytest.fixture
def stands(desk):
    """Tell how an event stands when nobody is killed: before, with its first plan, and with its second."""
    event, seen = desk.event(), []
    for draft in (1, 2):
        seen.append(desk.stand(event))
        assert desk.press(desk.read(event, draft)) == DONE
        assert desk.send() == BOTH
    return [*seen, desk.stand(event)]


@pytest.mark.parametrize("draft", [1, 2])
def test_killed_at_any_statement_it_leaves_the_old_plan_or_the_new_one_and_letters_go_out_once(
    desk, stands, settings, draft
):
    old, new = (stands[draft - 1], NOBODY), (stands[draft], BOTH)
    seen = []
    for moments in count(step=STEP[make_url(settings.database).get_backend_name()]):
        event = desk.event()
        if draft == 2:
            desk.press(desk.read(event, 1))
            desk.send()
        press, rest = desk.read(event, draft), desk.rest()
        ended = at_server_killed_after(moments, settings, press)
        seen.append((desk.stand(event), desk.letters()))
        assert seen[-1] in (old, new)
        assert desk.rest() == rest
        assert desk.press(press) == (DONE if seen[-1] == old else SAME)
        assert (desk.stand(event), desk.letters()) == new
        assert desk.send() == BOTH
        if ended != -signal.SIGKILL:
            break
    assert (ended, seen[0], seen[-1]) == (0, old, new)
