"""The thread of a stand-in: sees when it is time to take over, or to go on."""

import logging
import threading
from typing import TYPE_CHECKING, Final

from shared.domain.errors import LobbyError
from shared.server.charge.stand_in import Stage
from shared.server.duty.heard import record_calls
from shared.server.duty.quorums import Open, open_now
from shared.server.duty.stand_in import StandInDuty
from shared.services.lobby import Lobby

if TYPE_CHECKING:
    from shared.server.hub import Hub
    from shared.store.writer import Writer

log = logging.getLogger(__name__)

STOP_S: Final = 2.0
LOOK_S: Final = 5.0


class WatchingStandIn(StandInDuty):
    """A stand-in that takes over by itself."""

    def join(self, writer: "Writer", hub: "Hub") -> None:
        """What it works with."""
        super().join(writer, hub)
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="lobby-stand-in", daemon=True)

    def start(self) -> None:
        """Watch from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._is_over.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def _run(self) -> None:
        while not self._is_over.wait(self.timing.beat_ms / 4000):
            try:
                self.look()
            except LobbyError as error:
                log.warning("stand_in.watch_failed reason=%s", error)
            except Exception:
                log.exception("stand_in.watch_failed branch=%s", self.branch)

    def look(self) -> None:
        """Do what is due.

        Raises:
            StoreUnavailable; ServerStopping.
        """
        if self.charge.is_overdue():
            self.go_on()
        elif self.charge.stage is Stage.COPYING and not self.charge.is_branch_near:
            seen, opened = self.writer.look(self.branch, _end).result(LOOK_S)
            if self.may_take_over(opened) and self.take_over(seen, opened):
                record_calls(self)
                self.writer.look(self.branch, _end).result(LOOK_S)  # time passes again


def _end(lobby: Lobby, _now_us: int) -> tuple[int, Open]:
    return lobby.branch.sequence, open_now(lobby)
