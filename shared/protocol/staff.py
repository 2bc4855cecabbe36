"""People on the wire: what they may serve by their certificates, and the courses they took."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier
from shared.protocol.times import Moment

#: ``over``: no longer valid; ``ending``: within the days of warning of the profile.
Standing = Literal["valid", "ending", "over"]


class Certify(Request):
    """POST staff/{person}/certificates: the person holds it until then."""

    certificate: Identifier = Field(description="kind of the profile")
    valid_until: Moment = Field(description="from then on it does not hold")


class RecordTraining(Request):
    """POST staff/{person}/trainings: a course that the person took."""

    course: Identifier
    held_on: date = Field(description="local date")
    is_passed: bool
    score: int | None = Field(default=None, ge=0, le=100, description="percent")


class CertificateView(Message):
    """A certificate that somebody holds or held."""

    certificate: str
    granted_at: datetime
    valid_until: datetime
    standing: Standing
    by: str = Field(description="staff number of who entered it")
    by_name: str | None = None


class TrainingView(Message):
    """A course that somebody took."""

    course: str
    held_on: date
    is_passed: bool
    score: int | None = None
    by: str


class PersonView(Message):
    """Somebody who works here."""

    staff: str
    name: str
    role: str
    skills: tuple[str, ...] | None = Field(default=None, description="none: every service")
    counter: str | None = Field(default=None, description="where the person works now")
    certificates: tuple[CertificateView, ...] = ()
    trainings: tuple[TrainingView, ...] = Field(default=(), description="newest first")
    is_due: bool = Field(default=False, description="has taken no course in this period")


class TrainingReport(Message):
    """Courses of the period of the year that goes on: who passed, who is due."""

    begins_on: date
    ends_on: date
    taken: int
    passed: int
    pass_share: float | None = Field(default=None, description="none: nobody took one")
    target_share: float
    due: tuple[str, ...] = Field(default=(), description="staff numbers without a course in it")


class StaffList(Message):
    """GET staff."""

    people: tuple[PersonView, ...]
    training: TrainingReport


class PersonDay(Message):
    """GET staff/{person}/day: what somebody did on a day, beside the branch for the same matters.

    Matters with a trainee at the counter are left out.
    """

    staff: str
    day: date
    served: int
    mean_s: float | None = None
    same_mix_s: float | None = Field(
        default=None, description="mean of the whole branch for the same mix of services"
    )
    by_service: dict[str, int] = Field(default_factory=dict)
    marks: int = 0
    share_satisfied: float | None = Field(default=None, description="none: fewer than five marks")


class CertificateNotice(Message):
    """Something that a counter does not serve for want of a certificate, or soon will not."""

    counter: str
    staff: str
    certificate: str
    services: tuple[str, ...]
    valid_until: datetime | None = Field(default=None, description="none: it was never given")
    is_over: bool = Field(description="its services are not called here now")
