"""Events of people's certificates and courses, which outlive the day."""

from dataclasses import replace

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.certificate import Certificate, Training
from shared.domain.event import Event, optional_whole, whole


def certified(branch: Branch, event: Event) -> None:
    """A certificate holds from now on, in place of an older one of its kind."""
    person, kind = _whose(event)
    branch.certificates[person, kind] = Certificate(
        person, kind, event.at_us, whole(event, "until_us"), event.staff
    )


def withdrawn(branch: Branch, event: Event) -> None:
    """It does not hold any more."""
    branch.certificates.pop(_whose(event), None)


def expired(branch: Branch, event: Event) -> None:
    """Its time is over, and the log says so."""
    found = branch.certificates.get(_whose(event))
    if found is not None:
        branch.certificates[_whose(event)] = replace(found, is_over=True)


def trained(branch: Branch, event: Event) -> None:
    """A course was taken; told again of the same day it is corrected."""
    new = Training(
        str(event.data["course"]),
        whole(event, "held_us"),
        bool(event.data["is_passed"]),
        event.staff,
        optional_whole(event, "score"),
    )
    known = branch.trainings.setdefault(str(event.data["person"]), [])
    known[:] = [t for t in known if (t.course, t.held_us) != (new.course, new.held_us)]
    known.append(new)


def _whose(event: Event) -> tuple[str, str]:
    return str(event.data["person"]), str(event.data["certificate"])


HANDLERS = {
    kinds.STAFF_CERTIFIED: certified,
    kinds.STAFF_WITHDRAWN: withdrawn,
    kinds.STAFF_EXPIRED: expired,
    kinds.STAFF_TRAINED: trained,
}
