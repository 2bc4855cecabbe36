"""The duty of a server that shares its branch with nobody, and what every duty can be asked."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from shared.domain.away import NoStandIn
from shared.protocol.base import ServerKind
from shared.protocol.charge import ChargeView
from shared.protocol.device import Heartbeat, HeartbeatTaken
from shared.server.charge.contact import needed
from shared.server.duty.quorums import open_now
from shared.services.lobby import Lobby
from shared.store.custody import Sole

if TYPE_CHECKING:
    from shared.server.hub import Hub
    from shared.store.writer import Writer

MINUTE_MS: Final = 60_000
#: Under this name numbers are lent to the stand-in.
HOLDER: Final = "stand-in"


class Duty(Sole):
    """Always in charge. The base of the two others."""

    kind: ServerKind = "branch"
    stand_in = ""
    """Address of the stand-in, empty for none."""
    renew_keys: Callable[[], None] = staticmethod(lambda: None)
    """Called when the other server has told a key of its own."""

    @property
    def is_ill(self) -> bool:
        """Whether this server falls silent because it cannot write, and another one could lead."""
        return False

    def join(self, writer: "Writer", hub: "Hub") -> None:
        """What it works with; before ``start``."""

    def start(self) -> None:
        """Begin, after the writer."""

    def stop(self) -> None:
        """End, before the writer."""

    def note_credentials(self) -> None:
        """Somebody has signed in or out."""

    def admit(self) -> None:
        """Raises HandedBack where every device has to go back to the branch server.

        And StoreUnavailable where it shall turn to the stand-in, because nothing can be written.
        """

    def heartbeat(self, body: Heartbeat, *, is_counter: bool) -> HeartbeatTaken:
        """Take note of a device that listens; ``is_counter``: its word may be a vote.

        Raises:
            HandedBack.
        """
        del body, is_counter
        return HeartbeatTaken(beat="", every_ms=MINUTE_MS)

    def view(self, lobby: Lobby) -> ChargeView:
        """How the charge stands; in the writer's thread."""
        opened = open_now(lobby)
        return ChargeView(
            is_held=True,
            server=self.kind,
            counters_in_contact=len(opened),
            counters_needed=needed(opened),
        )

    def is_held(self, lobby: Lobby) -> bool:
        """Whether this server may decide now; in the writer's thread."""
        return self.refusal(lobby) is None

    def waive(self, since: datetime) -> frozenset[str]:
        """A person takes the charge without the stand-in; the terms that are given up by that.

        Raises:
            NoStandIn.
        """
        del since
        raise NoStandIn()
