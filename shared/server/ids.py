"""Random identifiers and secrets."""

import secrets
import uuid

from shared.protocol.appointment import CODE_ALPHABET, CODE_LENGTH

TOKEN_BYTES = 16  # 128 bits: a phone page must not be found by trying
KEY_BYTES = 32
INVITATION_LENGTH = 8


class RandomIds:
    """Identifiers and tokens from the operating system's randomness."""

    def new_id(self) -> str:
        """A random UUID, 32 hexadecimal digits."""
        return uuid.uuid4().hex

    def new_token(self) -> str:
        """128 random bits, safe inside an address."""
        return secrets.token_urlsafe(TOKEN_BYTES)

    def new_code(self) -> str:
        """One of 24**6, about 190 million; guesses are answered alike (appointment_unknown)."""
        return _spoken(CODE_LENGTH)


def new_device_id() -> str:
    """Twelve hexadecimal digits, short enough to be read out."""
    return uuid.uuid4().hex[:12]


def new_device_key() -> str:
    """256 random bits, shown once when a device is enrolled."""
    return secrets.token_urlsafe(KEY_BYTES)


def new_invitation_code() -> str:
    """One of 24**8, about 110 thousand million; it lives a quarter of an hour, for one device."""
    return _spoken(INVITATION_LENGTH)


def _spoken(length: int) -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(length))
