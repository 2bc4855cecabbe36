"""The base of everything on the wire."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

#: Which of the two servers of a branch speaks (docs/decisions/0025).
ServerKind = Literal["branch", "stand_in"]


class Message(BaseModel):
    """Base of answers: frozen; a client ignores fields that a newer server added."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Request(BaseModel):
    """Base of requests: frozen; the server refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
