"""What comes down the line from head office to a branch, and what the branch says to it."""

from datetime import datetime
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier, Language
from shared.protocol.problem import Problem
from shared.protocol.times import Moment

#: How long an open question for errands may wait for one.
WAIT_S_MAX: Final = 25
#: How long a publication may wait for a branch that is out of reach.
WITHIN_S_MAX: Final = 7 * 24 * 3600
ErrandId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
ErrandKind = Literal["profile", "appointment", "withdraw", "find", "move", "cancel"]
TypedCode = Annotated[str, Field(min_length=1, max_length=64, repr=False)]


class BookRemotely(Request):
    """POST appointments at head office. It takes nothing that says who the customer is."""

    service: Identifier
    at: Moment = Field(description="one of the times of GET slots")
    segment: Identifier | None = Field(default=None, description="default: the ordinary segment")
    language: Language = "zh_CN"


class BookOnPage(Request):
    """POST /book/{branch}/appointments at head office: somebody with a browser."""

    service: Identifier
    at: Moment = Field(description="one of the times of GET slots")
    language: Language = "zh_CN"


class ByCode(Request):
    """What a customer wants of an appointment; the code is its only key, and travels once."""

    code: TypedCode


class MoveByCode(ByCode):
    """Another time, another service, or both, under the same code."""

    at: Moment | None = None
    service: Identifier | None = None


class Errand(Message):
    """Something for the branch to carry out, unless ``valid_ms`` has passed since it was told.

    A profile is put in force, an appointment booked. ``withdraw``: the appointment of this errand
    was not confirmed in time, so that nobody knows of it; if it was booked it is cancelled.
    ``find``, ``move``, ``cancel``: the appointment under a code.
    """

    id: ErrandId
    kind: ErrandKind
    valid_ms: int
    body: dict[str, Any] = Field(default_factory=dict)


class Errands(Message):
    """GET errands: what waits. ``waited_ms`` is how long the question was kept open."""

    waited_ms: int
    errands: tuple[Errand, ...]


class Report(Request):
    """POST errands/{errand}/report: what the branch answered, or why it refused."""

    answer: dict[str, Any] = Field(default_factory=dict, repr=False)
    problem: Problem | None = None


class ErrandView(Message):
    """How an errand stands.

    ``open``: not told to the branch yet; ``told``; ``done``; ``refused``; ``expired``: nothing was
    changed; ``withdrawing``: told, not confirmed in time, to be taken back; ``withdrawn``;
    ``unsure``: told, not confirmed in time; whoever asked was told to look.
    """

    id: str
    kind: ErrandKind
    state: str
    made_at: datetime
    expires_at: datetime
    problem: Problem | None = None
