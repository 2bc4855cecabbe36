"""A plan that a branch hands to head office: what is to change, and what it is said to bring."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import Field, FiniteFloat

from shared.protocol.base import Message, Request
from shared.protocol.times import Day

TEXT_MAX: Final = 400_000
PlanId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
PlanKind = Literal["scenario", "roster", "profile"]
PlanState = Literal["proposed", "approved", "declined", "withdrawn"]
Line = Annotated[str, Field(min_length=1, max_length=200)]
Person = Annotated[str, Field(min_length=1, max_length=80)]


class Predicted(Request):
    """One figure as it is and as the plan is said to make it, with its 95 % interval."""

    name: Line = Field(description="in words, with its unit: mean wait, min")
    before: FiniteFloat
    after: FiniteFloat
    difference_low: FiniteFloat
    difference_high: FiniteFloat


class ProposePlan(Request):
    """POST plans: a plan to be approved. ``text`` is the file that would be put in force."""

    kind: PlanKind
    title: Line
    text: str = Field(min_length=1, max_length=TEXT_MAX, repr=False)
    by: Person = Field(description="who hands it in")
    starts_on: Day | None = Field(default=None, description="when it is to begin")
    note: str = Field(default="", max_length=2000)
    predicted: tuple[Predicted, ...] = Field(default=(), max_length=40)


class DecidePlan(Request):
    """POST plans/{plan}/decide: somebody else than whoever handed it in says yes or no."""

    approve: bool
    by: Person
    reason: str = Field(default="", max_length=2000, description="asked for when declined")


class PlanView(Message):
    """A plan and how it stands; ``text`` only where one plan is asked for."""

    id: str
    branch: str
    kind: PlanKind
    title: str
    state: PlanState
    by: str
    proposed_at: datetime
    starts_on: Day | None = None
    note: str = ""
    predicted: tuple[Predicted, ...] = ()
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""
    text: str = ""


class Plans(Message):
    """GET plans: newest first."""

    plans: tuple[PlanView, ...]
