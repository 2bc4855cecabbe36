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
PATIENCE_S = 60.0
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
        headers = {"Idempotency-Key": f"player-{self.prefix}-{next(self.keys)}"}
        return self._ask(self.client.build_request("POST", address, json=body, headers=headers))

    def get(self, address: str) -> Reply:
        """Read something.

        Raises:
            ServerUnreachable, CommandRefused: as for ``post``.
        """
        return self._ask(self.client.build_request("GET", address))

    def _ask(self, request: httpx.Request) -> Reply:
        answer = self._repeat(request)
        status = answer.status_code
        if answer.is_success:
            return Reply(status, answer.json() if answer.content else {})
        is_problem = answer.headers.get("content-type", "").startswith(MEDIA_TYPE)
        if is_problem and status == httpx.codes.CONFLICT:
            return Reply(status, {}, str(answer.json()["code"]))
        raise CommandRefused(f"{request.url.path}: {status} {answer.text}")

    def _repeat(self, request: httpx.Request) -> httpx.Response:
        """Send until somebody answers who is not just starting or stopping."""
        until_s = time.monotonic() + self.patience_s
        while True:
            is_late = time.monotonic() > until_s
            try:
                answer = self.client.send(request)
            except httpx.TransportError as error:
                if is_late:
                    raise ServerUnreachable(str(self.client.base_url)) from error
            else:
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE or is_late:
                    return answer
            time.sleep(PAUSE_S)
