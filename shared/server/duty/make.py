"""Which duty a server has."""

from shared.config.database_address import PostgresAddress
from shared.config.settings import ServerSettings, SettingInvalid
from shared.server.charge.timing import ChargeTiming
from shared.server.duty.duty import Duty
from shared.server.duty.pusher import PushingBranch
from shared.server.duty.watch import WatchingStandIn
from shared.services.ports import Clock
from shared.store.engine import Database


def duty_of(
    settings: ServerSettings,
    database: Database,
    branches: tuple[str, ...],
    clock: Clock,
    *,
    is_stand_in: bool,
) -> Duty:
    """That of a stand-in, of a branch server with one, or of a server by itself.

    Raises:
        SettingInvalid: a stand-in for several branches, or for a database of several processes.
        FileUnreadable: the CA's file.
    """
    if not is_stand_in and not settings.stand_in:
        return Duty()
    if len(branches) > 1 or isinstance(settings.database, PostgresAddress):
        reason = "only a branch server with a database of its own can have one"
        raise SettingInvalid("stand_in", reason, "LOBBY_STAND_IN")
    timing = ChargeTiming().shortened(settings.charge_pace)
    if is_stand_in:
        return WatchingStandIn(database, branches[0], timing)
    return PushingBranch(settings, database, branches[0], timing, clock)
