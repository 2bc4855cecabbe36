"""Refusals of a copy of a log: at head office, on a stand-in.

Part of the tree in ``shared.domain.errors``, below RuleRefused and InputInvalid.
"""

from shared.domain.errors import InputInvalid, RuleRefused


class LogForked(RuleRefused):
    """Both have gone on from a common beginning, differently."""

    code = "log_forked"
    sentence = (
        "The log of branch %1 differs at event %2 from the copy here (%3). One of them was put "
        "back to an older state. Take the branch server out of service and see the chapter on "
        "restoring in the operations manual: lobby db restore --office brings back what is here."
    )


class LinesMissing(RuleRefused):
    """What was sent does not follow on what is here."""

    code = "lines_missing"
    sentence = "The copy of branch %1 ends earlier. Send its lines from event %2 on."


class ClocksMixed(RuleRefused):
    """Practice days and real days of one branch."""

    code = "clocks_mixed"
    sentence = (
        "The copy of branch %1 holds %2 days, and these are %3 days. Send practice days to a "
        "server of their own."
    )


class LineAltered(InputInvalid):
    """The hash of a line is not that of its content."""

    code = "line_altered"
    sentence = (
        "Event %2 of branch %1 was changed on its way or in its database. Check there with: "
        "lobby db verify."
    )


class LineUnsound(InputInvalid):
    """The hash is right, and yet the line contradicts those before it."""

    code = "line_unsound"
    sentence = (
        "Event %2 of branch %1 does not fit to those before (%3). Check there with: "
        "lobby db verify."
    )


class LinesTooNew(InputInvalid):
    """Written by a program that this one does not understand."""

    code = "lines_too_new"
    sentence = (
        "Event %2 of branch %1 was written by a newer program. Update this server before the "
        "branches."
    )


class ProfileBodyWrong(InputInvalid):
    """A profile that the lines name did not come, or not as it was published."""

    code = "profile_body_wrong"
    sentence = "Profile %2, which the log of branch %1 names, cannot be used: %3."
