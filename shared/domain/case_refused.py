"""Refusals of cases; the tree is drawn in ``errors``."""

from shared.domain.errors import EnvironmentFailed, RuleRefused


class CaseUnknown(RuleRefused):
    """No case with this identifier or number."""

    code = "case_unknown"
    sentence = "There is no case %1. Look it up in the inbox."


class CaseStateWrong(RuleRefused):
    """The case is not where this step belongs."""

    code = "case_state_wrong"
    sentence = "Case %1 is “%2”, so this step is not possible now. Look at the case again."


class FeedbackEnough(RuleRefused):
    """One visit has brought as many messages as anybody reads."""

    code = "feedback_enough"
    sentence = "We have %1 messages from you about this visit already. Please talk to our staff."


class HandlerInvolved(RuleRefused):
    """Nobody judges their own work."""

    code = "handler_involved"
    sentence = "Case %1 is about %2, who cannot handle or approve it. Choose somebody else."


class ApproverInvolved(RuleRefused):
    """Whoever proposed the solution does not approve it."""

    code = "approver_involved"
    sentence = "%2 has worked on case %1 and cannot decide about it. Ask another supervisor."


class CaseOfSomebodyElse(RuleRefused):
    """Only who handles a case takes it further."""

    code = "case_of_somebody_else"
    sentence = "Case %1 is handled by %2. Ask there, or have it assigned to you."


class CaseWordUnknown(RuleRefused):
    """The profile has no such category or root cause."""

    code = "case_word_unknown"
    sentence = "“%1” is no category or root cause of this branch. Choose one of: %2."


class CaseNotClassified(RuleRefused):
    """A complaint ends with its category and its root cause, or nobody learns from it."""

    code = "case_not_classified"
    sentence = "Case %1 has no category and root cause yet. Choose both, then close it."


class MergeImpossible(RuleRefused):
    """A case goes into another open one, and not into itself."""

    code = "merge_impossible"
    sentence = "Case %1 cannot be merged into %2. Choose another case that is still open."


class ExtensionRefused(RuleRefused):
    """A deadline is put off in order: complex first, then special."""

    code = "extension_refused"
    sentence = "The deadline of case %1 cannot be put off in this way. It is extended: %2."


class FileNotAllowed(RuleRefused):
    """By its content it is none of the kinds that may be attached, or it is too large."""

    code = "file_not_allowed"
    sentence = "Only PDF, PNG, JPEG and plain text of up to %1 MB can be attached."


class FileNotSaved(EnvironmentFailed):
    """A file cannot be written where somebody wanted it."""

    code = "file_not_saved"
    sentence = "File %1 cannot be saved there: %2. Choose another folder."


class ReopenTooLate(RuleRefused):
    """The case ended too long ago."""

    code = "reopen_too_late"
    sentence = "Case %1 ended more than %2 days ago. Open a new case and name this one in it."


class ReceivedInvalid(RuleRefused):
    """Nothing is received in the future, nor years ago."""

    code = "received_invalid"
    sentence = "A case is received now or in the past %1 days. Correct the day and time."
