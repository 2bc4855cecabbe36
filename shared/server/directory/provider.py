"""What a sign-in service publishes and answers: its addresses, its keys, tokens for codes.

Addresses and keys are remembered; keys are asked for again when a token names one that is new
(the service has changed its keys), at most every half minute, however many such tokens come.
"""

import threading
import time
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import quote_plus

import httpx
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from pydantic import BaseModel, Field, ValidationError

from shared.config.directory_tables import WEB_URL, OidcTable
from shared.config.trust import context_of, distrust_in
from shared.domain.sign_in_refused import (
    CodeRefused,
    DirectoryAway,
    DirectoryMisused,
    DirectoryUntrusted,
)

REMEMBERED_S: Final = 3600.0
ASKED_AGAIN_S: Final = 30.0
WELL_KNOWN: Final = "/.well-known/openid-configuration"


class Published(BaseModel):
    """The part of the service's description that is used (OpenID Connect Discovery 1.0, 3)."""

    issuer: str
    authorization_endpoint: str = Field(pattern=WEB_URL.replace(r"[^\s?#]+|", r"[^\s#]+|"))
    token_endpoint: str = Field(pattern=WEB_URL)
    jwks_uri: str = Field(pattern=WEB_URL)
    userinfo_endpoint: str = ""


class Provider:
    """A sign-in service; may be used by several threads."""

    def __init__(
        self, table: OidcTable, secret: str, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """``secret`` of our client; empty: a public one. Raises FileUnreadable: the CA's file."""
        self._table, self._secret, self._monotonic = table, secret, monotonic
        self._lock = threading.Lock()
        self._published: tuple[float, Published] | None = None
        self._keys: tuple[float, KeySet] | None = None
        self._client = httpx.Client(
            verify=context_of(table.ca) if table.issuer.startswith("https") else False,
            trust_env=False,
            proxy=table.proxy or None,
            timeout=table.answer_s,
            headers={"Accept": "application/json"},
        )

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def published(self) -> Published:
        """Its description. Raises DirectoryAway, DirectoryUntrusted, DirectoryMisused."""
        with self._lock:
            if self._published is None or self._is_old(self._published[0], REMEMBERED_S):
                found = self._described()
                self._published = (self._monotonic(), found)
            return self._published[1]

    def keys(self, *, newer: bool = False) -> KeySet:
        """Its keys; ``newer``: those of before did not fit. Raises as ``published``."""
        published = self.published()
        with self._lock:
            patience_s = ASKED_AGAIN_S if newer else REMEMBERED_S
            if self._keys is None or self._is_old(self._keys[0], patience_s):
                self._keys = (self._monotonic(), self._fetched(published.jwks_uri))
            return self._keys[1]

    def forget_keys(self) -> None:
        """Ask for the keys again when they are needed."""
        with self._lock:
            self._keys = None

    def exchange(self, code: str, verifier: str, redirect_uri: str) -> dict[str, Any]:
        """The tokens for a code (RFC 6749, 4.1.3; RFC 7636, 4.5).

        Raises:
            CodeRefused: used, too old, or not ours. DirectoryAway, DirectoryMisused.
        """
        published = self.published()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        headers = self._identified(published, form)
        answer = self._ask("POST", published.token_endpoint, data=form, headers=headers)
        told = _read(answer)
        if answer.status_code != httpx.codes.OK:
            error = str(told.get("error", answer.status_code))
            raise CodeRefused() if error == "invalid_grant" else DirectoryMisused(error[:60])
        return told

    def userinfo(self, access_token: str) -> dict[str, Any]:
        """Further claims; empty where the service has no such address."""
        where = self.published().userinfo_endpoint
        if not where or not access_token:
            return {}
        answer = self._ask("GET", where, headers={"Authorization": f"Bearer {access_token}"})
        if answer.status_code != httpx.codes.OK:
            raise DirectoryMisused(f"userinfo {answer.status_code}")
        return _read(answer)

    def _identified(self, published: Published, form: dict[str, str]) -> dict[str, str]:
        """Who we are: in the header (RFC 6749, 2.3.1), or in the form where the bank says so."""
        if not self._secret:
            form["client_id"] = self._table.client_id
            return {}
        if self._table.client_auth == "header":
            pair = (quote_plus(self._table.client_id), quote_plus(self._secret))
            request = httpx.Request("POST", published.token_endpoint)
            signed = next(httpx.BasicAuth(*pair).auth_flow(request))
            return {"Authorization": signed.headers["Authorization"]}
        form |= {"client_id": self._table.client_id, "client_secret": self._secret}
        return {}

    def _described(self) -> Published:
        answer = self._ask("GET", self._table.issuer.rstrip("/") + WELL_KNOWN)
        if answer.status_code != httpx.codes.OK:
            raise DirectoryMisused(f"{WELL_KNOWN} {answer.status_code}")
        try:
            found = Published.model_validate(_read(answer))
        except ValidationError as error:
            raise DirectoryMisused(f"{WELL_KNOWN}: {error.errors()[0]['loc'][0]}") from error
        if found.issuer.rstrip("/") != self._table.issuer.rstrip("/"):
            raise DirectoryMisused("it calls itself by another issuer")
        return found

    def _fetched(self, where: str) -> KeySet:
        answer = self._ask("GET", where)
        try:
            return KeySet.import_key_set(_read(answer))  # type: ignore[arg-type]  # checked there
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise DirectoryMisused("its keys cannot be read") from error

    def _ask(self, method: str, where: str, **more: Any) -> httpx.Response:
        try:
            answer = self._client.request(method, where, **more)
        except httpx.ConnectError as error:
            if why := distrust_in(error):
                raise DirectoryUntrusted(why) from error
            raise DirectoryAway() from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise DirectoryAway() from error
        if answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise DirectoryAway()
        return answer

    def _is_old(self, since: float, patience_s: float) -> bool:
        return self._monotonic() - since >= patience_s


def _read(answer: httpx.Response) -> dict[str, Any]:
    """The JSON object of an answer; DirectoryMisused when there is none."""
    try:
        told = answer.json()
    except ValueError as error:
        raise DirectoryMisused("its answer is no JSON") from error
    if not isinstance(told, dict):
        raise DirectoryMisused("its answer is no JSON object")
    return told
