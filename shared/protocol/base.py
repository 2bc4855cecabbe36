"""The base of everything on the wire."""

from pydantic import BaseModel, ConfigDict


class Message(BaseModel):
    """Base of answers: frozen; a client ignores fields that a newer server added."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Request(BaseModel):
    """Base of requests: frozen; the server refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
