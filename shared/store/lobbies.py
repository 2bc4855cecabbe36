"""The lobbies that a process holds in memory: each rebuilt from its log when first asked for."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from shared.config.profile import Profile
from shared.services.attendance import is_anything_due
from shared.services.lobby import Entry, Lobby
from shared.store.custody import Custody, Sole
from shared.store.start import publish_at_start
from shared.store.unit_of_work import UnitOfWork


class Standing(NamedTuple):
    """A lobby at the end of its log, its last hash, and what it had missed."""

    lobby: Lobby
    prev_hash: str
    missed: list[Entry]


class Lobbies:
    """Belongs to the writer: whatever reads or changes a lobby runs in its thread."""

    def __init__(
        self,
        profiles: Mapping[str, Profile],
        staff_names: Mapping[str, str],
        custody: Custody | None = None,
    ) -> None:
        """Nothing is read yet; a profile is published when its branch is first decided for."""
        self._custody = custody or Sole()
        self._profiles = profiles
        self._staff_names = staff_names
        self._held: dict[str, Lobby] = {}
        self._begun: set[str] = set()
        self._told: dict[str, int] = {}  # up to which event of each branch all was published

    def __contains__(self, branch: str) -> bool:
        """Whether its lobby is in memory."""
        return branch in self._held

    def __getitem__(self, branch: str) -> Lobby:
        """The lobby in memory."""
        return self._held[branch]

    def all(self) -> list[Lobby]:
        """Every lobby in memory."""
        return list(self._held.values())

    def due(self, now_us: int) -> list[str]:
        """The branches in use for which the clock alone has something to record."""
        return [branch for branch in self._begun if self.is_due(branch, now_us)]

    def is_due(self, branch: str, now_us: int) -> bool:
        """Whether something has to be recorded, or the lobby read, before anybody may look."""
        lobby = self._held.get(branch)
        return lobby is None or is_anything_due(lobby, now_us)

    def is_used(self, branch: str) -> bool:
        """Whether the branch was read since the start; may be asked in any thread."""
        return branch in self._begun

    def is_news(self, branch: str, sequence: int | None) -> bool:
        """Whether a branch in use may have grown; may be asked in any thread."""
        told = self._told.get(branch)
        return told is not None and (sequence is None or sequence > told)

    def fresh(self, branch: str, entries: list[Entry]) -> list[Entry]:
        """What was not told before, also where the lobby was rebuilt in between; told from now."""
        told = self._told.get(branch, 0)
        found = [entry for entry in entries if entry.sequence > told]
        if found:
            self._told[branch] = found[-1].sequence
        return found

    def at_end(self, work: UnitOfWork, branch: str, now_us: int) -> Standing:
        """The lobby at the end of the log, whose lock is held from here on.

        Raises:
            ProfileLost, LogUnsound: its log does not say how today stands.
            BranchUnusable: its profile cannot be read.
            ProfileInvalid, BranchDiffers: the log names something that the profile lacks.
        """
        last, prev_hash = work.head(branch)
        lobby = self._held.get(branch)
        if lobby is not None and lobby.branch.sequence <= last:
            behind = lobby.branch.sequence < last
            missed = work.catch_up(lobby) if behind else []
            return self._greet(work, branch, Standing(lobby, prev_hash, missed), now_us)
        # Unknown, or ahead of a log that was put back (a restored or an older standby database).
        self._told[branch] = min(self._told.get(branch, last), last)
        lobby, entries = work.lobby(branch, self._staff_names, self._profiles[branch])
        self._held[branch] = lobby
        is_new = branch not in self._begun
        return self._greet(
            work, branch, Standing(lobby, prev_hash, [] if is_new else entries), now_us
        )

    def _greet(self, work: UnitOfWork, branch: str, found: Standing, now_us: int) -> Standing:
        """Before this process decides first: its profile holds, unless it only keeps a copy."""
        is_due = branch not in self._begun and self._custody.publishes
        if not is_due or self._custody.refusal(found.lobby) is not None:
            return found
        missed = publish_at_start(work, found.lobby, self._profiles[branch], now_us)
        _, prev_hash = work.head(branch)
        return Standing(found.lobby, prev_hash, found.missed + missed)

    def begin(self, branch: str) -> None:
        """After a commit: its profile is published, and its time passes by itself."""
        self._begun.add(branch)

    def forget(self, branches: Iterable[str]) -> None:
        """They may be ahead of their logs: read them anew when they are next asked for."""
        for branch in branches:
            self._held.pop(branch, None)
