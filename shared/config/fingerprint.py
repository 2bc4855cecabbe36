"""The fingerprint of a profile: by it the log says which state of the profile held."""

import hashlib
import json
from typing import Final

from shared.config.profile import Profile

HASH_DIGITS: Final = 16


def canonical_profile(profile: Profile) -> str:
    """The whole profile, defaults included, as JSON with one spelling: sorted keys, no spaces."""
    content = profile.model_dump(mode="json")
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(body: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a canonical profile."""
    return hashlib.sha256(body.encode()).hexdigest()[:HASH_DIGITS]


def profile_hash(profile: Profile) -> str:
    """The fingerprint of a profile: the same for the same content, however the file is written."""
    return fingerprint(canonical_profile(profile))
