"""The line to head office as the house of a branch has it: the log goes up, errands come down."""

from collections.abc import Iterable

from shared.config.settings import ServerSettings, SettingInvalid
from shared.server.shipping.errand_runner import ErrandRunner
from shared.server.shipping.line import Target
from shared.server.shipping.shipper import LineState, Shipper
from shared.server.shipping.timing import ORDINARY, LineTiming
from shared.services.lobby import Entry
from shared.services.ports import Ids
from shared.services.pseudonym import Pseudonyms
from shared.store.engine import Database
from shared.store.writer import Writer


class OfficeLine:
    """Both directions of the line; nothing at all where no head office is set."""

    def __init__(self, shipper: Shipper | None, errands: ErrandRunner | None) -> None:
        """Nothing runs yet."""
        self._shipper = shipper
        self._errands = errands

    @classmethod
    def of(
        cls,
        settings: ServerSettings,
        branches: Iterable[str],
        database: Database,
        writer: Writer,
        pseudonyms: Pseudonyms,
        ids: Ids,
        timing: LineTiming = ORDINARY,
    ) -> "OfficeLine":
        """As the settings say.

        Raises:
            SettingInvalid: an address without a key, or for several branches.
            FileUnreadable: the CA's file.
        """
        if not settings.office:
            return cls(None, None)
        if not settings.office_key:
            raise SettingInvalid("office", "it needs a key as well", "LOBBY_OFFICE_KEY")
        branch, *others = branches
        if others:
            reason = "a server of several branches lies at head office already"
            raise SettingInvalid("office", reason, "LOBBY_OFFICE")
        target = Target("office", settings.office, settings.office_key, settings.office_ca)

        def digest_of(code: str) -> str:
            return pseudonyms.code(branch, code)

        shipper = Shipper(database, branch, target, timing)
        errands = ErrandRunner(writer, branch, target, ids, digest_of, timing)
        return cls(shipper, errands)

    def start(self) -> None:
        """Begin; the writer runs already."""
        if self._shipper is not None:
            self._shipper.start()
        if self._errands is not None:
            self._errands.start()

    def stop(self) -> None:
        """End both directions."""
        if self._errands is not None:
            self._errands.stop()
        if self._shipper is not None:
            self._shipper.stop()

    def notice(self, entries: list[Entry]) -> None:
        """After a commit, in the writer's thread; never waits."""
        if self._shipper is not None and entries:
            self._shipper.notice(entries[-1].sequence)

    @property
    def states(self) -> list[LineState]:
        """How the line is; empty where there is none."""
        return [] if self._shipper is None else [self._shipper.state]
