"""Identity tokens that prove nothing: each fault has its own refusal."""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from shared.config.directory_tables import SIGNATURES
from shared.domain.sign_in_refused import (
    TokenExpired,
    TokenForAnother,
    TokenNotOurs,
    TokenRefused,
)
from shared.server.directory.id_token import LEEWAY_S, KeyMissing, read

NOW_S = 1_790_000_000
OURS = RSAKey.generate_key(2048, {"kid": "ours"})
THEIRS = RSAKey.generate_key(2048, {"kid": "ours"})
NEWER = RSAKey.generate_key(2048, {"kid": "newer"})
SOUND: dict[str, Any] = {
    "iss": "https://id.example",
    "sub": "42",
    "aud": ["branch-lobby"],
    "exp": NOW_S + 300,
    "iat": NOW_S,
    "nonce": "n-1",
}


def token(key: RSAKey = OURS, alg: str = "RS256", **claims: Any) -> str:
    told = {name: value for name, value in {**SOUND, **claims}.items() if value is not None}
    return jwt.encode({"alg": alg, "kid": str(key.kid)}, told, key, algorithms=[alg])


def claims_of(text: str, now_s: Callable[[], int] = lambda: NOW_S) -> dict[str, Any]:
    keys = KeySet.import_key_set({"keys": [OURS.as_dict(private=False)]})
    return read(
        text,
        keys,
        SIGNATURES,
        issuer="https://id.example",
        client="branch-lobby",
        nonce="n-1",
        now_s=now_s,
    )


def test_sound_token_is_believed_until_it_has_run_out() -> None:
    assert claims_of(token()) == SOUND
    assert claims_of(token(azp="branch-lobby"))["azp"] == "branch-lobby"
    assert claims_of(token(), lambda: NOW_S + 300 + LEEWAY_S - 1) == SOUND
    with pytest.raises(TokenExpired):
        claims_of(token(), lambda: NOW_S + 300 + LEEWAY_S)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"aud": "another"}, TokenForAnother),
        ({"aud": None}, TokenForAnother),
        ({"azp": "another"}, TokenForAnother),
        ({"nonce": "n-2"}, TokenNotOurs),
        ({"nonce": None}, TokenNotOurs),
        ({"exp": NOW_S - LEEWAY_S}, TokenExpired),
        ({"exp": None}, TokenExpired),
        ({"iat": NOW_S + LEEWAY_S + 1}, TokenExpired),
        ({"iss": "https://other.example"}, TokenRefused),
        ({"sub": None}, TokenRefused),
    ],
)
def test_each_wrong_claim(wrong: dict[str, Any], refusal: type[TokenRefused]) -> None:
    with pytest.raises(TokenRefused) as refused:
        claims_of(token(**wrong))
    assert type(refused.value) is refusal


def test_key_that_is_not_published_is_asked_for() -> None:
    with pytest.raises(KeyMissing):
        claims_of(token(NEWER))


def test_forged_signatures() -> None:
    with pytest.raises(TokenRefused):
        claims_of(token(THEIRS))
    head, body, _ = token().split(".")
    nothing = "eyJhbGciOiJub25lIn0"
    for forged in (f"{nothing}.{body}.", f"{head}.{body}.AAAA", "no token", f"{head}.{body}"):
        with pytest.raises((TokenRefused, KeyMissing)):
            claims_of(forged)


def test_public_key_is_no_shared_secret() -> None:
    """The old trick: signed with HMAC, and the published key taken for the secret."""
    parts = [{"alg": "HS256", "kid": "ours"}, SOUND]
    signed = b".".join(_encoded(json.dumps(part).encode()) for part in parts)
    seal = hmac.new(OURS.as_pem(private=False), signed, sha256).digest()
    with pytest.raises(TokenRefused):
        claims_of((signed + b"." + _encoded(seal)).decode())


def _encoded(content: bytes) -> bytes:
    return urlsafe_b64encode(content).rstrip(b"=")
