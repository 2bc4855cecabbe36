"""What a teller reads while no server decides."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter.teller.away import Away, away_of, sentence
from shared.ui.marks import Line
from tests.counter.teller import scenes
from tests.counter.teller.at_keyboard import Teller
from tests.support import view
from tests.support.fake_client import FakeClient

NOW = view.NOW.astimezone(view.BRANCH_ZONE)
SINCE = NOW - timedelta(minutes=2)


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (Away(SINCE), "No branch server since 10:10. Calling goes on when it is back."),
        (
            Away(SINCE, turns_in_s=8.2),
            "No branch server since 10:10. The stand-in takes over in about 12 s.",
        ),
        (Away(SINCE, "stand_in", True, 15.0), "The stand-in answers and is about to lead."),
        (
            Away(SINCE, "stand_in", False, 3.0),
            "No server answers since 10:10. The branch server is tried again in about 6 s.",
        ),
        (Away(SINCE, "branch", True, 15.0), "The branch server may not decide yet."),
        (Away(None), "No branch server since –. Calling goes on when it is back."),
    ],
)
def test_since_when_and_what_is_next(away: Away, said: str) -> None:
    assert sentence(away, NOW, "en", is_keeping=False) == said
    kept = "Finish with your customer: it is kept and told later."
    assert sentence(away, NOW, "en", is_keeping=True) == f"{said} {kept}"


def test_nothing_is_said_while_a_server_decides(qapp: object) -> None:
    client = FakeClient()
    assert away_of(client) is None
    client.listen("stand_in")
    assert away_of(client) is None
    client.listen("stand_in", in_charge=False)
    assert away_of(client) == Away(view.NOW, "stand_in", True)


def test_the_window_says_so_and_shows_nothing_old_as_new(qtbot: QtBot) -> None:
    teller = Teller(qtbot)
    teller.sign_in()
    assert not teller.window.desk.away.isVisible()
    teller.client.turns_in = 9.0
    teller.client.go(online=False)
    desk = teller.window.desk
    assert desk.away.isVisible()
    assert desk.away.sentence.text() == (
        "No branch server since 10:12. The stand-in takes over in about 12 s."
    )
    assert not desk.hero.likely.isVisible()
    assert desk.hero.title.text() == "Waited for you at 10:12"
    assert desk.hero.reason.sentence == "nobody is called until a server is back"
    assert any(each.whole == "As it was at 10:12" for each in desk.waiting.findChildren(Line))
    teller.press(Qt.Key.Key_F2)
    assert teller.client.calls_of("next") == []
    teller.program.close()


def test_the_window_says_that_the_stand_in_leads(qtbot: QtBot) -> None:
    teller = Teller(qtbot)
    teller.sign_in()
    teller.client.clock = NOW
    teller.client.listen("stand_in")
    teller.show(scenes.lobby(103))
    teller.window.desk.show_all()
    assert teller.window.desk.bar.connection.word == "Stand-in since 10:12"
    assert not teller.window.desk.away.isVisible()
    teller.program.close()
