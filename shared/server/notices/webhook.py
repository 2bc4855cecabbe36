"""The web hook: a signed POST for each message, to whatever sends text messages at the bank.

The contract stands in docs/notices.md. The signature is HMAC-SHA256 (RFC 2104) over the time and
the body, so that nobody else can have messages sent, nor send one again later.
"""

import hmac
import json
import time
from collections.abc import Callable
from hashlib import sha256
from typing import Final

import httpx

from shared.config.trust import context_of
from shared.services.notifying import Notice, NoticeLost, NoticeRefused

CONNECT_S: Final = 3.0
ANSWER_S: Final = 5.0
#: Asks for patience rather than refusing: too early, too many, and whatever fails over there.
AGAIN: Final = frozenset({408, 425, 429})


class Webhook:
    """Posts messages to one address; used by one thread."""

    def __init__(
        self, url: str, secret: str, ca: str = "", clock: Callable[[], float] = time.time
    ) -> None:
        """``clock``: seconds since the epoch. Raises FileUnreadable: the CA's file."""
        self._url = url
        self._secret = secret.encode()
        self._clock = clock
        self._client = httpx.Client(
            verify=context_of(ca) if url.startswith("https") else False,
            trust_env=False,
            timeout=httpx.Timeout(ANSWER_S, connect=CONNECT_S),
        )

    def send(self, message: Notice) -> None:
        """Hand a message over. Raises NoticeLost, NoticeRefused."""
        body = body_of(message)
        stamp = str(int(self._clock()))
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": message.id,
            "Lobby-Timestamp": stamp,
            "Lobby-Signature": signature(self._secret, stamp, body),
        }
        try:
            answer = self._client.post(self._url, content=body, headers=headers)
        except httpx.HTTPError as error:
            raise NoticeLost(type(error).__name__) from error
        if answer.is_success:
            return
        if answer.is_server_error or answer.status_code in AGAIN:
            raise NoticeLost(answer.status_code)
        raise NoticeRefused(answer.status_code)

    def close(self) -> None:
        """Hang up."""
        self._client.close()


def body_of(message: Notice) -> bytes:
    """The message as JSON."""
    told = {
        "schema": 1,
        "id": message.id,
        "about": message.about,
        "branch": message.branch,
        "ticket": message.ticket,
        "number": message.number,
        "counter": message.counter or None,
        "language": message.language,
        "to": message.to,
        "text": message.text,
    }
    return json.dumps(told, ensure_ascii=False).encode()


def signature(secret: bytes, stamp: str, body: bytes) -> str:
    """What stands in Lobby-Signature: the version of the scheme, and the digest in hexadecimal."""
    return "v1=" + hmac.new(secret, stamp.encode() + b"." + body, sha256).hexdigest()
