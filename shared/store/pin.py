"""PINs: argon2id hashes."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


class ArgonPins:
    """Hashing with argon2id; the defaults follow RFC 9106's low-memory recommendation."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """``hasher`` with cheaper parameters is for tests only."""
        self._hasher = hasher or PasswordHasher()

    def hash(self, pin: str) -> str:
        """A salted hash with its parameters."""
        return self._hasher.hash(pin)

    def is_right(self, pin_hash: str, pin: str) -> bool:
        """Whether the PIN belongs to the hash."""
        try:
            return self._hasher.verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False
