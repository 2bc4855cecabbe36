"""The published profile on the wire."""

from pydantic import Field

from shared.protocol.base import Message


class ProfilePublished(Message):
    """Answer to POST profile: what holds from now on."""

    profile: str = Field(description="fingerprint of the whole profile")
    version: str = Field(description="the bank's own name for it")
    policy: str
    policy_hash: str
    sequence: int = Field(description="where the log stands; the same profile adds no event")
