"""Everything of a running head-office server, wired together in one place."""

import logging
import uuid
from collections.abc import Callable
from typing import Any, Final, TypeVar

from shared.config.office_settings import OfficeSettings
from shared.domain.reach import BranchOutOfReach
from shared.protocol.shipping import Lines, Position
from shared.server.duty.duty import Duty
from shared.server.gate import Gate
from shared.server.limits import Limits
from shared.server.office.bell import Bell
from shared.server.office.known import KnownBranches
from shared.server.office.presence import Presence
from shared.services.lobby import Entry, Lobby
from shared.services.ports import Clock
from shared.services.pseudonym import Pseudonyms
from shared.store.device import DeviceTable
from shared.store.engine import Database
from shared.store.errand import ErrandTable, Wish
from shared.store.head import heads_of
from shared.store.head_keeper import HeadKeeper
from shared.store.invitation import InvitationTable
from shared.store.keyring import Keyring
from shared.store.lines import position
from shared.store.migrate import migrate
from shared.store.plan import PlanTable
from shared.store.receive import Receiver
from shared.store.seal import ready_seal_keys
from shared.store.staff import StaffTable

log = logging.getLogger(__name__)
Seen = TypeVar("Seen")

SECOND_US: Final = 1_000_000
#: Who books remotely waits so long for the branch; the branch has to begin ``MARGIN_S`` earlier.
PATIENCE_S: Final = 6.0
MARGIN_S: Final = 2.0


class Office:
    """The parts that requests use. Wiring only: nothing is opened before ``open``."""

    def __init__(self, settings: OfficeSettings, clock: Clock) -> None:
        """Put the parts together."""
        self.settings = settings
        self.clock = clock
        self.patience_s = PATIENCE_S
        self.database = Database(settings.database)
        self.branches = KnownBranches(self.database)
        self.devices = DeviceTable(self.database)
        self.invitations = InvitationTable(self.database)
        self.limits = Limits(settings, is_off=settings.limits is False)
        self.pseudonyms = Pseudonyms(Keyring(self.database).key)
        self.gate = Gate(self.devices, StaffTable(self.database), clock, branches=())
        self.duty = Duty()  # there is no other head office that might be in charge
        self.receiver = Receiver(self.database, self._taken)
        self.heads = HeadKeeper(self.database, self.branches, settings.heads)
        self.errands = ErrandTable(self.database)
        self.plans = PlanTable(self.database)
        self.bell = Bell(self.errands)
        self.presence = Presence(is_alone=not self.database.is_shared)
        self.lines_taken = 0

    def open(self) -> None:
        """Bring the database up to date, read the keys.

        Raises:
            StoreUnavailable; FileUnreadable, SealFileUnusable.
        """
        migrate(self.database)
        self.pseudonyms.load()
        file = self.settings.seal_file
        if file is None:
            log.warning("office.copies_not_sealed setting=LOBBY_SEAL_KEY")
            return
        keys = ready_seal_keys(file, heads_of(self.database, self.branches))
        self.receiver.seal_with(keys.present)
        self.heads.seal_with(keys.present)

    def start(self) -> None:
        """Begin to serve; to be called in the server's event loop."""
        self.heads.start()
        self.bell.start()

    def stop(self) -> None:
        """Close the database once nobody asks any more."""
        self.heads.stop()
        self.database.close()

    def receive(self, branch: str, lines: Lines) -> Position:
        """Lines for the copy of a branch; see ``Receiver.receive``."""
        return self.receiver.receive(branch, lines)

    def look(self, branch: str, see: Callable[[Lobby, int], Seen]) -> Seen:
        """What ``see(lobby, now_us)`` finds at the end of the copy; practice days stand still.

        Raises:
            BranchOutOfReach: the branch has sent nothing yet. StoreUnavailable.
        """
        place = position(self.database, branch)
        if not place.last:
            raise BranchOutOfReach(branch)

        def look(lobby: Lobby) -> Seen:
            is_live = place.clock == "live"
            return see(lobby, self.clock.now_us() if is_live else lobby.branch.last_us)

        return self.receiver.look(branch, look)

    def wish(self, branch: str, kind: str, body: dict[str, Any], within_s: float) -> Wish:
        """An errand that is given up after ``within_s``; the branch has to begin a bit earlier."""
        now_us = self.clock.now_us()
        expires_us = now_us + round(within_s * SECOND_US)
        valid_us = now_us + round(max(within_s - MARGIN_S, within_s / 2) * SECOND_US)
        return Wish(uuid.uuid4().hex, branch, kind, body, valid_us, expires_us)

    def _taken(self, _branch: str, entries: list[Entry]) -> None:
        """After a commit of the receiver."""
        self.lines_taken += len(entries)
        self.heads.notice(entries)
