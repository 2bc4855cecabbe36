"""Keys that stand for secrets and people: made with a key that only this database holds.

HMAC-SHA256 (RFC 2104). The log holds only what comes out here; without the key nobody can try
through codes, card numbers or telephone numbers. Each purpose has a key of its own, and customers
have one for each month of their visits: it can be destroyed, and with it every link between the
tickets of that month and people, while codes of appointments still work.
"""

import hmac
from collections.abc import Callable
from enum import StrEnum
from hashlib import sha256
from typing import Final

#: Hexadecimal digits of a customer's key: 96 bits, no two customers of a branch will share one.
CUSTOMER_DIGITS: Final = 24


class Purpose(StrEnum):
    """What a key is for."""

    CODE = "code"
    CUSTOMER = "customer"
    REQUEST = "request"
    INVITATION = "invitation"
    SIGN_IN = "sign_in"


#: Asked for when the database is open.
AT_START: Final = (Purpose.CODE, Purpose.REQUEST)


class Pseudonyms:
    """Makes the keys of one database."""

    def __init__(self, key_of: Callable[[str], bytes]) -> None:
        """``key_of`` is asked once for each name of a key, when the database is open."""
        self._key_of = key_of
        self._keys: dict[str, bytes] = {}

    def load(self) -> None:
        """Ask for every key but those of customers now.

        Raises:
            Whatever ``key_of`` raises.
        """
        for purpose in AT_START:
            self._key(purpose)

    def renew(self) -> None:
        """One of the keys is another one now: ask for them again; others read on meanwhile.

        Raises:
            Whatever ``key_of`` raises; the keys of before hold then.
        """
        self._keys = {purpose: self._key_of(purpose) for purpose in AT_START}

    def code(self, branch: str, code: str) -> str:
        """What the log holds of a confirmation code, as it was typed or spoken."""
        return self._digest(Purpose.CODE, branch, tidy(code))

    def invitation(self, code: str) -> str:
        """What the database holds of a code that enrols a device, as it was typed or spoken."""
        return self._digest(Purpose.INVITATION, "", tidy(code))

    def customer(self, branch: str, reference: str, day: str) -> str:
        """The pseudonymous key of a customer who comes on ``day`` (ISO date).

        It is another one every month. Empty without a reference.

        Raises:
            Whatever ``key_of`` raises, at the first customer of a month.
        """
        reference = reference.strip()
        if not reference:
            return ""
        return self._digest(customer_key(day[:7]), branch, reference)[:CUSTOMER_DIGITS]

    def request(self, *parts: bytes) -> str:
        """What tells one request from another; it may hold a code or a reference."""
        return hmac.new(self._key(Purpose.REQUEST), b"\n".join(parts), sha256).hexdigest()

    def sign_in(self, *parts: bytes) -> str:
        """What a sign-in in the browser is recognized by at its end, and proves itself with.

        Raises:
            Whatever ``key_of`` raises, at the first one.
        """
        return hmac.new(self._key(Purpose.SIGN_IN), b"\n".join(parts), sha256).hexdigest()

    def _digest(self, name: str, branch: str, text: str) -> str:
        covered = f"{branch}\n{text}".encode()
        return hmac.new(self._key(name), covered, sha256).hexdigest()

    def _key(self, name: str) -> bytes:
        keys = self._keys  # one that was asked for before ``renew`` does not come in after it
        key = keys.get(name)
        if key is None:
            key = keys[name] = self._key_of(name)
        return key


def customer_key(month: str) -> str:
    """The name of the key of customers who come in a month such as 2026-11."""
    return f"{Purpose.CUSTOMER}:{month}"


def tidy(code: str) -> str:
    """A code as people type it, without blanks and hyphens, in capitals."""
    return "".join(code.split()).replace("-", "").upper()
