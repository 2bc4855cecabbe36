"""Sign-in in the browser: authorization code with PKCE, the window listens on its own machine.

The server keeps nothing between beginning and end: proof, nonce and code verifier follow from the
state by a key that only the servers of this database have, so any of them may finish what another
began. A state is bound to the device, the branch and the window's address (RFC 8252, RFC 7636).
"""

import hmac
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any, Final
from urllib.parse import urlencode

from shared.config.directory_tables import OidcTable
from shared.domain.sign_in_refused import AnswerStale, NoStaffNumber, TokenRefused
from shared.server.directory.id_token import KeyMissing, key_unknown, read
from shared.server.directory.place import Place
from shared.server.directory.provider import Provider
from shared.services.admitting import Account

STATE_BYTES: Final = 16
#: From the press of the key to the browser's answer.
PATIENCE_S: Final = 600


class Oidc:
    """A sign-in service for windows; may be used by several threads."""

    def __init__(
        self,
        table: OidcTable,
        provider: Provider,
        keyed: Callable[..., str],
        now_s: Callable[[], float] = time.time,
    ) -> None:
        """``keyed`` digest of some bytes, hexadecimal; ``now_s`` real seconds, never practice's."""
        self._table, self._provider, self._keyed, self._now_s = table, provider, keyed, now_s

    def close(self) -> None:
        """Hang up."""
        self._provider.close()

    def probe(self) -> None:
        """Whether it answers and publishes keys. Raises as ``Provider``."""
        self._provider.keys()

    def begin(self, place: Place) -> tuple[str, str]:
        """The state of a new sign-in, and the address for the browser.

        Raises:
            DirectoryAway, DirectoryUntrusted, DirectoryMisused.
        """
        published = self._provider.published()
        until = int(self._now_s()) + PATIENCE_S
        state = f"{secrets.token_urlsafe(STATE_BYTES)}.{until:x}"
        state = f"{state}.{self._proof(state, place)}"
        challenge = sha256(self._verifier(state).encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self._table.client_id,
            "redirect_uri": place.redirect_uri,
            "scope": " ".join(self._table.scopes),
            "state": state,
            "nonce": self._nonce(state),
            "code_challenge": urlsafe_b64encode(challenge).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        if self._table.prompt:
            asked["prompt"] = self._table.prompt
        joint = "&" if "?" in published.authorization_endpoint else "?"
        return state, f"{published.authorization_endpoint}{joint}{urlencode(asked)}"

    def finish(self, state: str, code: str, place: Place) -> Account:
        """Who has signed in.

        Raises:
            AnswerStale: begun elsewhere, never, or too long ago. CodeRefused.
            TokenExpired, TokenForAnother, TokenNotOurs, TokenKeyUnknown, TokenRefused.
            NoStaffNumber; DirectoryAway, DirectoryUntrusted, DirectoryMisused.
        """
        self._check_state(state, place)
        tokens = self._provider.exchange(code, self._verifier(state), place.redirect_uri)
        token = tokens.get("id_token")
        if not isinstance(token, str):
            raise TokenRefused("there is no identity token in it")
        claims = self._believed(token, self._nonce(state))
        return self._account(self._completed(claims, str(tokens.get("access_token") or "")))

    def _believed(self, token: str, nonce: str) -> dict[str, Any]:
        issuer = self._provider.published().issuer
        for newer in (False, True):
            try:
                return read(
                    token,
                    self._provider.keys(newer=newer),
                    self._table.signed_with,
                    issuer=issuer,
                    client=self._table.client_id,
                    nonce=nonce,
                    now_s=lambda: int(self._now_s()),
                )
            except KeyMissing:
                continue
        raise key_unknown()

    def _completed(self, claims: dict[str, Any], access_token: str) -> dict[str, Any]:
        """With the claims that this service tells at another address only."""
        wanted = (self._table.staff_claim, self._table.groups_claim)
        if all(_found(claims, each) is not None for each in wanted if each):
            return claims
        more = self._provider.userinfo(access_token)
        if more and more.get("sub") != claims["sub"]:
            raise TokenRefused("two answers of it are about two people")
        return {**more, **claims}

    def _account(self, claims: dict[str, Any]) -> Account:
        staff = _found(claims, self._table.staff_claim)
        if not isinstance(staff, str | int) or not str(staff).strip():
            raise NoStaffNumber()
        name = _found(claims, self._table.name_claim)
        groups = _found(claims, self._table.groups_claim) or []
        listed = groups.split() if isinstance(groups, str) else groups
        told = tuple(each for each in listed if isinstance(each, str))
        return Account(str(staff).strip(), name if isinstance(name, str) else "", told)

    def _check_state(self, state: str, place: Place) -> None:
        told, _, proof = state.rpartition(".")
        if not hmac.compare_digest(proof.encode(), self._proof(told, place).encode()):
            raise AnswerStale()
        if int(told.rpartition(".")[2], 16) < self._now_s():
            raise AnswerStale()

    def _proof(self, told: str, place: Place) -> str:
        parts = ("state", told, place.branch, place.device, place.redirect_uri)
        return self._keyed(*(part.encode() for part in parts))

    def _verifier(self, state: str) -> str:
        return self._keyed(b"verifier", state.encode())

    def _nonce(self, state: str) -> str:
        return self._keyed(b"nonce", state.encode())


def _found(claims: dict[str, Any], name: str) -> Any:
    """A claim by its name, else along its dots (``realm_access.roles``); None: there is none."""
    if name in claims or not name:
        return claims.get(name)
    found: Any = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found
