"""Refusals of two servers of one branch, of which one decides (decision 0025).

Part of the tree in ``shared.domain.errors``, below EnvironmentFailed and RuleRefused.
"""

from typing import Final

from shared.domain.errors import EnvironmentFailed, RuleRefused


class NotInCharge(EnvironmentFailed):
    """The other server may be deciding now, or nobody may."""

    code = "not_in_charge"
    sentence = "This server may not decide at the moment. Nothing was changed; try again."


class HandedBack(EnvironmentFailed):
    """The branch server decides again."""

    code = "handed_back"
    sentence = "The branch server is back. Nothing was changed; try again."


class NotConfirmed(EnvironmentFailed):
    """It is in the log; nobody else knows of it yet, so that nobody may rely on it."""

    code = "not_confirmed"
    sentence = "It is not certain yet that this holds. Try the same again in a moment."


#: What is over in a second or two, as a rule.
SOON: Final = (NotInCharge, HandedBack, NotConfirmed)


class NotStandIn(RuleRefused):
    """This server keeps no copy for another one."""

    code = "not_stand_in"
    sentence = "This server does not stand in for another. Start one with: lobby stand-in."


class StandInDecides(RuleRefused):
    """A copy cannot be changed while its keeper decides."""

    code = "stand_in_decides"
    sentence = "This server decides at the moment. Its journal has to be taken back first."


class NoStandIn(RuleRefused):
    """There is no stand-in to do without."""

    code = "no_stand_in"
    sentence = "This server has no stand-in; it is always in charge."
