"""From what the server answers to the one sentence that a person reads."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from pydantic import ValidationError

from shared.client.ports import Failure
from shared.config.trust import ServerUntrusted
from shared.domain import admission, planning, sign_in_refused  # noqa: F401  # they join the tree
from shared.domain.errors import LobbyError, ServerUnreachable
from shared.i18n import error_sentence, translate
from shared.protocol.problem import Problem

#: From this status on it is not the command that was wrong (RFC 9110, section 15.6).
SERVER_FAILED: Final = 500


def failure_of(body: bytes, status: int) -> Failure:
    """The failure that a problem document tells; also for an answer that is none."""
    try:
        problem = Problem.model_validate_json(body)
    except ValidationError:
        return unreadable(status)
    known = sentence_in(problem.code, problem.params)
    is_undecided = status >= SERVER_FAILED
    sentence = known or problem.detail
    return Failure(problem.code, sentence, params=problem.params, is_undecided=is_undecided)


def unreadable(status: int) -> Failure:
    """The server's answer is none to what was asked."""
    sentence = translate(
        "Client", "The server's answer (%1) cannot be understood. Update this program.", status
    )
    return Failure("answer_unreadable", sentence, is_undecided=True)


def code_in(body: bytes) -> str:
    """The code of a problem document; empty where there is none."""
    try:
        return Problem.model_validate_json(body).code
    except ValidationError:
        return ""


def unreachable(server: str) -> Failure:
    """The server does not answer."""
    sentence = sentence_in(ServerUnreachable.code, (server,))
    return Failure(ServerUnreachable.code, sentence, True, (server,), is_undecided=True)


def untrusted(server: str, reason: str) -> Failure:
    """Somebody answers, and cannot prove to be the branch server."""
    params = (server, reason.rstrip("."))
    sentence = sentence_in(ServerUntrusted.code, params)
    return Failure(ServerUntrusted.code, sentence, params=params, is_undecided=True)


def sentence_in(code: str, params: tuple[str, ...], language: str | None = None) -> str:
    """The sentence of a refusal in a language (default: the process's); empty if unknown."""
    kind = _kinds().get(code)
    return "" if kind is None else error_sentence(kind(*params), language)


@cache
def _kinds() -> dict[str, type[LobbyError]]:
    """Code to refusal, of every one that the product knows."""
    return {error.code: error for error in _tree(LobbyError)}


def _tree(base: type[LobbyError]) -> Iterator[type[LobbyError]]:
    for each in base.__subclasses__():
        yield each
        yield from _tree(each)
