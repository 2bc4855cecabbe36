"""Refusals of signing in with the bank's own account, by password or in the browser.

Part of the tree in ``shared.domain.errors``. None of them says whether an account exists; those
about an account's state pass on what the directory itself told whoever typed the password.
"""

from shared.domain.errors import AccessRefused, EnvironmentFailed


class WayNotOffered(AccessRefused):
    """The bank has not set up this way to sign in, or has switched it off."""

    code = "way_not_offered"
    sentence = "This branch does not sign people in this way. Use the other way on the form."


class DirectoryAnswers(AccessRefused):
    """PINs are for the time when the directory is away, and it is not."""

    code = "directory_answers"
    sentence = (
        "PINs count here only while the bank's directory is away. Sign in with the bank's account."
    )


class AccountRefused(AccessRefused):
    """Account and password do not match (which of the two is not said)."""

    code = "account_refused"
    sentence = "Account and password do not match. Try again, or ask IT for a new password."


class AccountLocked(AccessRefused):
    """The directory has locked the account, usually after wrong passwords."""

    code = "account_locked"
    sentence = "This account is locked in the bank's directory. Ask IT to unlock it."


class AccountDisabled(AccessRefused):
    """The account is switched off or has run out."""

    code = "account_disabled"
    sentence = "This account is switched off in the bank's directory. Ask IT about it."


class PasswordExpired(AccessRefused):
    """The right password, too old or given by an administrator."""

    code = "password_expired"
    sentence = (
        "This password has expired or must be changed first. Change it at a PC of the bank, then "
        "sign in here."
    )


class PersonUnknown(AccessRefused):
    """The directory knows the person, the branch does not."""

    code = "person_unknown"
    sentence = (
        "Staff number %1 is not on this branch's list. Ask a manager to add it, then sign in again."
    )


class NoStaffNumber(AccessRefused):
    """The directory's entry has no staff number that the log could name."""

    code = "no_staff_number"
    sentence = "The bank's directory holds no staff number for this account. Ask IT to add it."


class NoRole(AccessRefused):
    """None of the person's groups gives a role here."""

    code = "no_role"
    sentence = (
        "Your groups in the bank's directory give you no role here. Ask IT to add you to one."
    )


class AnswerStale(AccessRefused):
    """The answer of the browser belongs to no sign-in that was begun here lately."""

    code = "sign_in_stale"
    sentence = "This sign-in took too long or was begun on another device. Begin again."


class CodeRefused(AccessRefused):
    """The provider does not take the code: used before, too old, or never given."""

    code = "sign_in_code_refused"
    sentence = "The bank's sign-in service did not accept the answer of the browser. Begin again."


class NobodySignedIn(AccessRefused):
    """The browser came back without anybody, or not at all."""

    code = "nobody_signed_in"
    sentence = "Nobody signed in in the browser. Begin again, or sign in another way."


class TokenRefused(AccessRefused):
    """An identity token that does not prove what it has to."""

    code = "token_refused"
    sentence = "The bank's sign-in service gave an answer that proves nothing. Tell IT: %1."


class TokenExpired(TokenRefused):
    """Its time is over, or has not come."""

    code = "token_expired"
    sentence = (
        "The answer of the bank's sign-in service is out of date. Begin again; if it stays, let IT "
        "compare the clocks."
    )


class TokenForAnother(TokenRefused):
    """Made for another program (audience or authorised party)."""

    code = "token_for_another"
    sentence = "The answer of the bank's sign-in service is meant for another program. Tell IT."


class TokenNotOurs(TokenRefused):
    """The nonce is not that of this sign-in."""

    code = "token_not_ours"
    sentence = "The answer of the bank's sign-in service belongs to another sign-in. Begin again."


class TokenKeyUnknown(TokenRefused):
    """Signed with a key that the provider does not publish."""

    code = "token_key_unknown"
    sentence = (
        "The answer is signed with a key that the bank's sign-in service does not know. Tell IT."
    )


class DirectoryAway(EnvironmentFailed):
    """The directory or the sign-in service does not answer in time."""

    code = "directory_away"
    sentence = (
        "The bank's directory does not answer. Try again in a minute; where PINs are allowed, sign "
        "in with staff number and PIN meanwhile."
    )


class DirectoryUntrusted(EnvironmentFailed):
    """Somebody answers, and cannot prove to be the bank's directory."""

    code = "directory_untrusted"
    sentence = "The bank's directory cannot prove who it is: %1. Tell IT; no password was sent."


class DirectoryMisused(EnvironmentFailed):
    """It answers, but not to what this server was set up to ask."""

    code = "directory_misused"
    sentence = "The bank's directory does not take our questions: %1. Tell IT (LOBBY_DIRECTORY)."
