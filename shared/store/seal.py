"""Seals: keyed digests over the log, made with keys that do not lie in the database.

Every group of lines that is written together gets one: HMAC-SHA256 (RFC 2104) over branch, first
and last number and the hash of the last line, which by the chain covers every line before it.
Whoever may write the database but not read the key file can make the hash chain anew, but no seal.
What this proves and what not: docs/decisions/0021-keyed-chain.md.
"""

import hmac
import json
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from shared.domain.errors import EnvironmentFailed, FileUnreadable

KEY_BYTES: Final = 32
ID_DIGITS: Final = 12
FILE_MODE: Final = 0o600


class SealFileUnusable(EnvironmentFailed):
    """The key file cannot be written, or is none."""

    code = "seal_file_unusable"
    sentence = "Key file %1 cannot be used: %2. Put it right, or name another with LOBBY_SEAL_KEY."


@dataclass(frozen=True, slots=True)
class SealKey:
    """One key and the name under which seals remember it."""

    id: str
    value: bytes

    @classmethod
    def of(cls, text: str) -> "SealKey":
        """The key of a line of the file (hexadecimal); its name is derived from it."""
        value = bytes.fromhex(text)
        return cls(sha256(b"branch-lobby seal key\n" + value).hexdigest()[:ID_DIGITS], value)

    def digest(self, *parts: object) -> str:
        """The keyed digest over these parts, as one JSON list."""
        covered = json.dumps([str(part) for part in parts], ensure_ascii=False)
        return hmac.new(self.value, covered.encode(), sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class SealKeys:
    """What the key file holds: keys, newest last, and from where on each branch is sealed."""

    keys: tuple[SealKey, ...]
    sealed_from: dict[str, int]

    @property
    def present(self) -> SealKey:
        """The key that new seals are made with."""
        return self.keys[-1]

    def find(self, key_id: str) -> SealKey | None:
        """The key of a seal, if the file holds it."""
        return next((key for key in self.keys if key.id == key_id), None)


def seal_digest(key: SealKey, branch: str, first: int, last: int, last_hash: str) -> str:
    """The seal over the lines ``first`` to ``last``, the last of which has this hash."""
    return key.digest("seal", branch, first, last, last_hash)


def read_seal_keys(path: Path) -> SealKeys:
    """The keys of a file.

    Raises:
        FileUnreadable: it is missing or may not be read.
        SealFileUnusable: it holds something else.
    """
    try:
        found = json.loads(path.read_text(encoding="ascii"))
        keys = tuple(SealKey.of(text) for text in found["keys"])
        sealed_from = {str(b): int(first) for b, first in found["sealed_from"].items()}
    except OSError as error:
        raise FileUnreadable(path, error.strerror or error) from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise SealFileUnusable(path, "it is no file of keys") from error
    if not keys:
        raise SealFileUnusable(path, "it holds no key")
    return SealKeys(keys, sealed_from)


def ready_seal_keys(path: Path, heads: dict[str, int]) -> SealKeys:
    """The keys of a server: made when there is no file, which also learns where sealing begins.

    ``heads``: the number of the last line of each branch served. A branch that the file does not
    know yet is sealed from the next line on.

    Raises:
        FileUnreadable, SealFileUnusable.
    """
    known = read_seal_keys(path) if path.exists() else None
    keys = (SealKey.of(secrets.token_hex(KEY_BYTES)),) if known is None else known.keys
    begun = {} if known is None else known.sealed_from
    sealed_from = {branch: last + 1 for branch, last in heads.items()} | begun
    found = SealKeys(keys, sealed_from)
    if found != known:
        _write(path, found)
    return found


def rotate_seal_keys(path: Path) -> SealKeys:
    """Add a key, with which servers seal from their next start on; older ones verify their seals.

    Raises:
        FileUnreadable, SealFileUnusable.
    """
    known = read_seal_keys(path)
    rotated = SealKeys((*known.keys, SealKey.of(secrets.token_hex(KEY_BYTES))), known.sealed_from)
    _write(path, rotated)
    return rotated


def _write(path: Path, keys: SealKeys) -> None:
    """Into a new file that then takes the place of the old one; only the owner may read it."""
    content: dict[str, Any] = {
        "keys": [key.value.hex() for key in keys.keys],
        "sealed_from": keys.sealed_from,
    }
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{json.dumps(content, indent=1)}\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        raise SealFileUnusable(path, error.strerror or error) from error
