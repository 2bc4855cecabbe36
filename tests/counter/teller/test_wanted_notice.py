"""A teller on a pause reads that the lead asks for this counter, and so does who signs in."""

from counter.teller.wanted_notice import wanted_counters
from shared.protocol.lobby import LobbyView
from tests.counter.teller import scenes
from tests.counter.teller.at_keyboard import Teller
from tests.support import view
from tests.support.profiles import NEIGHBOURHOOD


def wanted(lobby: LobbyView, counter: str) -> LobbyView:
    since = {"wanted_since": view.NOW, "wanted_by": "Lena"}
    counters = [c.model_copy(update=since) if c.id == counter else c for c in lobby.counters]
    return lobby.model_copy(update={"counters": tuple(counters)})


def test_the_window_says_so_until_nobody_is_wanted(teller: Teller) -> None:
    notice, lobby = teller.window.desk.wanted, teller.client.lobby
    counter = teller.window.presenter.counter
    assert lobby is not None
    assert not notice.isVisible()
    teller.show(wanted(lobby, "elsewhere"))
    assert not notice.isVisible()
    teller.show(wanted(lobby, counter))
    assert notice.isVisible()
    assert "Lena" in notice.sentence.text()
    assert notice.accessibleName() == notice.sentence.text()
    teller.show(lobby)
    assert not notice.isVisible()


def test_who_signs_in_reads_which_counters_are_asked_for() -> None:
    lobby = scenes.lobby()
    assert wanted_counters(lobby, NEIGHBOURHOOD, "en") == ""
    asked = wanted(wanted(lobby, "1"), "3")
    said = "Asked for by the lobby lead: Counter 1, Counter 3"
    assert wanted_counters(asked, NEIGHBOURHOOD, "en") == said
