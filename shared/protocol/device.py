"""Devices: enrolling with a one-time code, telling how they are, the list."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from shared.protocol.base import Message, Request, ServerKind
from shared.protocol.command import Identifier

PROBLEMS_MAX = 16
Said = Annotated[str, Field(max_length=64, pattern=r"^[\x21-\x7e]*$")]
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
    """POST devices/heartbeat: a device that is well, or what it lacks.

    A teller program, whether its counter is open, closed again or not open yet, also says what
    keeps two servers from deciding at once (docs/decisions/0025): it tells one server at a time,
    and writes ``term`` to its disk before it repeats it for the first time.
    """

    program: str = Field(max_length=64, pattern=r"^[\x20-\x7e]*$", description="name and version")
    problems: tuple[Identifier, ...] = Field(default=(), max_length=PROBLEMS_MAX)
    counter: Identifier | None = Field(default=None, description="the one that this program serves")
    beat: Said = Field(default="", description="of this server's last answer, unchanged")
    term: Said = Field(default="", description="the last one that any server has told, if any")
    sequence: int = Field(
        default=0,
        ge=0,
        lt=2**53,
        description="the newest event of the branch server's log that it has heard from that "
        "server itself since its program started; 0: none",
    )
    profile: Said = Field(
        default="", description="fingerprint of the profile that it runs, as GET config told it"
    )


class HeartbeatTaken(Message):
    """Answer to POST devices/heartbeat."""

    beat: Said = Field(description="to be repeated to this server in the next heartbeat")
    server: ServerKind = "branch"
    is_held: bool = Field(default=True, description="this server carries out commands now")
    term: Said = Field(
        default="", description="while a stand-in decides: to be kept, and told in every heartbeat"
    )
    wants_heard: bool = Field(
        default=False, description="POST stand-in/heard first: until then this is no vote"
    )
    last: int = Field(
        default=0,
        description="the newest event of the branch server's log, which the stream may tell only "
        "when most counters have it (GET log); 0: nobody waits for that",
    )
    every_ms: int = Field(default=60_000, description="when the next heartbeat is expected")


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
    profile: str = Field(default="", description="fingerprint of the profile that it runs")
    is_behind: bool = Field(
        default=False, description="it runs another profile than the published one"
    )


class DeviceList(Message):
    """GET devices."""

    devices: tuple[DeviceView, ...]
