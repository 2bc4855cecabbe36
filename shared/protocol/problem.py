"""Refusals on the wire: RFC 9457 problem details with a stable code."""

from pydantic import Field

from shared.protocol.base import Message

MEDIA_TYPE = "application/problem+json"


class Problem(Message):
    """``detail`` is one sentence in the language of the request's Accept-Language."""

    type: str = Field(default="about:blank", description="urn:branch-lobby:problem:<code>")
    title: str
    status: int
    detail: str
    code: str = Field(description="stable, from shared.domain.errors")
    params: tuple[str, ...] = ()
