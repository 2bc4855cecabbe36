"""Everything of a running branch server, wired together in one place."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol
from zoneinfo import ZoneInfo

from starlette.concurrency import run_in_threadpool

from shared.config.database_address import PostgresAddress
from shared.config.demand_tables import DemandFile
from shared.config.profile import Profile
from shared.config.settings import ServerSettings
from shared.config.shelf import ProfileShelf
from shared.domain.errors import StoreUnavailable
from shared.server.device_news import DeviceNews
from shared.server.directory.directory import StaffDirectory
from shared.server.duty.make import duty_of
from shared.server.forecasting.forecaster import Forecaster, Line
from shared.server.forecasting.forecasts import Forecasts, to_streams
from shared.server.forecasting.lessons import correction_of
from shared.server.forecasting.scorer import Scorer
from shared.server.gate import Gate
from shared.server.hub import Hub
from shared.server.limits import Limits
from shared.server.metrics import Metrics
from shared.server.notices.courier import Courier
from shared.server.previewing import Previews
from shared.server.readiness import Readiness
from shared.server.shipping.office_line import OfficeLine
from shared.services.appointing import FAR_US
from shared.services.case_text import CaseTexts
from shared.services.customers import CustomerDirectory
from shared.services.day import local_day
from shared.services.lobby import Entry
from shared.services.notifying import Notifier
from shared.services.ports import Clock, Ids, PinHasher
from shared.services.pseudonym import Pseudonyms
from shared.store.branch import Days, branches, claim_branches
from shared.store.device import DeviceTable
from shared.store.draft import DraftTable
from shared.store.engine import Database
from shared.store.head import heads_of
from shared.store.head_keeper import HeadKeeper
from shared.store.invitation import InvitationTable
from shared.store.keyring import Keyring
from shared.store.migrate import migrate
from shared.store.notice import NoticeTable
from shared.store.practice import PracticeStaff
from shared.store.seal import ready_seal_keys
from shared.store.staff import StaffTable
from shared.store.writer import Writer

if TYPE_CHECKING:
    from shared.store.listener import Listener

log = logging.getLogger(__name__)

NOTHING_LEARNED: Final[Mapping[str, DemandFile]] = MappingProxyType({})


class Guest(Protocol):
    """What lives in the same server beside the house, and ends with it."""

    def end_streams(self) -> None:
        """Nobody listens any more."""

    def stop(self) -> None:
        """Let go of everything."""


class House:
    """The parts that requests use. Wiring only: nothing is opened before ``start``."""

    def __init__(
        self,
        settings: ServerSettings,
        profile: Profile | ProfileShelf,
        clock: Clock,
        ids: Ids,
        pins: PinHasher,
        *,
        is_stand_in: bool = False,
        connect: Callable[[], Line] | None = None,
        learned: Mapping[str, DemandFile] = NOTHING_LEARNED,
        beside: "House | None" = None,
    ) -> None:
        """Put the parts together. ``profile``: of the one branch, or those of several.

        ``is_stand_in``: it keeps a copy of today for another server, and is nobody's record.
        ``connect`` begins a process that looks ahead, with what was ``learned`` of the demand of
        each branch; None: nothing is foretold. ``beside``: the real house to practise for; what is
        asked and guessed is counted there.
        """
        settings = settings.for_stand_in() if is_stand_in else settings
        self.settings = settings
        self.profiles = ProfileShelf.of([profile]) if isinstance(profile, Profile) else profile
        self.branches = tuple(self.profiles)
        self.clock = clock
        self.ids = ids
        self.pins = pins
        self.previews = Previews()
        self.guests: list[Guest] = [self.previews]
        self.practice: Guest | None = None  # the hall whose house this is
        self.database = Database(settings.database)
        self.staff = _staff(self.database, beside)
        self.devices = DeviceTable(self.database)
        self.invitations = InvitationTable(self.database)
        self.drafts = DraftTable(self.database)
        is_counting = clock.is_real if settings.limits is None else settings.limits
        self.limits: Limits = beside.limits if beside else Limits(settings, is_off=not is_counting)
        keyring = Keyring(self.database)
        self.pseudonyms = Pseudonyms(keyring.key)
        self.texts = CaseTexts(keyring.key)
        self.hub = Hub()
        self.heads = HeadKeeper(self.database, self.branches, settings.heads)
        self.metrics = Metrics()
        self.gate = Gate(self.devices, self.staff, clock, self.branches)
        self.duty = duty_of(settings, self.database, self.branches, clock, is_stand_in=is_stand_in)
        self.duty.renew_keys = self.pseudonyms.renew
        self.writer = Writer(
            self.database,
            self.profiles,
            clock,
            self._publish,
            self.staff.names(),
            self.duty,
        )
        self.device_news = DeviceNews(self.writer)
        self.courier = Courier(
            NoticeTable(self.database), self.writer, self.profiles, clock, ids, _target(settings)
        )
        self.directory = _directory(settings)
        self.staff_directory = StaffDirectory.of(settings.directory, self.pseudonyms.sign_in)
        self.office = OfficeLine.of(
            settings, self.branches, self.database, self.writer, self.pseudonyms, ids
        )
        self.forecasts = Forecasts(
            connect
            and Forecaster(
                self.writer,
                clock,
                learned,
                connect,
                to_streams(self.hub),
                partial(correction_of, self.database),
            )
        )
        self.scorer = Scorer(self.database, self.branches)
        self.readiness = Readiness(self.database, self.writer, self.branches[0])
        self._listener = self._ear(settings.database)

    def open(self) -> None:
        """Bring the database up to date, rebuild today from the log, publish the profile.

        Of several branches logs and profiles are read when somebody first asks for the branch.

        Raises:
            StoreUnavailable: the database cannot be used.
            ProfileLost, LogUnsound: its log does not say how today stands.
            DatabaseIsLive, DatabaseIsPractice: it was written by the other kind of clock.
            ProfileInvalid: today's log names something that the profile no longer has.
            FileUnreadable, SealFileUnusable: the keys of the seals.
        """
        migrate(self.database)
        days = Days.LIVE if self.clock.is_real else Days.PRACTICE
        claim_branches(self.database, self.branches, days)
        self._adopt_devices()
        self.staff.refresh_names()
        self.pseudonyms.load()
        self._seal()
        self.duty.join(self.writer, self.hub)
        self.writer.load()

    def _adopt_devices(self) -> None:
        """Devices enrolled before there was a branch are those of the only one."""
        if [branch := self.branches[0]] == branches(self.database):
            self.devices.adopt(branch)

    def _seal(self) -> None:
        """Seal the log from here on, where there is a file for the keys; a copy needs none."""
        if not self.duty.publishes:
            return
        file = self.settings.seal_file
        if file is None:
            log.warning("house.log_not_sealed setting=LOBBY_SEAL_KEY")
            return
        keys = ready_seal_keys(file, heads_of(self.database, self.branches))
        self.writer.seal_with(keys.present)
        self.heads.seal_with(keys.present)

    def start(self) -> None:
        """Begin to serve; to be called in the server's event loop."""
        self.hub.start()
        self.heads.start()
        self.writer.start()
        self.duty.start()
        if self._listener is not None:
            self._listener.start()
        self.office.start()
        if self.duty.publishes:
            self.courier.start()
            self.scorer.start()
        self.forecasts.start(self.branches[0] if len(self.branches) == 1 else "")

    def stop(self) -> None:
        """End the streams, finish what was taken, close the database."""
        self.end_streams()
        for guest in self.guests:
            guest.stop()
        self.forecasts.stop()
        self.office.stop()
        self.courier.stop()
        self.scorer.stop()
        if self.directory is not None:
            self.directory.close()
        self.staff_directory.close()
        if self._listener is not None:
            self._listener.stop()
        self.writer.stop()
        self.duty.stop()
        self.heads.stop()
        self.database.close()

    def end_streams(self) -> None:
        """Nobody listens any more."""
        self.hub.close()
        for guest in self.guests:
            guest.end_streams()

    def _ear(self, address: object) -> "Listener | None":
        """Where several processes share a database, what the others write is told here too.

        Imported here: a branch on SQLite need not wait for the driver.
        """
        if not isinstance(address, PostgresAddress):
            return None
        from shared.store.listener import Listener

        return Listener(address, self.branches, self.writer.hear)

    async def customer(self, branch: str, reference: str | None, at_us: int = 0) -> str:
        """The pseudonym of a customer who comes at this time; empty without a reference.

        A time that nobody can book counts as now, so that no keys are made for it.

        Raises:
            StoreUnavailable: at the first customer of a month. BranchUnusable.
        """
        if not reference:
            return ""
        now_us = self.clock.now_us()
        visit_us = at_us if now_us < at_us < now_us + FAR_US else now_us
        day = local_day(visit_us, self.zone(branch)).day
        return await run_in_threadpool(self.pseudonyms.customer, branch, reference, day)

    def zone(self, branch: str) -> ZoneInfo:
        """The branch's time zone; BranchUnusable."""
        return ZoneInfo(self.profiles[branch].branch.time_zone)

    def _publish(self, branch: str, entries: list[Entry]) -> None:
        """After a commit, in the writer's thread: tell the streams and who keeps heads.

        Whoever signed in at another process is known by name before.
        """
        names = self.staff.names()
        if self.database.is_shared and any(
            e.event.staff and e.event.staff not in names for e in entries
        ):
            try:
                self.staff.refresh_names()
            except StoreUnavailable as error:
                log.warning("house.names_not_read reason=%s", error)
        self.hub.publish(branch, entries)
        self.forecasts.notice(branch, entries)
        self.heads.notice(entries)
        self.office.notice(entries)
        self.courier.notice(branch, entries)
        self.scorer.notice(entries)


def _staff(database: Database, beside: House | None) -> StaffTable:
    """The people; in practice their PINs are those of the real house."""
    if beside is None:
        return StaffTable(database)
    return PracticeStaff(database, beside.staff, beside.clock.now_us)


def _directory(settings: ServerSettings) -> CustomerDirectory | None:
    """Where customers are looked up; None: nobody is known.

    Raises:
        FileUnreadable: the file, its key, or the authority's certificate.
    """
    where = settings.customers
    if not where:
        return None
    if where.startswith(("https://", "http://")):
        from shared.server.customers.rest import CustomerRest

        return CustomerRest(where, settings.customers_secret, settings.customers_ca)
    from shared.server.customers.file import CustomerFile

    return CustomerFile(Path(where))


def _target(settings: ServerSettings) -> Notifier | None:
    """Where messages to telephones go; None: nowhere."""
    if not settings.notice_url:
        return None
    from shared.server.notices.webhook import Webhook

    return Webhook(settings.notice_url, settings.notice_secret, settings.notice_ca)
