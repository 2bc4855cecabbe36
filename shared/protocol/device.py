"""Devices: enrolling with a one-time code, telling how they are, the list."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier

PROBLEMS_MAX = 16
DeviceName = Annotated[str, Field(max_length=64, pattern=r"^[^\x00-\x1f\x7f]*$")]


class Enrol(Request):
    """POST devices/enrol: a device that has only a one-time code."""

    code: str = Field(min_length=1, max_length=32, repr=False, description="as it was told")
    name: DeviceName = Field(default="", description="default: as the invitation says")


class Enrolled(Message):
    """The device's own key, told only now."""

    device: str
    name: str
    role: str
    key: str = Field(repr=False)


class Heartbeat(Request):
    """POST devices/heartbeat: a device that is well, or what it lacks."""

    program: str = Field(max_length=64, pattern=r"^[\x20-\x7e]*$", description="name and version")
    problems: tuple[Identifier, ...] = Field(default=(), max_length=PROBLEMS_MAX)


class DeviceView(Message):
    """An enrolled device, without its key."""

    id: str
    name: str
    role: str
    enrolled_at: datetime
    revoked_at: datetime | None = None
    last_seen: datetime | None = Field(default=None, description="of its last heartbeat")
    program: str = ""
    problems: tuple[str, ...] = ()


class DeviceList(Message):
    """GET devices."""

    devices: tuple[DeviceView, ...]
