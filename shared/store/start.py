"""When a server starts: the profile that it was given is put in force, in the log."""

import logging
from typing import Final

from shared.config.fingerprint import profile_hash
from shared.config.profile import Profile
from shared.services.lobby import Entry, Lobby
from shared.services.publication import new_day, publish
from shared.store.draft import came_from_desk
from shared.store.unit_of_work import UnitOfWork

log: Final = logging.getLogger(__name__)


def publish_at_start(work: UnitOfWork, lobby: Lobby, profile: Profile, now_us: int) -> list[Entry]:
    """Record the profile as published, unless it holds already; gives what was recorded.

    A file that held before does not take the place of what was approved and published since in the
    branch itself: otherwise the next start would undo it.

    A day that is over ends before, so that the new profile may lack what only yesterday used.

    Raises:
        BranchDiffers, ProfileInvalid: nothing may be committed then.
    """
    given = profile_hash(profile)
    branch = lobby.branch.rules.branch
    if given == lobby.published:
        return []
    if came_from_desk(work.connection, branch, lobby.published, given):
        log.warning(
            "start.file_is_older branch=%s file=%s holds=%s", branch, given, lobby.published
        )
        return []
    _, prev_hash = work.head(branch)
    entries = lobby.take(new_day(lobby, now_us, profile))
    decision = publish(lobby, now_us, profile)
    work.keep_profile(lobby, profile, now_us)
    entries += lobby.take(decision.events)
    work.append(branch, entries, prev_hash)
    return entries
