"""Signing in with the bank's own account: which ways there are, and what each of them says."""

from typing import Annotated

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier

#: A window listens on its own machine only (RFC 8252, 7.3).
LoopbackAddress = Annotated[
    str, Field(pattern=r"^http://(127\.0\.0\.1|\[::1\]):\d{2,5}/signed-in$")
]


class SignInWays(Message):
    """Answer to GET sessions/ways: what a form may offer in this branch.

    ``redirect_port``: where the window listens for the browser's answer; 0: any free port.
    """

    pin: bool
    password: bool
    browser: bool
    redirect_port: int = 0


class SignInAccount(Request):
    """POST sessions/account: the bank's account and its password."""

    account: str = Field(min_length=1, max_length=200)
    password: str = Field(min_length=1, max_length=256, repr=False)
    counter: Identifier | None = None


class BeginBrowser(Request):
    """POST sessions/browser: where the window listens."""

    redirect_uri: LoopbackAddress


class BrowserBegun(Message):
    """Answer to POST sessions/browser (201): open ``url``, and expect ``state`` back."""

    url: str
    state: str


class FinishBrowser(Request):
    """POST sessions/browser/answer: what the browser brought to the window."""

    state: str = Field(
        min_length=1, max_length=400, pattern=r"^[A-Za-z0-9_-]+\.[0-9a-f]{1,12}\.[0-9a-f]+$"
    )
    code: str = Field(min_length=1, max_length=4000, repr=False)
    redirect_uri: LoopbackAddress
    counter: Identifier | None = None
