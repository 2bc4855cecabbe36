"""The two servers of a branch on one wire: turns the wire by the rule, knows who is in charge."""

from PySide6.QtCore import QObject, QTimer, Signal

from shared.client.loyalty import BRANCH, STAND_IN, Loyalty
from shared.client.refusal import code_in
from shared.client.timing import Timing
from shared.client.wire import Answer, Wire
from shared.domain.errors import StoreUnavailable
from shared.protocol.base import ServerKind

NOT_IN_CHARGE = "not_in_charge"
#: From these a gateway speaks for a server that is not there.
GATEWAY = frozenset({502, 504})


class TwoServers(QObject):
    """Where the wire leads.

    ``is_in_charge``: whether the server that is listened to carries out commands, as far as it has
    said. A branch server counts as in charge until it says otherwise, a stand-in the other way
    round.

    Signals:
        turned(): the wire leads to the other server now; connect again.
        chargeChanged(): ``is_in_charge`` is another.
    """

    turned = Signal()
    chargeChanged = Signal()

    def __init__(self, wire: Wire, timing: Timing, parent: QObject) -> None:
        """At the branch server, the only one that is known."""
        super().__init__(parent)
        self._wire = wire
        self._branch = wire.server
        self._loyalty = Loyalty(silence_s=timing.loyalty_ms / 1000)
        self._is_turning = False
        self.is_in_charge = True
        self._look = QTimer(self, interval=timing.look_ms)
        self._look.timeout.connect(self._look_now)
        wire.answered.connect(self._answered)

    @property
    def at(self) -> ServerKind:
        """Which of the two is listened to."""
        return self._loyalty.at

    @property
    def has_stand_in(self) -> bool:
        """Whether there is another server to turn to."""
        return self._loyalty.stand_in != ""

    def learn(self, stand_in: str) -> None:
        """The stand-in's address; empty: there is none (any more).

        A stand-in does not know of another one: what it says changes nothing.
        """
        if self.at == BRANCH:
            self._loyalty.stand_in = stand_in

    def start(self) -> None:
        """Watch the silence from now on."""
        self._loyalty.heard(self.at)
        self._look.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._look.stop()

    def heard(self) -> None:
        """Bytes came."""
        if not self._is_turning:
            self._loyalty.heard(self.at)

    def left_s(self) -> float | None:
        """Seconds of silence until the other server is tried; None where there is none."""
        return self._loyalty.left_s()

    def note_charge(self, *, is_held: bool) -> None:
        """The server has said whether it is in charge."""
        if is_held != self.is_in_charge:
            self.is_in_charge = is_held
            self.chargeChanged.emit()

    def _answered(self, answer: Answer) -> None:
        if self._is_turning:
            return
        code = code_in(answer.body) if answer.status == 503 else ""
        if answer.status not in GATEWAY and code != StoreUnavailable.code:
            self._loyalty.heard(self.at)
        if code == NOT_IN_CHARGE:
            self.note_charge(is_held=False)
        if self._loyalty.told(self.at, code):
            self._turn_soon()

    def _look_now(self) -> None:
        if not self._is_turning and self._loyalty.look():
            self._turn_soon()

    def _turn_soon(self) -> None:
        """After whatever is calling us: turning ends requests, and one of them may be speaking."""
        self._is_turning = True
        QTimer.singleShot(0, self, self._turn)

    def _turn(self) -> None:
        self._wire.turn_to(self._loyalty.stand_in if self.at == STAND_IN else self._branch)
        self._is_turning = False
        self._loyalty.heard(self.at)
        self.note_charge(is_held=self.at == BRANCH)
        self.turned.emit()
