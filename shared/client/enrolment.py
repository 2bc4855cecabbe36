"""A device's own key: fetched once with a one-time code, then kept in the state folder.

No Qt and no window: it happens before there is one.
"""

import json
import os
from pathlib import Path
from typing import Final

import httpx
from pydantic import ValidationError

from shared.client.refusal import failure_of, sentence_in
from shared.config.state import state_folder
from shared.config.trust import ServerUntrusted, context_of, distrust_in
from shared.domain.errors import (
    AccessRefused,
    BranchNotNamed,
    EnvironmentFailed,
    FileUnreadable,
    ServerUnreachable,
)
from shared.protocol.device import Enrolled

PATIENCE_S: Final = 10.0
OWNER_ONLY: Final = 0o600


class NotEnrolled(AccessRefused):
    """The server's own sentence: why the code does not open the door."""

    code = "not_enrolled"
    sentence = "This device is not enrolled. %1"


class EnrolledAsOther(AccessRefused):
    """The code was made for another kind of device; it is used up now."""

    code = "enrolled_as_other"
    sentence = "This code is for a %1, and this program is a %2. Make another code."


class KeyNotKept(EnvironmentFailed):
    """The folder cannot be written."""

    code = "key_not_kept"
    sentence = "The key cannot be kept in %1: %2. Make the folder writable, and another code."


def key_file(program: str) -> Path:
    """Where the key of this program on this machine lies."""
    return state_folder() / "keys" / f"{program}.json"


def kept_key(program: str) -> str:
    """The key that was kept; empty when there is none.

    Raises:
        FileUnreadable: there is a file, and it holds no key.
    """
    path = key_file(program)
    try:
        return Enrolled.model_validate_json(path.read_bytes()).key
    except FileNotFoundError:
        return ""
    except (OSError, ValidationError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or "it holds no key") from error


def enrol(program: str, server: str, branch: str, code: str, ca: str = "") -> str:
    """Exchange a one-time code for the key of this device, keep it, and give it.

    The folder is tried before the code is spent. ``program`` is also the role that is expected.

    Raises:
        ServerUnreachable, ServerUntrusted, NotEnrolled, EnrolledAsOther, KeyNotKept.
        BranchNotNamed: the server serves several.
        FileUnreadable: the CA's file.
    """
    path = key_file(program)
    _keep(path.with_suffix(".new"), b"")
    enrolled = _exchange(server.rstrip("/"), branch, code, ca)
    if enrolled.role not in (program, "lead", "admin"):
        raise EnrolledAsOther(enrolled.role, program)
    _keep(path.with_suffix(".new"), json.dumps(enrolled.model_dump(mode="json")).encode())
    path.with_suffix(".new").replace(path)
    return enrolled.key


def _exchange(server: str, branch: str, code: str, ca: str) -> Enrolled:
    branches = f"{server}/api/v1/branches"
    try:
        with httpx.Client(
            verify=context_of(ca),
            timeout=PATIENCE_S,
            trust_env=False,
            headers={"Accept-Language": "en"},
        ) as client:
            place = branch or _only(client.get(branches).raise_for_status().json())
            answer = client.post(f"{branches}/{place}/devices/enrol", json={"code": code})
    except httpx.ConnectError as error:
        if reason := distrust_in(error):
            raise ServerUntrusted(server, reason) from error
        raise ServerUnreachable(server) from error
    except (httpx.HTTPError, LookupError, ValueError) as error:
        raise ServerUnreachable(server) from error
    if not answer.is_success:
        failure = failure_of(answer.content, answer.status_code)
        raise NotEnrolled(sentence_in(failure.code, failure.params, "en") or failure.sentence)
    try:
        return Enrolled.model_validate_json(answer.content)
    except ValidationError as error:
        raise NotEnrolled(failure_of(answer.content, answer.status_code).sentence) from error


def _only(found: dict[str, list[dict[str, str]]]) -> str:
    """The only branch of the server.

    Raises:
        BranchNotNamed: it serves several, and the code is for one of them.
    """
    names = [branch["id"] for branch in found["branches"]]
    if len(names) > 1:
        raise BranchNotNamed(", ".join(names))
    return names[0]


def _keep(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, from its first byte on."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.unlink(missing_ok=True)
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb"
        ) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise KeyNotKept(path.parent, error.strerror) from error
