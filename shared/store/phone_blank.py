"""Kept answers without the secrets of phone pages: taken out when kept, new ones when repeated.

A ticket may have several tokens, so that a repetition gets one of its own, as good as the first,
and no table holds any that could be read (decision 0022).
"""

import re
import secrets
from collections.abc import Iterable
from typing import Final

from shared.services.decision import PhoneToken

TOKEN_BYTES: Final = 16  # as shared.server.ids: a phone page must not be found by trying
BLANK: Final = re.compile(r"<phone:([A-Za-z0-9_.-]+)>")


def blanked(body: str, tokens: Iterable[PhoneToken]) -> str:
    """The answer with every token replaced by a mark that names its ticket."""
    for token in tokens:
        body = body.replace(token.token, f"<phone:{token.ticket}>")
    return body


def filled(body: str) -> tuple[str, list[PhoneToken]]:
    """The answer with a new token at each mark, and those tokens, to be kept as digests."""
    made: list[PhoneToken] = []

    def fill(mark: re.Match[str]) -> str:
        made.append(PhoneToken(secrets.token_urlsafe(TOKEN_BYTES), mark[1]))
        return made[-1].token

    return BLANK.sub(fill, body), made
