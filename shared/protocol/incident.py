"""Incidents: suspending services or the whole branch, and what is going on."""

from datetime import datetime

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier


class DeclareIncident(Request):
    """POST incidents: for a reason of the profile."""

    reason: Identifier
    services: tuple[Identifier, ...] = Field(
        default=(), max_length=62, description="default: the whole branch"
    )


class SuspendService(Request):
    """POST services/{service}/suspend: for a reason of the profile."""

    reason: Identifier


class IncidentView(Message):
    """Something that keeps services from being offered."""

    id: str
    reason: str = Field(description="of the profile")
    services: tuple[str, ...] = Field(description="those that it still suspends")
    since: datetime


class IncidentChanged(Message):
    """Answer to commands about incidents: what goes on now, oldest first, and who was told."""

    incident: str = Field(description="id of the incident that the command was about")
    told: tuple[str, ...] = Field(description="tickets whose customers hear of it now")
    going_on: tuple[IncidentView, ...]


class IncidentList(Message):
    """GET incidents: what goes on now, oldest first."""

    incidents: tuple[IncidentView, ...]
