"""Customers in a file that the branch keeps: digests and segments, no number of anybody.

A line is ``digest,segment``. The digest is HMAC-SHA256 (RFC 2104) under a key in a file of its own
beside it: without the key a list of all telephone numbers finds nobody in it.
"""

import csv
import hmac
import os
import secrets
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

from shared.domain.errors import FileUnreadable
from shared.services.customers import Customer

KEY_BYTES: Final = 32
REFERENCE_LENGTH: Final = 32
"""Hexadecimal digits of the digest that stand for the customer towards the rest of the branch."""


class CustomerFile:
    """Looks customers up in the file; read again when it has changed."""

    def __init__(self, path: Path) -> None:
        """Reads the file.

        Raises:
            FileUnreadable: the file or its key cannot be read, or a line is not understood.
        """
        self._path = path
        self._key = read_key(key_path(path))
        self._read_at = 0
        self._segments: dict[str, str] = {}
        self._refresh()

    def find(self, _branch: str, reference: str) -> Customer | None:
        """The customer of this card, code or number."""
        self._refresh()
        digest = digest_of(self._key, reference)
        segment = self._segments.get(digest)
        return None if segment is None else Customer(segment, digest[:REFERENCE_LENGTH])

    def close(self) -> None:
        """There is nothing to let go of."""

    def _refresh(self) -> None:
        changed_at = _changed_at(self._path)
        if changed_at != self._read_at:
            self._segments = read_segments(self._path)
            self._read_at = changed_at


def key_path(path: Path) -> Path:
    """The key stands beside the file, under the same name with ``.key``."""
    return path.with_name(path.name + ".key")


def read_key(path: Path) -> bytes:
    """The key. Raises FileUnreadable."""
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise FileUnreadable(str(path), "the key of the customer file") from error
    if len(key) < KEY_BYTES:
        raise FileUnreadable(str(path), f"a key has {KEY_BYTES} bytes")
    return key


def read_segments(path: Path) -> dict[str, str]:
    """Digest to segment. Raises FileUnreadable."""
    try:
        with path.open(encoding="ascii", newline="") as lines:
            rows = [row for row in csv.reader(lines) if row]
    except (OSError, ValueError) as error:
        raise FileUnreadable(str(path), "the customer file") from error
    for number, row in enumerate(rows, start=1):
        if len(row) != 2 or len(row[0]) != 2 * sha256().digest_size:
            raise FileUnreadable(str(path), f"line {number} is not: digest,segment")
    return {row[0]: row[1] for row in rows}


def add_customers(path: Path, references: Iterable[str], segment: str) -> int:
    """Add or change these customers; the key is made with the first ones. How many they are.

    Raises:
        FileUnreadable.
    """
    where = key_path(path)
    if not where.exists():
        _write_private(where, secrets.token_hex(KEY_BYTES))
    key = read_key(where)
    segments = read_segments(path) if path.exists() else {}
    digests = [digest_of(key, reference) for reference in references if reference]
    segments |= dict.fromkeys(digests, segment)
    lines = "".join(f"{digest},{name}\n" for digest, name in sorted(segments.items()))
    _write_private(path, lines)
    return len(digests)


def digest_of(key: bytes, reference: str) -> str:
    """What the file holds of a reference."""
    return hmac.new(key, reference.encode(), sha256).hexdigest()


def _write_private(path: Path, text: str) -> None:
    """Whole or not at all, and only for us."""
    beside = path.with_name(path.name + ".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _changed_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise FileUnreadable(str(path), "the customer file") from error
