"""What has to be true of every line and profile that another server sends."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from shared.config.profile import Profile
from shared.domain.copies import (
    LineAltered,
    LinesMissing,
    LinesTooNew,
    LineUnsound,
    ProfileBodyWrong,
)
from shared.domain.event import SCHEMA_VERSION
from shared.protocol.shipping import Lines, LogLine
from shared.store import profile_version
from shared.store.chain import line_hash


def check_chain(branch: str, lines: Sequence[LogLine], prev_hash: str) -> None:
    """Each line follows on the one before and is as it was written.

    Raises:
        LinesMissing, LineAltered, LinesTooNew.
    """
    expected = lines[0].sequence if lines else 0
    for line in lines:
        if line.sequence != expected:
            raise LinesMissing(branch, expected)
        if line.schema_version > SCHEMA_VERSION:
            raise LinesTooNew(branch, line.sequence)
        content = {"branch": branch, **line.model_dump()}
        if line.prev_hash != prev_hash or line.hash != line_hash(prev_hash, content):
            raise LineAltered(branch, line.sequence)
        prev_hash = line.hash
        expected += 1


def event_data(branch: str, line: LogLine) -> dict[str, Any]:
    """What the line says, as an object.

    Raises:
        LineUnsound: it is none.
    """
    try:
        data = json.loads(line.data)
    except (ValueError, RecursionError) as error:
        raise LineUnsound(branch, line.sequence, error) from error
    if not isinstance(data, dict):
        raise LineUnsound(branch, line.sequence, type(data).__name__)
    return data


def keep_profile(
    connection: Connection, branch: str, version: str, sent: Lines, published_us: int
) -> Profile:
    """The profile of this fingerprint: the one that came along, else the one that is here.

    Raises:
        ProfileBodyWrong: neither, or not as it was published, or another branch's.
    """
    try:
        profile = _profile(connection, branch, version, sent, published_us)
    except profile_version.ProfileLost as error:
        raise ProfileBodyWrong(branch, version or "…", error.params[2]) from error
    if profile.branch.id != branch:
        raise ProfileBodyWrong(branch, version, f"it is the profile of {profile.branch.id}")
    return profile


def _profile(
    connection: Connection, branch: str, version: str, sent: Lines, published_us: int
) -> Profile:
    body = sent.profiles.get(version)
    if body is None:
        return profile_version.find(connection, branch, version)
    name = _name(body)
    found = profile_version.Version(version, name, body, published_us)
    return profile_version.keep_version(connection, branch, found)


def _name(body: str) -> str:
    """The bank's own name for the version."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return str(content.get("version", "")) if isinstance(content, dict) else ""
