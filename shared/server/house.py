"""Everything of a running branch server, wired together in one place."""

import logging
from typing import TYPE_CHECKING

from shared.config.database_address import PostgresAddress
from shared.config.profile import Profile
from shared.config.settings import ServerSettings
from shared.domain.errors import StoreUnavailable
from shared.server.gate import Gate
from shared.server.hub import Hub
from shared.server.metrics import Metrics
from shared.server.readiness import Readiness
from shared.services.lobby import Entry
from shared.services.ports import Clock, Ids, PinHasher
from shared.services.pseudonym import Pseudonyms
from shared.store.branch import Days, claim_branch
from shared.store.device import DeviceTable
from shared.store.engine import Database
from shared.store.keyring import Keyring
from shared.store.migrate import migrate
from shared.store.staff import StaffTable
from shared.store.writer import Writer

if TYPE_CHECKING:
    from shared.store.listener import Listener

log = logging.getLogger(__name__)


class House:
    """The parts that requests use. Wiring only: nothing is opened before ``start``."""

    def __init__(
        self,
        settings: ServerSettings,
        profile: Profile,
        clock: Clock,
        ids: Ids,
        pins: PinHasher,
    ) -> None:
        """Put the parts together."""
        self.settings = settings
        self.branches = (profile.branch.id,)
        self.clock = clock
        self.ids = ids
        self.pins = pins
        self.database = Database(settings.database)
        self.staff = StaffTable(self.database)
        self.devices = DeviceTable(self.database)
        self.pseudonyms = Pseudonyms(Keyring(self.database).key)
        self.hub = Hub()
        self.metrics = Metrics()
        self.gate = Gate(self.devices, self.staff, clock)
        self.writer = Writer(
            self.database,
            {profile.branch.id: profile},
            clock,
            self._publish,
            self.staff.names(),
        )
        self.readiness = Readiness(self.database, self.writer, self.branches)
        self._listener = self._ear(settings.database)

    def open(self) -> None:
        """Bring the database up to date, rebuild today from the log, publish the profile.

        Raises:
            StoreUnavailable: the database cannot be used.
            ProfileLost, LogUnsound: its log does not say how today stands.
            DatabaseIsLive, DatabaseIsPractice: it was written by the other kind of clock.
            ProfileInvalid: today's log names something that the profile no longer has.
        """
        migrate(self.database)
        days = Days.LIVE if self.clock.is_real else Days.PRACTICE
        for branch in self.branches:
            claim_branch(self.database, branch, days)
        self.staff.refresh_names()
        self.pseudonyms.load()
        self.writer.load()

    def start(self) -> None:
        """Begin to serve; to be called in the server's event loop."""
        self.hub.start()
        self.writer.start()
        if self._listener is not None:
            self._listener.start()

    def stop(self) -> None:
        """End the streams, finish what was taken, close the database."""
        self.hub.close()
        if self._listener is not None:
            self._listener.stop()
        self.writer.stop()
        self.database.close()

    def _ear(self, address: object) -> "Listener | None":
        """Where several processes share a database, what the others write is told here too.

        Imported here: a branch on SQLite need not wait for the driver.
        """
        if not isinstance(address, PostgresAddress):
            return None
        from shared.store.listener import Listener

        return Listener(address, self.branches, self.writer.hear)

    def _publish(self, branch: str, entries: list[Entry]) -> None:
        """Tell the streams; whoever signed in at another process is known by name before."""
        names = self.staff.names()
        if self.database.is_shared and any(
            e.event.staff and e.event.staff not in names for e in entries
        ):
            try:
                self.staff.refresh_names()
            except StoreUnavailable as error:
                log.warning("house.names_not_read reason=%s", error)
        self.hub.publish(branch, entries)
