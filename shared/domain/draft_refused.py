"""Refusals of changes to the profile; the tree is drawn in ``errors``."""

from shared.domain.errors import RuleRefused


class DraftUnknown(RuleRefused):
    """No change of this identifier."""

    code = "draft_unknown"
    sentence = "There is no such change to the profile. Look it up in the list."


class VersionUnknown(RuleRefused):
    """No profile of this fingerprint was ever published here."""

    code = "version_unknown"
    sentence = "Profile %1 never held in this branch. Choose one of the list of versions."


class DraftStateWrong(RuleRefused):
    """The change is not where this step belongs."""

    code = "draft_state_wrong"
    sentence = "This change is “%1”, so this step is not possible now. Look at it again."


class DraftOfSomebodyElse(RuleRefused):
    """Only its author writes, hands in and withdraws a change."""

    code = "draft_of_somebody_else"
    sentence = "%1 is writing this change. Ask there, or begin a change of your own."


class DraftNeedsAnother(RuleRefused):
    """Nobody approves what they wrote themselves."""

    code = "draft_needs_another"
    sentence = "You wrote this change, so another supervisor or manager has to approve it."


class DraftStale(RuleRefused):
    """Another profile holds meanwhile."""

    code = "draft_stale"
    sentence = (
        "Another profile (%1) was published since this change was begun. Bring the change over to "
        "it, check it and hand it in again."
    )


class DraftChangesNothing(RuleRefused):
    """The change leaves the profile as it is."""

    code = "draft_changes_nothing"
    sentence = "This leaves the profile as it is. Change something first."


class NoDayToPreview(RuleRefused):
    """No business day of before has enough customers to be lived again."""

    code = "no_day_to_preview"
    sentence = "There is no ordinary day with at least %1 customers yet to try this change on."


class DraftAltered(RuleRefused):
    """The text is not the one that was handed in."""

    code = "draft_altered"
    sentence = "The text of this change is not the one that was handed in. Hand it in again."
