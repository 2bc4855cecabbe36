"""Courses that people take: each one recorded, and who is due for the next (R10)."""

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.certificate import DAY_US
from shared.domain.certifying import refuse_own
from shared.domain.event import Event
from shared.domain.staff_refused import CourseDayInvalid, CourseUnknown

#: Results are entered weeks after a course, not years.
HELD_WITHIN_DAYS = 400


def train(
    branch: Branch,
    now_us: int,
    *,
    person: str,
    course: str,
    held_us: int,
    is_passed: bool,
    score: int | None = None,
    by: str,
) -> list[Event]:
    """The person took a course on the day that began then; told again, it is corrected.

    Raises:
        CourseUnknown, CourseDayInvalid; OwnCertificate: one's own result.
    """
    if course not in branch.rules.courses:
        raise CourseUnknown(course, ", ".join(branch.rules.courses))
    refuse_own(person, by)
    at_us = branch.stamp(now_us)
    if not at_us - HELD_WITHIN_DAYS * DAY_US <= held_us <= at_us:
        raise CourseDayInvalid(HELD_WITHIN_DAYS)
    data: dict[str, kinds.Value] = {
        "person": person,
        "course": course,
        "held_us": held_us,
        "is_passed": is_passed,
    }
    data |= {} if score is None else {"score": score}
    return [Event(kinds.STAFF_TRAINED, at_us, at_us, "", "", by, data)]
