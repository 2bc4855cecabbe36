"""Customers at the bank's own system, over REST; the contract stands in docs/customers.md.

A kiosk with somebody before it waits for this, so the patience is short, and a system that is away
is left alone for a while.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

import httpx
from pydantic import BaseModel, Field, ValidationError

from shared.config.trust import context_of
from shared.services.customers import Customer

CONNECT_S: Final = 0.5
ANSWER_S: Final = 1.5
LEFT_ALONE_S: Final = 10.0
"""After a failure; meanwhile everybody counts as unknown at once."""

logger = logging.getLogger(__name__)


class Found(BaseModel):
    """The bank's answer."""

    segment: str = Field(min_length=1, max_length=64)
    customer_ref: str = Field(min_length=1, max_length=100)


class CustomerRest:
    """Asks one address; may be used by several threads."""

    def __init__(
        self,
        url: str,
        secret: str = "",
        ca: str = "",
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """``secret``: bearer token. Raises FileUnreadable: the CA's file."""
        self._url = url
        self._monotonic = monotonic
        self._alone_until = 0.0
        self._lock = threading.Lock()
        headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        self._client = httpx.Client(
            verify=context_of(ca) if url.startswith("https") else False,
            trust_env=False,
            headers=headers,
            timeout=httpx.Timeout(ANSWER_S, connect=CONNECT_S),
        )

    def find(self, branch: str, reference: str) -> Customer | None:
        """The customer; None: unknown, or nobody answers in time."""
        with self._lock:
            if self._monotonic() < self._alone_until:
                return None
        asked = {"branch": branch, "reference": reference}
        try:
            answer = self._client.post(self._url, json=asked)
            if answer.status_code == httpx.codes.NOT_FOUND:
                return None
            found = Found.model_validate_json(answer.raise_for_status().content)
        except (httpx.HTTPError, ValidationError) as error:
            self._leave_alone(type(error).__name__)
            return None
        return Customer(found.segment, found.customer_ref)

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def _leave_alone(self, why: str) -> None:
        """Say what happened, never about whom, and do not ask again for a while."""
        logger.warning("customers.away %s", why)
        with self._lock:
            self._alone_until = self._monotonic() + LEFT_ALONE_S
