"""What is written about cases: sealed with a key of its month, so that it can be destroyed.

AES-256-GCM (NIST SP 800-38D) with a random nonce; branch and identifier of the text are
authenticated, so that no text can be put in another's place.
"""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

NONCE_BYTES: Final = 12


@dataclass(frozen=True, slots=True)
class SealedText:
    """A text as it is stored. ``key`` is the name of its key."""

    id: str
    branch: str
    key: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class CaseText:
    """What was written, and how the customer wants to be answered."""

    text: str
    contact: str = ""


def text_key(month: str) -> str:
    """The name of the key of texts written in a month such as 2026-11."""
    return f"case:{month}"


class CaseTexts:
    """Seals and opens texts with the keys of one database."""

    def __init__(self, key_of: Callable[[str], bytes]) -> None:
        """``key_of`` makes the key of a name when there is none."""
        self._key_of = key_of

    def seal(
        self, branch: str, text_id: str, day: str, said: CaseText, key: str = ""
    ) -> SealedText:
        """The text of a day (ISO date), sealed with the key of its month, or with this one.

        Raises:
            Whatever ``key_of`` raises.
        """
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # a quarter of a second

        name = key or text_key(day[:7])
        nonce = secrets.token_bytes(NONCE_BYTES)
        plain = json.dumps([said.text, said.contact], ensure_ascii=False).encode()
        sealed = AESGCM(self._key_of(name)).encrypt(nonce, plain, f"{branch}\n{text_id}".encode())
        return SealedText(text_id, branch, name, nonce + sealed)


def unseal(key: bytes | None, text: SealedText) -> CaseText | None:
    """What was written; None when its key was destroyed, or the text does not belong here."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if key is None:
        return None
    nonce, sealed = text.sealed[:NONCE_BYTES], text.sealed[NONCE_BYTES:]
    try:
        plain = AESGCM(key).decrypt(nonce, sealed, f"{text.branch}\n{text.id}".encode())
    except InvalidTag:
        return None
    said, contact = json.loads(plain)
    return CaseText(said, contact)
