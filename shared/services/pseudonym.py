"""Keys that stand for secrets and people: made with a key that only this database holds.

HMAC-SHA256 (RFC 2104). The log holds only what comes out here; without the key nobody can try
through codes, card numbers or telephone numbers. Each purpose has a key of its own, so that the one
for customers can be destroyed, and with it every link between tickets and people, while codes of
appointments still work.
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


class Pseudonyms:
    """Makes the keys of one database."""

    def __init__(self, key_of: Callable[[Purpose], bytes]) -> None:
        """``key_of`` is asked once for each purpose, when the database is open."""
        self._key_of = key_of
        self._keys: dict[Purpose, bytes] = {}

    def load(self) -> None:
        """Ask for every key now.

        Raises:
            Whatever ``key_of`` raises.
        """
        self._keys = {purpose: self._key_of(purpose) for purpose in Purpose}

    def code(self, branch: str, code: str) -> str:
        """What the log holds of a confirmation code, as it was typed or spoken."""
        return self._digest(Purpose.CODE, branch, tidy(code))

    def invitation(self, code: str) -> str:
        """What the database holds of a code that enrols a device, as it was typed or spoken."""
        return self._digest(Purpose.INVITATION, "", tidy(code))

    def customer(self, branch: str, reference: str) -> str:
        """The pseudonymous key of a customer; empty without a reference."""
        reference = reference.strip()
        if not reference:
            return ""
        return self._digest(Purpose.CUSTOMER, branch, reference)[:CUSTOMER_DIGITS]

    def request(self, *parts: bytes) -> str:
        """What tells one request from another; it may hold a code or a reference."""
        return hmac.new(self._keys[Purpose.REQUEST], b"\n".join(parts), sha256).hexdigest()

    def _digest(self, purpose: Purpose, branch: str, text: str) -> str:
        covered = f"{branch}\n{text}".encode()
        return hmac.new(self._keys[purpose], covered, sha256).hexdigest()


def tidy(code: str) -> str:
    """A code as people type it, without blanks and hyphens, in capitals."""
    return "".join(code.split()).replace("-", "").upper()
