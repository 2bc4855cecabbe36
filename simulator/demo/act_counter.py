"""At counter 1: the real teller's window by its keys, the board above it, the pad before it."""

from PySide6.QtCore import Qt

from shared.protocol.lobby import TicketView
from simulator.demo.scene import ENTER, Scene

NEXT, RECALL, CLOSE, PAUSE = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F12
NO_SHOW = Qt.Key.Key_Delete
GUARD_MS = 1100
"""A second press of the next key within a second counts as the same press."""


def begin(scene: Scene) -> None:
    """Sign in, open the counter, see the free desk in both languages."""
    stage = scene.stage
    stage.picture("teller", "teller-sign-in-zh")
    scene.sign_in()
    stage.wait(lambda: scene.desk().state == "open", "the counter is open")
    scene.checks.equal("counter opened by", scene.desk().staff, scene.branch.staff_at("1"))
    stage.picture("teller", "teller-free-zh")


def press_next(scene: Scene) -> str:
    """F2 once: the number that is called now, or empty when the counter stands by."""
    stage, before = scene.stage, scene.present()
    stage.settle(GUARD_MS)
    stage.key("teller", NEXT)
    stage.wait(
        lambda: scene.present() not in ("", before) or scene.desk().is_standby,
        "somebody is called or the counter stands by",
    )
    return scene.present()


def call(scene: Scene, ticket: TicketView, most_presses: int = 25) -> None:
    """Press next until this ticket is at our counter.

    Raises:
        LookupError: it went to another counter, or never came.
    """
    for _ in range(most_presses):
        if press_next(scene) == ticket.number:
            return
        if scene.ticket(ticket.id).state != "waiting":
            break
    raise LookupError(f"{ticket.number} did not come to counter {scene.counter}")


def serve(scene: Scene, ticket: TicketView) -> None:
    """Our customer is called, recalled, served and closed with one key each; then rates."""
    stage, checks = scene.stage, scene.checks
    stage.wait(lambda: board_number(scene) == ticket.number, "the board shows the call")
    checks.equal("board calls", board_number(scene), ticket.number)
    stage.picture("board", "board-calling")
    stage.picture("teller", "teller-called-zh")
    stage.key("teller", RECALL)
    stage.wait(lambda: recalls(scene) == 1, "the recall is counted")
    stage.settle()
    stage.key("teller", Qt.Key.Key_F4)
    stage.wait(lambda: scene.ticket(ticket.id).state == "serving", "the service has started")
    stage.picture("teller", "teller-serving-zh")
    stage.press("teller", "languageKey")
    stage.picture("teller", "teller-serving-en")
    stage.press("teller", "languageKey")
    press_next(scene)
    stage.wait(lambda: stage.shows("rating", "askPage"), "the pad opens by itself")
    stage.picture("rating", "rating-ask-zh")
    stage.touch("rating", "face5")
    stage.wait(lambda: scene.ticket(ticket.id).rating == 5, "the rating has arrived")
    stage.picture("rating", "rating-thanks-zh")
    closed = scene.ticket(ticket.id)
    checks.equal("next closed the visit as", closed.outcome, "done")
    checks.equal("rating on the server", closed.rating, 5)


def absent(scene: Scene) -> None:
    """Somebody does not come: refused before the recall, done after it."""
    stage = scene.stage
    number = scene.present() or press_next(scene)
    stage.wait(lambda: scene.desk().ticket is not None, "somebody is called")
    ticket = scene.desk().ticket
    assert ticket is not None
    stage.key("teller", NO_SHOW)
    stage.settle()
    scene.checks.equal("no-show before a recall", scene.ticket(ticket.id).state, "called")
    stage.key("teller", RECALL)
    stage.wait(lambda: recalls(scene) == 1, "the recall is counted")
    stage.settle()
    stage.key("teller", NO_SHOW)
    stage.wait(lambda: scene.ticket(ticket.id).state == "no_show", f"{number} is absent")
    scene.checks.equal("no-show after a recall", scene.ticket(ticket.id).state, "no_show")


def other_outcome(scene: Scene) -> None:
    """F5 and a digit: the visit ends as the third outcome of the profile."""
    stage = scene.stage
    press_next(scene)
    ticket = scene.desk().ticket
    assert ticket is not None, "nobody to close"
    stage.key("teller", CLOSE)
    stage.picture("teller", "teller-outcome-zh")
    stage.key("teller", Qt.Key.Key_3)
    stage.key("teller", ENTER)
    stage.wait(lambda: scene.ticket(ticket.id).state == "closed", "the visit is closed")
    expected = scene.branch.profile.outcomes[2].id
    scene.checks.equal("closed as", scene.ticket(ticket.id).outcome, expected)


def pause(scene: Scene) -> None:
    """F12 with a reason, and back again."""
    stage = scene.stage
    stage.settle(GUARD_MS)
    stage.key("teller", PAUSE)
    stage.picture("teller", "teller-pause-zh")
    stage.key("teller", Qt.Key.Key_1)
    stage.key("teller", ENTER)
    stage.wait(lambda: scene.desk().state == "paused", "the counter pauses")
    stage.picture("teller", "teller-paused-zh")
    stage.settle(GUARD_MS)
    stage.key("teller", PAUSE)
    stage.wait(lambda: scene.desk().state == "open", "the counter is open again")
    scene.checks.equal("pause ended, counter", scene.desk().state, "open")


def recalls(scene: Scene) -> int:
    """How often the present customer was recalled, as our window knows it."""
    ticket = scene.desk().ticket
    return ticket.recalls if ticket else 0


def board_number(scene: Scene) -> str:
    """The number in the calling row of the board."""
    return str(scene.stage.item("board", "hero").property("number"))
