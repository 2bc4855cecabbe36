"""Digests of random secrets (device keys, session tokens, phone tokens).

A plain SHA-256 is enough for secrets of 128 random bits or more, which nobody can try through;
PINs are short and get argon2 (``shared.store.pin``).
"""

import hashlib


def digest(secret: str) -> str:
    """What is kept of a random secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
