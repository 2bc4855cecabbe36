"""The line to another server: its address, our key there, and what can be asked."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from shared.config.trust import ServerUntrusted, context_of, distrust_in
from shared.domain.errors import EnvironmentFailed, ServerUnreachable
from shared.protocol.problem import Problem
from shared.protocol.shipping import Lines, Position
from shared.server.shipping.timing import ORDINARY, LineTiming

Answer = TypeVar("Answer", bound=BaseModel)


class LineRefused(EnvironmentFailed):
    """The other server answers, and refuses. ``problem`` is what it says."""

    code = "line_refused"
    sentence = "%1 refuses: %2"

    def __init__(self, server: object, problem: Problem) -> None:
        """Keep the whole problem: its code decides what is done next."""
        super().__init__(server, problem.detail)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Target:
    """Another server: its address, the key under which it knows us, whose certificates we trust.

    ``name`` is what people and figures call it: ``office``, ``stand-in``.
    """

    name: str
    url: str
    key: str = field(repr=False)
    ca: str = ""


class Line:
    """Asks one server about one branch; used by one thread. Nothing is sent before it is asked."""

    def __init__(self, target: Target, branch: str, timing: LineTiming = ORDINARY) -> None:
        """Raises FileUnreadable: the CA's file."""
        self.target = target
        self._timing = timing
        self._client = httpx.Client(
            base_url=f"{target.url.rstrip('/')}/api/v1/branches/{branch}/",
            headers={"Accept-Language": "en", **_door(target.key)},
            verify=context_of(target.ca) if target.url.startswith("https") else False,
            trust_env=False,
        )

    def close(self) -> None:
        """Hang up; a request of another thread fails."""
        self._client.close()

    def position(self) -> Position:
        """How far the copy there goes."""
        return self.ask(Position, "GET", "position")

    def send(self, lines: Lines) -> Position:
        """Lines for the copy; how far it goes then."""
        return self.ask(Position, "POST", "lines", lines)

    def lines(self, after: int) -> Lines:
        """What the copy there holds after a sequence, as much as comes at once."""
        return self.ask(Lines, "GET", f"lines?after={after}")

    def ask(
        self,
        kind: type[Answer],
        method: str,
        path: str,
        body: BaseModel | None = None,
        more_s: float = 0.0,
    ) -> Answer:
        """Any good answer; ``more_s``: patience beyond the ordinary.

        Raises:
            ServerUnreachable, ServerUntrusted; LineRefused.
        """
        patience = httpx.Timeout(self._timing.answer_s + more_s, connect=self._timing.connect_s)
        answer = self._ask(method, path, body, patience)
        try:
            if answer.is_success:
                return kind.model_validate_json(answer.content)
            raise LineRefused(self.target.url, Problem.model_validate_json(answer.content))
        except ValidationError as error:  # somebody else answers at this address
            raise ServerUnreachable(self.target.url) from error

    def _ask(
        self, method: str, path: str, body: BaseModel | None, patience: httpx.Timeout
    ) -> httpx.Response:
        sent: dict[str, Any] = {}
        if body is not None:
            sent["content"] = body.model_dump_json()
            sent["headers"] = {"Content-Type": "application/json"}
        try:
            return self._client.request(method, path, timeout=patience, **sent)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            if reason := distrust_in(error):
                raise ServerUntrusted(self.target.url, reason) from error
            raise ServerUnreachable(self.target.url) from error
        except RuntimeError as error:  # hung up meanwhile
            raise ServerUnreachable(self.target.url) from error


def _door(key: str) -> dict[str, str]:
    """What opens the door; nothing for whoever has only a one-time code."""
    return {"Authorization": f"Bearer {key}"} if key else {}
