"""An identity token: believed only when every rule of OpenID Connect Core 1.0, 3.1.3.7 holds."""

from collections.abc import Callable
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import (
    BadSignatureError,
    ClaimError,
    ExpiredTokenError,
    InvalidKeyIdError,
    JoseError,
)
from joserfc.jwk import KeySet

from shared.domain.sign_in_refused import (
    TokenExpired,
    TokenForAnother,
    TokenKeyUnknown,
    TokenNotOurs,
    TokenRefused,
)

#: Two machines' clocks may differ by so much.
LEEWAY_S: Final = 60


class KeyMissing(Exception):
    """No key of this set has the token's name: it may be newer than the set."""


def read(
    token: str,
    keys: KeySet,
    algorithms: tuple[str, ...],
    *,
    issuer: str,
    client: str,
    nonce: str,
    now_s: Callable[[], int],
) -> dict[str, Any]:
    """The claims of a token that was made for us, now, by this issuer.

    Raises:
        KeyMissing: ask for the keys again; if it stays, ``TokenKeyUnknown``.
        TokenExpired, TokenForAnother, TokenNotOurs, TokenRefused.
    """
    try:
        claims: dict[str, Any] = jwt.decode(token, keys, algorithms=list(algorithms)).claims
    except InvalidKeyIdError as error:
        raise KeyMissing from error
    except BadSignatureError as error:
        raise TokenRefused("the signature is not the service's") from error
    except (JoseError, ValueError) as error:
        raise TokenRefused(f"it cannot be read ({type(error).__name__})") from error
    _check(claims, issuer, client, nonce, now_s)
    return claims


def key_unknown() -> TokenKeyUnknown:
    """The keys were asked for again, and none fits."""
    return TokenKeyUnknown()


def _check(
    claims: dict[str, Any], issuer: str, client: str, nonce: str, now_s: Callable[[], int]
) -> None:
    wanted = jwt.JWTClaimsRegistry(
        now_s,
        LEEWAY_S,
        iss={"essential": True, "value": issuer},
        sub={"essential": True},
        aud={"essential": True, "value": client},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        wanted.validate(claims)
    except ExpiredTokenError as error:
        raise TokenExpired() from error
    except ClaimError as error:
        raise _refusal(str(error.claim)) from error
    if claims.get("azp", client) != client:
        raise TokenForAnother()


def _refusal(claim: str) -> TokenRefused:
    match claim:
        case "aud":
            return TokenForAnother()
        case "nonce":
            return TokenNotOurs()
        case "iat" | "nbf" | "exp":
            return TokenExpired()
    return TokenRefused(f"its claim {claim} is not what it should be")
