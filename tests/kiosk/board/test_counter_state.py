"""What is true of one counter for who stands before it."""

from datetime import timedelta

import pytest

from kiosk.board.counter_state import scene_of
from shared.config.load import load_profile
from shared.protocol.lobby import LobbyView, SuspendedService
from tests.support import view
from tests.support.view import NOW

PROFILE = load_profile("neighbourhood")


def lobby(**changes: object) -> LobbyView:
    """A branch of which counter 3 is such."""
    found = view.counter("3", services=("cash", "transfer")).model_copy(update=changes)
    return view.lobby(counters=(found,))


@pytest.mark.parametrize(
    ("changes", "kind", "number", "until"),
    [
        ({}, "free", "", ""),
        ({"ticket": view.ticket("A021", state="called")}, "called", "A021", ""),
        ({"ticket": view.ticket("A021", state="serving")}, "serving", "A021", ""),
        ({"state": "closed"}, "closed", "", ""),
        ({"state": "paused"}, "paused", "", ""),
        ({"state": "paused", "pause_until": NOW + timedelta(minutes=58)}, "paused", "", "11:10"),
        ({"state": "paused", "pause_until": NOW - timedelta(minutes=1)}, "paused", "", ""),
    ],
)
def test_the_counters_states(
    changes: dict[str, object], kind: str, number: str, until: str
) -> None:
    """A return that should have been is not promised any more."""
    scene = scene_of(lobby(**changes), PROFILE, "3", "", NOW)
    assert (scene.kind, scene.number, scene.until) == (kind, number, until)


def test_what_is_served_here() -> None:
    scene = scene_of(lobby(), PROFILE, "3", "", NOW)
    assert scene.services == {"zh": "存款取款、转账汇款", "en": "Cash in or out, Transfers"}


def test_an_incident_that_leaves_nothing_to_serve() -> None:
    away = SuspendedService(service="cash", reason="system", since=NOW)
    halted = lobby(services=()).model_copy(update={"suspended": (away,)})
    assert scene_of(halted, PROFILE, "3", "", NOW).kind == "halted"


def test_a_call_of_the_stream_is_ahead_of_the_snapshot() -> None:
    scene = scene_of(lobby(), PROFILE, "3", "B007", NOW)
    assert (scene.kind, scene.number) == ("called", "B007")


def test_a_counter_that_nobody_knows() -> None:
    assert scene_of(None, None, "3", "", NOW).kind == "unknown"
    assert scene_of(lobby(), PROFILE, "9", "", NOW).kind == "nowhere"
