"""Everything of a running branch server, wired together in one place."""

from shared.config.profile import Profile
from shared.config.settings import ServerSettings
from shared.server.gate import Gate
from shared.server.hub import Hub
from shared.server.limits import Limits
from shared.server.metrics import Metrics
from shared.server.readiness import Readiness
from shared.services.ports import Clock, Ids, PinHasher
from shared.services.pseudonym import Pseudonyms
from shared.store.branch import Days, claim_branch
from shared.store.device import DeviceTable
from shared.store.engine import Database
from shared.store.invitation import InvitationTable
from shared.store.keyring import Keyring
from shared.store.migrate import migrate
from shared.store.staff import StaffTable
from shared.store.writer import Writer


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
        self.invitations = InvitationTable(self.database)
        is_counting = clock.is_real if settings.limits is None else settings.limits
        self.limits = Limits(settings, is_off=not is_counting)
        self.pseudonyms = Pseudonyms(Keyring(self.database).key)
        self.hub = Hub()
        self.metrics = Metrics()
        self.gate = Gate(self.devices, self.staff, clock)
        self.writer = Writer(
            self.database,
            {profile.branch.id: profile},
            clock,
            self.hub.publish,
            self.staff.names(),
        )
        self.readiness = Readiness(self.database, self.writer, self.branches)

    def open(self) -> None:
        """Bring the database up to date, rebuild today from the log, publish the profile.

        Raises:
            StoreUnavailable: the file cannot be used.
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

    def stop(self) -> None:
        """End the streams, finish what was taken, close the database."""
        self.hub.close()
        self.writer.stop()
        self.database.close()
