"""The outer edge of the server: bodies that are too large, and bugs."""

import asyncio
import logging
import re
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.domain.errors import LobbyError, RequestTooLarge
from shared.server.problems import InternalFault, problem_response

log = logging.getLogger(__name__)

BODY_MAX_BYTES: Final = 256 * 1024
#: Files about cases: three megabytes in base64, and what stands around them.
FILE_BODY_MAX_BYTES: Final = 4_400 * 1024
FILES: Final = re.compile(r"(/practice)?/api/v1/branches/[^/]+/cases/[^/]+/files")
DRAIN_MAX_BYTES: Final = 64 * 1024 * 1024
DRAIN_S: Final = 10.0
#: What follows opens a customer's phone page or appointment: it never gets into a log.
SECRET_PART: Final = re.compile(r"(?<=/t/)[^/]+|(?<=/appointments/)[^/]+")


class Edge:
    """Reads the body up to the limit, and turns a bug into a plain problem and one log record."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(scope, receive, send)
        try:
            body = await _read_body(receive, _most_bytes(scope))
            await self._app(scope, _again(body, receive), answer.send)
        except LobbyError as error:
            await answer.problem(error)
        except Exception:
            path = SECRET_PART.sub("***", scope["path"])
            log.exception("request.failed method=%s path=%s", scope["method"], path)
            await answer.problem(InternalFault())


def _most_bytes(scope: Scope) -> int:
    """How large a body may be: more where a file is sent by somebody who shows a key."""
    is_file = scope["method"] == "POST" and FILES.fullmatch(scope["path"])
    has_key = "authorization" in Headers(scope=scope)
    return FILE_BODY_MAX_BYTES if is_file and has_key else BODY_MAX_BYTES


async def _read_body(receive: Receive, most_bytes: int) -> list[Message]:
    """The messages of the whole body, whether its length was announced or it comes in chunks.

    Raises:
        RequestTooLarge: what is left was thrown away, since a socket that is closed with unread
            data resets the connection and the caller would never see the refusal.
    """
    messages: list[Message] = []
    size_bytes = 0
    more = True
    while more:
        message = await receive()
        messages.append(message)
        size_bytes += len(message.get("body", b""))
        more = message["type"] == "http.request" and message.get("more_body", False)
        if size_bytes > most_bytes:
            if more:
                await _throw_away(receive)
            raise RequestTooLarge(most_bytes // 1024)
    return messages


async def _throw_away(receive: Receive) -> None:
    """Read the rest of a body without keeping it, within reason."""
    size_bytes = 0
    try:
        async with asyncio.timeout(DRAIN_S):
            while size_bytes < DRAIN_MAX_BYTES:
                message = await receive()
                size_bytes += len(message.get("body", b""))
                if not message.get("more_body", False):
                    return
    except TimeoutError:
        return


def _again(messages: list[Message], receive: Receive) -> Receive:
    """Gives what was read once more, then what comes after it."""
    rest = iter(messages)

    async def once_more() -> Message:
        message = next(rest, None)
        return await receive() if message is None else message

    return once_more


class _Answer:
    """Knows whether an answer has begun, since only one can be given."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._headers = Headers(scope=scope)
        self._has_begun = False

    async def send(self, message: Message) -> None:
        self._has_begun = True
        await self._send(message)

    async def problem(self, error: LobbyError) -> None:
        if self._has_begun:
            return
        response = problem_response(error, self._headers.get("accept-language", ""))
        await response(self._scope, self._receive, self._send)
