"""A teller's morning: sixty customers by keyboard alone, every operation among them.

Seven in ten are the usual case, one key. The rest is drawn by what is true: each operation comes
as soon as its customer is there, one after the other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median

from PySide6.QtCore import Qt

from counter.teller.scene import Phase
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.server.clock import ManualClock
from tests.support.bank import MINUTE_US
from tests.support.keyed_teller import KeyedTeller, until
from tests.support.server import PIN, RunningServer

CUSTOMERS = 60
EVERY = 3
"""Each third customer is one of the operations, while there are any left."""
SERVED_MIN = 3
Key = Qt.Key
Operation = Callable[["Morning"], None]


@dataclass
class Morning:
    """One teller, a hall that fills, and how time passes; ``done`` names what was done."""

    teller: KeyedTeller
    issue: Callable[[dict[str, object]], str]
    pass_min: Callable[[int], None]
    ask_help: Callable[[], None]
    done: list[str] = field(default_factory=list)

    def live(self) -> list[int]:
        """Everybody is served; the keys of each customer."""
        issued = [self.issue(self._wish(place)) for place in range(CUSTOMERS)]
        until(lambda: len(self.teller.scene.mine) == CUSTOMERS, "the hall")
        waiting = iter(OPERATIONS)
        place = 0
        while self.teller.next():
            place += 1
            self.pass_min(SERVED_MIN)
            if place % EVERY == 0:
                self._do(waiting)
            if self.teller.scene.phase is Phase.SERVING and place % EVERY:
                raise AssertionError("nobody said that the customer is here")
        for operation in waiting:
            raise AssertionError(f"the hall was empty before {operation.__name__}")
        self._stand_by()
        return [self.teller.keys[ticket] for ticket in issued]

    def _wish(self, place: int) -> dict[str, object]:
        wish: dict[str, object] = {"service": "cash"}
        return wish | {"needs": ["lost"]} if place == SEVERAL else wish

    def _do(self, waiting: Iterator[Operation]) -> None:
        operation = next(waiting, None)
        if operation is not None:
            operation(self)
            self.done.append(operation.__name__)

    def _stand_by(self) -> None:
        """The hall is empty: the next to come is called without a key."""
        until(lambda: self.teller.scene.phase is Phase.STANDBY, "standing by")
        ticket = self.issue({"service": "cash"})
        until(lambda: self.teller.ticket == ticket, "the call by itself")
        self.teller.press(Key.Key_F5, Key.Key_1)
        self.done.append("stand_by")


def recall(morning: Morning) -> None:
    """Called once more, then served."""
    morning.teller.press(Key.Key_F3)
    until(lambda: morning.teller.present("recalls") == 1, "the recall")


def is_here(morning: Morning) -> None:
    """The clock is started by hand."""
    morning.teller.press(Key.Key_F4)
    until(lambda: morning.teller.scene.phase is Phase.SERVING, "served")


def other_outcome(morning: Morning) -> None:
    """Closed with the third outcome."""
    morning.teller.press(Key.Key_F5, Key.Key_3)
    until(lambda: not morning.teller.ticket, "nobody here")


def no_show(morning: Morning) -> None:
    """Nobody came, after the recall that the branch asks for."""
    missing = morning.teller.ticket
    morning.teller.press(Key.Key_Delete)
    assert morning.teller.ticket == missing  # not before the recall
    morning.teller.press(Key.Key_F3)
    until(lambda: morning.teller.scene.recalls_needed == 0, "the recall")
    morning.teller.press(Key.Key_Delete)
    until(lambda: [each.id for each in morning.teller.scene.missed] == [missing], "the missed")


def take_back_missed(morning: Morning) -> None:
    """Who missed the call is here now, beside the present customer."""
    morning.teller.press(Key.Key_F9, Key.Key_1, Key.Key_Return)
    until(lambda: not morning.teller.scene.missed, "nobody missed")


def hold(morning: Morning) -> None:
    """Put aside to fetch a document."""
    held = morning.teller.ticket
    morning.teller.press(Key.Key_F6, Key.Key_1, Key.Key_Return)
    until(lambda: [each.id for each in morning.teller.scene.held] == [held], "one on hold")


def take_back_held(morning: Morning) -> None:
    """The document is there."""
    morning.teller.press(Key.Key_F9, Key.Key_1, Key.Key_Return)
    until(lambda: not morning.teller.scene.held, "nobody on hold")


def later(morning: Morning) -> None:
    """Called again in some minutes; the ticket comes back by itself."""
    morning.teller.press(Key.Key_F8, Key.Key_1, Key.Key_Return)
    until(lambda: not morning.teller.ticket, "nobody here")


def transfer(morning: Morning) -> None:
    """Sent on to the colleague beside."""
    morning.teller.press(Key.Key_F7, Key.Key_1, Key.Key_Return)
    until(lambda: not morning.teller.ticket, "nobody here")


def several_needs(morning: Morning) -> None:
    """Here, then the second matter of the same ticket."""
    teller = morning.teller
    assert teller.scene.ticket is not None
    assert len(teller.scene.ticket.needs) == 2
    teller.press(Key.Key_F4)
    until(lambda: teller.scene.phase is Phase.SERVING, "served")
    teller.press(Key.Key_F4)
    until(lambda: teller.present("service") == "lost", "the second matter")


def pause(morning: Morning) -> None:
    """Closed, a pause with a reason, and back."""
    teller = morning.teller
    teller.press(Key.Key_F5, Key.Key_1)
    until(lambda: teller.scene.phase is Phase.FREE, "free")
    teller.press(Key.Key_F12, Key.Key_1, Key.Key_Return)
    until(lambda: teller.scene.phase is Phase.PAUSED, "the pause")
    teller.press(Key.Key_F12)
    until(lambda: teller.scene.phase is Phase.FREE, "work again")


def last_customer(morning: Morning) -> None:
    """This one, then a break of ten minutes; F2 ends the visit and calls nobody, F2 resumes."""
    teller = morning.teller
    teller.press(Key.Key_F12, Key.Key_1, Key.Key_Up, Key.Key_Up, Key.Key_Return)
    until(lambda: teller.scene.plan is not None, "the plan")
    teller.press(Key.Key_F2)
    until(lambda: teller.scene.phase is Phase.PAUSED, "the pause")
    assert teller.scene.pause_until is not None
    teller.press(Key.Key_F2)
    until(lambda: teller.scene.phase is Phase.FREE, "work again")


def _serves(teller: KeyedTeller, is_served: bool) -> Callable[[], bool]:
    """Whether cash is served here, or is not."""
    return lambda: ("cash" in teller.scene.services) is is_served


def no_cash(morning: Morning) -> None:
    """The cash drawer is empty, then full again."""
    teller, control = morning.teller, Qt.KeyboardModifier.ControlModifier
    for is_served in (False, True):
        teller.press(Key.Key_S, modifier=control)
        teller.press(Key.Key_1, Key.Key_Return)
        until(_serves(teller, is_served), "the services")


def together(morning: Morning) -> None:
    """The next in the list belongs to the customer who is here."""
    teller = morning.teller
    teller.press(Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    teller.press(Key.Key_Home, Key.Key_Return, Key.Key_Return)
    until(lambda: bool(teller.present("companions")), "both")
    teller.press(Key.Key_Escape)


def out_of_order(morning: Morning) -> None:
    """The third in the list is called before its turn, with a reason."""
    teller = morning.teller
    teller.press(Key.Key_F5, Key.Key_1)
    until(lambda: teller.scene.phase is Phase.FREE, "free")
    third = teller.scene.mine[2].id
    teller.press(Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    teller.press(Key.Key_Home, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    teller.press(Key.Key_1, Key.Key_Return)
    until(lambda: teller.ticket == third, "the third")


def help_asked(morning: Morning) -> None:
    """Somebody at the kiosk asks for a person; the notice is read and put away."""
    morning.ask_help()
    notice = morning.teller.program.window.desk.help_notice
    until(notice.isVisible, "the call for help")
    morning.teller.press(Key.Key_Escape)
    until(lambda: not notice.isVisible(), "no notice")


def list_of_keys(morning: Morning) -> None:
    """F1 and away again."""
    morning.teller.press(Key.Key_F1, Key.Key_Escape)
    assert morning.teller.program.window.desk.sheet is None


OPERATIONS: tuple[Operation, ...] = (
    recall,
    is_here,
    other_outcome,
    no_show,
    take_back_missed,
    hold,
    several_needs,
    take_back_held,
    later,
    transfer,
    pause,
    out_of_order,
    last_customer,
    no_cash,
    together,
    help_asked,
    list_of_keys,
)
SEVERAL = 20
"""The place in the queue of who has two matters: called when it is the turn of that operation."""


def keys_sentence(keys: list[int]) -> str:
    """The figure that is asked for, and those beside it."""
    ordered = sorted(keys)
    most = ordered[-1]
    slow = ordered[int(0.9 * (len(ordered) - 1))]
    mean = sum(ordered) / len(ordered)
    return (
        f"keys per customer: median {median(ordered):g}, mean {mean:.2f}, "
        f"nine in ten at most {slow}, most {most} ({len(ordered)} customers)"
    )


def whole_morning(server: RunningServer) -> Morning:
    """Somebody at counter 3, a colleague at counter 2, and a clock that is set by hand.

    The server's profile lets tellers call out of order. Close ``teller`` afterwards.
    """
    server.client("teller", "t2").post("counters/2/open", json={}).raise_for_status()
    kiosk, clock = server.client("kiosk"), server.clock
    assert isinstance(clock, ManualClock)

    def issue(wish: dict[str, object]) -> str:
        return str(kiosk.post("tickets", json=wish).raise_for_status().json()["id"])

    def ask_help() -> None:
        kiosk.post("help-requests", json={"device": "kiosk-1"}).raise_for_status()

    teller = KeyedTeller(server.base_url, server.keys["teller"], server.branch, "3")
    teller.sign_in("t1", PIN)
    return Morning(teller, issue, lambda minutes: clock.advance(minutes * MINUTE_US), ask_help)


def lenient() -> Profile:
    """The neighbourhood branch, where tellers may call out of order."""
    profile = load_profile("neighbourhood")
    calling = profile.calling.model_copy(update={"tellers_may_pick": True})
    return profile.model_copy(update={"calling": calling})
