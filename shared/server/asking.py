"""How a command at the terminal asks a running server."""

from typing import Final

import httpx
from pydantic import ValidationError

from shared.config.trust import ServerUntrusted, context_of, distrust_in
from shared.domain.errors import AccessRefused, ServerUnreachable
from shared.protocol.problem import Problem

PATIENCE_S: Final = 10.0


class ServerRefused(AccessRefused):
    """The server's own sentence."""

    code = "server_refused"
    sentence = "The server refuses: %1"


def ask(method: str, address: str, key: str, ca: str = "") -> bytes:
    """The body of a good answer; without a key what is public.

    Raises:
        ServerRefused, ServerUnreachable, ServerUntrusted.
        FileUnreadable: the CA's file.
    """
    headers = {"Accept-Language": "en"} | ({"Authorization": f"Bearer {key}"} if key else {})
    try:
        answer = httpx.request(
            method,
            address,
            headers=headers,
            verify=context_of(ca),
            timeout=PATIENCE_S,
            trust_env=False,
        )
    except (httpx.TransportError, httpx.InvalidURL) as error:
        if reason := distrust_in(error):
            raise ServerUntrusted(address, reason) from error
        raise ServerUnreachable(address) from error
    if answer.is_success:
        return answer.content
    try:
        raise ServerRefused(Problem.model_validate_json(answer.content).detail)
    except ValidationError as error:
        raise ServerUnreachable(address) from error
