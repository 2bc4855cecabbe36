"""Certificates gate who may serve what: give, withdraw, and what the clock does to them.

A certificate that ends takes its services away from the person's counter before the next call
there, and a new one brings them back: as events, so that a forecast and a replay of the log see
the same counters as the branch did. A trainee serves what the mentor beside holds a certificate
for. Simulated days know no certificates and check none (``Branch.checks_certificates``).
"""

from collections.abc import Iterator

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.certificate import DAY_US
from shared.domain.counter import Counter, CounterState
from shared.domain.event import Event
from shared.domain.staff_refused import (
    CertificateEndInvalid,
    CertificateNotHeld,
    CertificateUnknown,
    NotCertified,
    OwnCertificate,
)

#: Longer than any licence that we know of runs.
LONGEST_YEARS = 20


def certify(
    branch: Branch, now_us: int, *, person: str, certificate: str, until_us: int, by: str
) -> list[Event]:
    """The person holds a certificate of this kind until then; an older one is replaced.

    Raises:
        CertificateUnknown, CertificateEndInvalid; OwnCertificate: one's own.
    """
    _refuse_unknown(branch, certificate)
    refuse_own(person, by)
    at_us = branch.stamp(now_us)
    if not at_us < until_us <= at_us + LONGEST_YEARS * 366 * DAY_US:
        raise CertificateEndInvalid(LONGEST_YEARS)
    data: dict[str, kinds.Value] = {
        "person": person,
        "certificate": certificate,
        "until_us": until_us,
    }
    return [Event(kinds.STAFF_CERTIFIED, at_us, at_us, "", "", by, data)]


def withdraw(branch: Branch, now_us: int, *, person: str, certificate: str, by: str) -> list[Event]:
    """The certificate does not hold any more; also one of a kind that the profile has no more.

    Raises:
        CertificateNotHeld; OwnCertificate: one's own.
    """
    refuse_own(person, by)
    if (person, certificate) not in branch.certificates:
        raise CertificateNotHeld(person, certificate)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"person": person, "certificate": certificate}
    return [Event(kinds.STAFF_WITHDRAWN, at_us, at_us, "", "", by, data)]


def missing(branch: Branch, people: tuple[str, ...], service: str, at_us: int) -> list[str]:
    """The certificates that the service needs and none of these people holds now."""
    if not branch.checks_certificates:
        return []
    return [
        kind.id
        for kind in branch.rules.certificates
        if service in kind.services and not _is_held(branch, people, kind.id, at_us)
    ]


def refuse_uncertified(branch: Branch, person: str, service: str, at_us: int) -> None:
    """NotCertified when this person may not serve the service now for want of a certificate."""
    lacking = missing(branch, (person,), service, at_us)
    if lacking:
        raise NotCertified(person, service, lacking[0])


def refuse_own(person: str, by: str) -> None:
    """OwnCertificate when somebody enters what is about themselves."""
    if person == by:
        raise OwnCertificate()


def expired(branch: Branch, at_us: int) -> Iterator[Event]:
    """Certificates whose time is over, each said once; a stand-in leaves that to the branch."""
    if branch.holder or not branch.checks_certificates:
        return
    for found in branch.certificates.values():
        if not found.is_over and found.until_us <= at_us:
            data: dict[str, kinds.Value] = {"person": found.person, "certificate": found.kind}
            yield Event(kinds.STAFF_EXPIRED, found.until_us, at_us, data=data)


def adjusted(branch: Branch, at_us: int) -> Iterator[Event]:
    """Counters where a certificate has ended, was withdrawn or was given since people sat down."""
    if not branch.checks_certificates or not branch.rules.certificates:
        return
    for desk in branch.counters.values():
        if desk.state is not CounterState.CLOSED:
            yield from _adjusted(branch, desk, at_us)


def _adjusted(branch: Branch, desk: Counter, at_us: int) -> Iterator[Event]:
    able = desk.skills_mask | desk.uncertified_mask
    people = (desk.staff, desk.mentor)
    skills_mask = 0
    for service in branch.rules.services:
        if able >> service.index & 1 and not missing(branch, people, service.id, at_us):
            skills_mask |= 1 << service.index
    if skills_mask == desk.skills_mask:
        return
    regained = skills_mask & desk.uncertified_mask
    serves = skills_mask & (desk.services_mask | regained) & ~desk.off_mask
    data: dict[str, kinds.Value] = {
        "services": _names(branch, serves),
        "skills": _names(branch, skills_mask),
        "cause": "certificate",
    }
    yield Event(kinds.COUNTER_SERVICES, at_us, at_us, "", desk.id, desk.staff, data)


def _is_held(branch: Branch, people: tuple[str, ...], kind: str, at_us: int) -> bool:
    held = (branch.certificates.get((person, kind)) for person in people if person)
    return any(each is not None and each.is_valid(at_us) for each in held)


def _names(branch: Branch, mask: int) -> list[str]:
    return [s.id for s in branch.rules.services if mask >> s.index & 1]


def _refuse_unknown(branch: Branch, certificate: str) -> None:
    known = [kind.id for kind in branch.rules.certificates]
    if certificate not in known:
        raise CertificateUnknown(certificate, ", ".join(known))
