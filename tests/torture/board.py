"""Calls as the board's screen shows them, and as the server's snapshot tells them."""

from kiosk.board.calls import one_each
from shared.protocol.lobby import LobbyView
from simulator.demo.stage import Stage

Calls = list[tuple[str, str]]
"""Number and counter, newest first."""

LINES = ("hero", "recent0", "recent1", "recent2")


def board_calls(stage: Stage) -> Calls:
    """The rows that are on the screen."""
    items = [stage.item("board", line) for line in LINES if stage.shows("board", line)]
    return [(str(item.property("number")), str(item.property("counter"))) for item in items]


def calls_of(lobby: LobbyView) -> Calls:
    """The rows that should be there: each ticket once, at its newest call."""
    return [(call.number, call.counter) for call in one_each(lobby.recent_calls)[: len(LINES)]]
