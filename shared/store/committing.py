"""What of a group may be decided here, and the transaction that makes it durable."""

import logging
from enum import Enum
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from shared.config.shelf import BranchUnusable
from shared.domain.errors import EnvironmentFailed, LobbyError
from shared.services.ports import Clock
from shared.store.custody import Custody
from shared.store.engine import Database
from shared.store.group import Group
from shared.store.job import Job
from shared.store.lobbies import Lobbies
from shared.store.seal import SealKey
from shared.store.unit_of_work import UnitOfWork, reading, unit_of_work

log: Final = logging.getLogger("shared.store.writer")


class Way(Enum):
    """What a group may do with a branch."""

    LOOKING = "looking"  # another server decides
    ABSORBING = "absorbing"  # what that one has decided becomes part of the log
    DECIDING = "deciding"


class Committing:
    """Decides groups in the writer's thread and commits each of them.

    ``groups`` and ``commands``: commits since the start, and the commands that they made durable
    together. ``has_written``: whether there was one since somebody set it back.
    """

    def __init__(
        self, database: Database, lobbies: Lobbies, clock: Clock, custody: Custody
    ) -> None:
        """Nothing is sealed yet."""
        self._database = database
        self._lobbies = lobbies
        self._clock = clock
        self._custody = custody
        self.seal_key: SealKey | None = None
        self.groups = self.commands = 0
        self.has_written = False

    def commit(self, jobs: list[Job]) -> Group:
        """Decide every job and make it durable; without anything to write no transaction.

        Raises:
            SQLAlchemyError, NotRecordable: the database took nothing. CommitInDoubt.
            NotInCharge: the charge was lost meanwhile; nothing was written.
        """
        group = Group(jobs, self._clock.now_us())
        self._take_over(group)
        branches = [b for b in group.to_write(self._lobbies) if self._may_decide(group, b)]
        if not branches:
            return group
        with self._custody.committing(), unit_of_work(self._database, self.seal_key) as work:
            work.lock(branches)
            group.recall(work, branches)
            wrote = {branch: self._decide(work, group, branch) for branch in branches}
            work.flush()
            for branch, way in wrote.items():
                self._refuse_without_charge(branch, way)
        for branch, way in wrote.items():
            if way is Way.DECIDING:
                self._lobbies.begin(branch)
        self.has_written = True
        self.groups += 1
        self.commands += len(group.commands)
        return group

    def _may_decide(self, group: Group, branch: str) -> bool:
        """Whether a transaction is of use; without the charge commands are refused here."""
        if branch not in self._lobbies or group.is_absorbing(branch):
            return True
        refusal = self._custody.refusal(self._lobbies[branch])
        if refusal is not None:
            group.refuse(branch, refusal)
        return refusal is None

    def _refuse_without_charge(self, branch: str, way: Way) -> None:
        """Right before the commit: this process may have stood still since it asked."""
        if way is Way.LOOKING:
            return
        is_absorbing = way is Way.ABSORBING
        refusal = self._custody.refusal(self._lobbies[branch], is_absorbing=is_absorbing)
        if refusal is not None:
            raise refusal

    def _take_over(self, group: Group) -> None:
        """What others have committed, without a lock: where nothing is decided none is needed."""
        self._lobbies.forget(group.anew)
        if behind := [branch for branch in group.news if branch in self._lobbies]:
            try:
                with reading(self._database) as work:
                    for branch in behind:
                        group.hear(branch, work.catch_up(self._lobbies[branch]))
            except SQLAlchemyError as error:  # whoever only looks still sees what was known
                log.warning("writer.news_not_read reason=%s", error)

    def _decide(self, work: UnitOfWork, group: Group, branch: str) -> Way:
        """Decide for one branch, as far as this server may.

        Of several branches one that cannot be served does not harm the others.
        """
        try:
            standing = self._lobbies.at_end(work, branch, group.now_us)
        except LobbyError as error:
            log.error("writer.branch_unusable branch=%s reason=%s", branch, error)
            self._lobbies.forget([branch])
            is_ours = isinstance(error, EnvironmentFailed)
            group.give_up(branch, error if is_ours else BranchUnusable(branch, error))
            return Way.LOOKING
        group.hear(branch, standing.missed)
        refusal = self._custody.refusal(standing.lobby)
        if refusal is None:
            group.decide(work, standing.lobby, standing.prev_hash)
            return Way.DECIDING
        group.refuse(branch, refusal)
        if not group.is_absorbing(branch):
            return Way.LOOKING
        if refusal := self._custody.refusal(standing.lobby, is_absorbing=True):
            group.refuse_absorbing(branch, refusal)
            return Way.LOOKING
        group.absorb(work, standing.lobby, standing.prev_hash)
        return Way.ABSORBING
