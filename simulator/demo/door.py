"""A simulated person's way into the branch server: commands over HTTP, repeated until answered."""

import itertools
import secrets
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import httpx

from shared.domain.errors import ServerUnreachable
from shared.protocol.problem import MEDIA_TYPE

#: How long a command is repeated while the server does not answer, and the pause in between.
PATIENCE_S = 20.0
PAUSE_S = 0.25


class CommandRefused(RuntimeError):
    """The server refused what a simulated person never gets refused: the player is at fault."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server said. ``code`` is empty unless a rule said no."""

    status: int
    body: dict[str, object]
    code: str = ""

    @property
    def is_found(self) -> bool:
        """Whether there is an answer at all; next answers with nothing when nobody waits."""
        return self.status != httpx.codes.NO_CONTENT

    def text(self, key: str) -> str:
        """A text of the answer."""
        return str(self.body[key])

    def table(self, key: str) -> dict[str, object]:
        """An object within the answer."""
        found = self.body[key]
        assert isinstance(found, dict)
        return found


@dataclass(slots=True)
class Door:
    """A client with its keys (addresses relative to the branch), as one person uses it.

    Every command carries an Idempotency-Key and is repeated with the same key while the server
    is away, so that a restart in mid-day neither loses nor doubles it.
    """

    client: httpx.Client
    patience_s: float = PATIENCE_S
    keys: Iterator[int] = field(default_factory=itertools.count, init=False)
    prefix: str = field(default_factory=lambda: secrets.token_hex(8), init=False)

    def post(self, address: str, body: Mapping[str, object] | None = None) -> Reply:
        """Send a command and give the answer, or the rule that said no.

        Raises:
            ServerUnreachable: no answer within the patience.
            CommandRefused: the request itself was wrong, or nobody may do that.
        """
        answer = self._repeat(address, body, f"player-{self.prefix}-{next(self.keys)}")
        content = answer.json() if answer.content else {}
        if answer.is_success:
            return Reply(answer.status_code, content)
        if answer.headers["content-type"].startswith(MEDIA_TYPE) and answer.status_code == 409:
            return Reply(answer.status_code, content, str(content["code"]))
        raise CommandRefused(f"{address}: {answer.status_code} {answer.text}")

    def _repeat(self, address: str, body: Mapping[str, object] | None, key: str) -> httpx.Response:
        until_s = time.monotonic() + self.patience_s
        while True:
            try:
                answer = self.client.post(address, json=body, headers={"Idempotency-Key": key})
            except httpx.TransportError as error:
                if time.monotonic() > until_s:
                    raise ServerUnreachable(str(self.client.base_url)) from error
            else:
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                    return answer
                if time.monotonic() > until_s:
                    return answer
            time.sleep(PAUSE_S)
