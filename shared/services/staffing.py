"""Use cases of people: certificates, courses, and what counters lack for want of them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from shared.domain import certifying, training
from shared.domain.certificate import DAY_US, Certificate, Training
from shared.domain.counter import Counter, CounterState
from shared.domain.event import Event
from shared.metrics.person import person_figures
from shared.metrics.visit import Visit
from shared.protocol.event import to_datetime, to_us
from shared.protocol.staff import (
    CertificateNotice,
    CertificateView,
    Certify,
    PersonDay,
    PersonView,
    RecordTraining,
    StaffList,
    Standing,
    TrainingReport,
    TrainingView,
)
from shared.services.actor import Actor, refuse_by_stand_in
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.ports import StaffRecord

#: Fewer could tell who gave them.
MARKS_LEAST: Final = 5
#: Whoever only looks or keeps the machines running needs no courses for the hall.
NOT_TRAINED: Final = frozenset({"auditor", "admin"})


def certify(
    lobby: Lobby, now_us: int, person: StaffRecord, request: Certify, actor: Actor
) -> Decision:
    """The person holds a certificate until then.

    Raises:
        CertificateUnknown, CertificateEndInvalid, OwnCertificate, NotByStandIn.
    """
    refuse_by_stand_in(lobby)
    events = certifying.certify(
        lobby.branch,
        now_us,
        person=person.id,
        certificate=request.certificate,
        until_us=to_us(request.valid_until),
        by=actor.staff,
    )
    return _decision(person, now_us, events)


def withdraw(
    lobby: Lobby, now_us: int, person: StaffRecord, certificate: str, actor: Actor
) -> Decision:
    """The certificate does not hold any more.

    Raises:
        CertificateNotHeld, OwnCertificate, NotByStandIn.
    """
    refuse_by_stand_in(lobby)
    events = certifying.withdraw(
        lobby.branch, now_us, person=person.id, certificate=certificate, by=actor.staff
    )
    return _decision(person, now_us, events)


def record_training(
    lobby: Lobby, now_us: int, person: StaffRecord, request: RecordTraining, actor: Actor
) -> Decision:
    """The person took a course.

    Raises:
        CourseUnknown, CourseDayInvalid, OwnCertificate, NotByStandIn.
    """
    refuse_by_stand_in(lobby)
    held = datetime(
        request.held_on.year, request.held_on.month, request.held_on.day, tzinfo=lobby.zone
    )
    events = training.train(
        lobby.branch,
        now_us,
        person=person.id,
        course=request.course,
        held_us=to_us(held),
        is_passed=request.is_passed,
        score=request.score,
        by=actor.staff,
    )
    return _decision(person, now_us, events)


def everybody(lobby: Lobby, now_us: int, people: Iterable[StaffRecord]) -> StaffList:
    """Who works here, with their papers, and how this period's training stands."""
    views = tuple(person_view(lobby, now_us, person) for person in people)
    return StaffList(people=views, training=_report(lobby, now_us, views))


def person_view(lobby: Lobby, now_us: int, person: StaffRecord) -> PersonView:
    """Somebody on the wire."""
    branch = lobby.branch
    held = [c for (who, _), c in sorted(branch.certificates.items()) if who == person.id]
    taken = sorted(branch.trainings.get(person.id, ()), key=lambda t: t.held_us, reverse=True)
    begins, ends = _period(lobby, now_us)
    here = any(begins <= _day(lobby, each.held_us) <= ends for each in taken)
    return PersonView(
        staff=person.id,
        name=person.name,
        role=person.role,
        skills=person.skills,
        counter=_counter_of(lobby, person.id),
        certificates=tuple(_certificate_view(lobby, now_us, each) for each in held),
        trainings=tuple(_training_view(lobby, each) for each in taken),
        is_due=not here and person.role not in NOT_TRAINED,
    )


def person_day(staff: str, day: date, visits: Sequence[Visit]) -> PersonDay:
    """What somebody did on a day; too few marks are no share (docs/decisions/0010)."""
    found = person_figures(visits, staff)
    return PersonDay(
        staff=staff,
        day=day,
        served=found.served,
        mean_s=found.mean_s if found.served else None,
        same_mix_s=found.same_mix_s if found.served else None,
        by_service=found.by_service,
        marks=found.marks,
        share_satisfied=found.share_satisfied if found.marks >= MARKS_LEAST else None,
    )


def notices(lobby: Lobby, now_us: int) -> tuple[CertificateNotice, ...]:
    """What counters do not serve for want of certificates, and what soon they will not."""
    counters = lobby.branch.counters.values()
    return tuple(
        notice
        for desk in counters
        if desk.state is not CounterState.CLOSED
        for notice in _notices(lobby, now_us, desk)
    )


def _notices(lobby: Lobby, now_us: int, desk: Counter) -> Iterator[CertificateNotice]:
    rules, held = lobby.branch.rules, lobby.branch.certificates
    able = desk.skills_mask | desk.uncertified_mask
    for kind in rules.certificates:
        services = tuple(
            s.id for s in rules.services if able >> s.index & 1 and s.id in kind.services
        )
        mine = (held.get((person, kind.id)) for person in (desk.staff, desk.mentor) if person)
        until_us = max((c.until_us for c in mine if c is not None), default=None)
        if services and (until_us is None or until_us - now_us <= kind.warn_us):
            yield CertificateNotice(
                counter=desk.id,
                staff=desk.staff,
                certificate=kind.id,
                services=services,
                valid_until=None if until_us is None else to_datetime(until_us),
                is_over=until_us is None or until_us <= now_us,
            )


def _report(lobby: Lobby, now_us: int, people: tuple[PersonView, ...]) -> TrainingReport:
    begins, ends = _period(lobby, now_us)
    taken = [t for p in people for t in p.trainings if begins <= t.held_on <= ends]
    passed = sum(each.is_passed for each in taken)
    return TrainingReport(
        begins_on=begins,
        ends_on=ends,
        taken=len(taken),
        passed=passed,
        pass_share=passed / len(taken) if taken else None,
        target_share=lobby.profile.training.pass_share,
        due=tuple(person.staff for person in people if person.is_due),
    )


def _period(lobby: Lobby, now_us: int) -> tuple[date, date]:
    """First and last day of the part of the year in which everybody takes a course."""
    today = to_datetime(now_us).astimezone(lobby.zone).date()
    months = 12 / lobby.profile.training.per_year
    part = int((today.month - 1) // months)
    begins = date(today.year, int(part * months) + 1, 1)
    after = int((part + 1) * months)
    ends = date(today.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return begins, ends


def _certificate_view(lobby: Lobby, now_us: int, held: Certificate) -> CertificateView:
    return CertificateView(
        certificate=held.kind,
        granted_at=to_datetime(held.granted_us),
        valid_until=to_datetime(held.until_us),
        standing=_standing(lobby, now_us, held),
        by=held.by,
        by_name=lobby.staff_names.get(held.by),
    )


def _standing(lobby: Lobby, now_us: int, held: Certificate) -> Standing:
    if not held.is_valid(now_us):
        return "over"
    kinds = {kind.id: kind.warn_us for kind in lobby.branch.rules.certificates}
    return "ending" if held.until_us - now_us <= kinds.get(held.kind, 30 * DAY_US) else "valid"


def _training_view(lobby: Lobby, taken: Training) -> TrainingView:
    return TrainingView(
        course=taken.course,
        held_on=_day(lobby, taken.held_us),
        is_passed=taken.is_passed,
        score=taken.score,
        by=taken.by,
    )


def _day(lobby: Lobby, at_us: int) -> date:
    return to_datetime(at_us).astimezone(lobby.zone).date()


def _counter_of(lobby: Lobby, staff: str) -> str | None:
    counters = lobby.branch.counters.values()
    there = (c.id for c in counters if c.staff == staff and c.state is not CounterState.CLOSED)
    return next(there, None)


def _decision(person: StaffRecord, now_us: int, events: list[Event]) -> Decision:
    return Decision(events, lambda after: person_view(after, now_us, person))
