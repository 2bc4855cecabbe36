"""Plans to head office and back, for a program with windows to call from a thread of its own.

No Qt: a plan may take seconds to send, and whoever waits for it is not the window.
"""

from dataclasses import dataclass
from typing import Final, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from shared.client.refusal import failure_of, sentence_in
from shared.config.trust import ServerUntrusted, context_of, distrust_in
from shared.domain.errors import LobbyError, ServerUnreachable
from shared.protocol.plan import Plans, PlanView, ProposePlan

PATIENCE_S: Final = 20.0
Found = TypeVar("Found", bound=BaseModel)


class OfficeRefused(LobbyError):
    """Head office's own sentence, in the language of the program."""

    code = "office_refused"
    sentence = "Head office refuses: %1"


@dataclass(frozen=True, slots=True)
class HeadOffice:
    """Head office as one branch sees it. ``key`` is that of a device with the role planner.

    ``ca``: PEM file with the only authority that is trusted; empty: the machine's.
    """

    server: str
    branch: str
    key: str
    ca: str = ""

    def propose(self, plan: ProposePlan, wish: str, language: str = "en") -> PlanView:
        """Hand a plan in. ``wish`` tells a repeated call from another plan (8 characters or more).

        Raises:
            OfficeRefused, ServerUnreachable, ServerUntrusted, FileUnreadable.
        """
        body = plan.model_dump_json(exclude_unset=True).encode()
        headers = {"Idempotency-Key": wish, "Content-Type": "application/json"}
        return self._ask(PlanView, "POST", "plans", language, body, headers)

    def plans(self, language: str = "en") -> tuple[PlanView, ...]:
        """The plans of the branch and how they stand, newest first.

        Raises:
            OfficeRefused, ServerUnreachable, ServerUntrusted, FileUnreadable.
        """
        return self._ask(Plans, "GET", "plans", language).plans

    def plan(self, plan: str, language: str = "en") -> PlanView:
        """One plan with its file.

        Raises:
            OfficeRefused, ServerUnreachable, ServerUntrusted, FileUnreadable.
        """
        return self._ask(PlanView, "GET", f"plans/{plan}", language)

    def withdraw(self, plan: str, language: str = "en") -> PlanView:
        """Take a plan back before anybody has decided.

        Raises:
            OfficeRefused, ServerUnreachable, ServerUntrusted, FileUnreadable.
        """
        return self._ask(PlanView, "POST", f"plans/{plan}/withdraw", language, b"{}")

    def _ask(
        self,
        kind: type[Found],
        method: str,
        place: str,
        language: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Found:
        server = self.server.rstrip("/")
        common = {"Authorization": f"Bearer {self.key}", "Accept-Language": language}
        try:
            with httpx.Client(
                verify=context_of(self.ca), timeout=PATIENCE_S, trust_env=False, headers=common
            ) as client:
                url = f"{server}/api/v1/branches/{self.branch}/{place}"
                answer = client.request(method, url, content=body, headers=headers)
        except httpx.HTTPError as error:
            if reason := distrust_in(error):
                raise ServerUntrusted(server, reason) from error
            raise ServerUnreachable(server) from error
        if not answer.is_success:
            raise OfficeRefused(_said(answer, language))
        try:
            return kind.model_validate_json(answer.content)
        except ValidationError as error:
            raise OfficeRefused(_said(answer, language)) from error


def _said(answer: httpx.Response, language: str) -> str:
    """Why not, as far as possible in this language."""
    failure = failure_of(answer.content, answer.status_code)
    return sentence_in(failure.code, failure.params, language) or failure.sentence
