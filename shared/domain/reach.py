"""Refusals of head office: a branch out of reach, an errand that came too late.

Part of the tree in ``shared.domain.errors``, below EnvironmentFailed and RuleRefused.
"""

from shared.domain.errors import EnvironmentFailed, RuleRefused


class BranchOutOfReach(EnvironmentFailed):
    """The branch did not confirm in time: the line is cut, or its server is away."""

    code = "branch_out_of_reach"
    sentence = (
        "Branch %1 does not answer, so nothing is booked or changed there. Try again later, or "
        "call the branch."
    )


class BranchUnsure(EnvironmentFailed):
    """The branch was told and did not confirm in time; it may have done it all the same."""

    code = "branch_unsure"
    sentence = (
        "Branch %1 did not confirm in time, so it is not certain whether this was done. Look up "
        "your booking again before you come."
    )


class BranchBusy(EnvironmentFailed):
    """More is waiting for a branch than it will ever get done in time."""

    code = "branch_busy"
    sentence = "Too much is waiting for branch %1. Nothing was booked; try again in a minute."


class ErrandUnknown(RuleRefused):
    """No errand of this branch has this identifier, or not any more."""

    code = "errand_unknown"
    sentence = "There is no errand %1 of this branch."


class ErrandExpired(RuleRefused):
    """The errand reached the branch too late; whoever asked was told that it failed."""

    code = "errand_expired"
    sentence = "The errand came too late and was not carried out. Send it again."


class BranchRefused(RuleRefused):
    """The branch runs another release and refuses with a sentence of its own."""

    code = "branch_refused"
    sentence = "The branch refuses: %1"
