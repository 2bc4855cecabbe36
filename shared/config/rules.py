"""From the profile to the rules that the core reads: indices, masks and integers."""

from shared.config.base_tables import Hours
from shared.config.calendar_rules import to_calendar
from shared.config.calendar_tables import DayType
from shared.config.case_tables import CaseTable
from shared.config.discipline import mask, to_discipline
from shared.config.profile import CounterTable, Profile
from shared.config.triage_rules import to_triage
from shared.config.visit_tables import AppointmentTable
from shared.dispatch.layout import MINUTE_US
from shared.domain.case import DAY_US, HOUR_US, CaseRules
from shared.domain.certificate import CertificateKind
from shared.domain.counter import CounterSpec
from shared.domain.rules import (
    AppointmentRules,
    ClockRule,
    DayHours,
    DayRules,
    HoldPool,
    IncidentKind,
    PoolReach,
    Rules,
    Segment,
    Service,
    VisitRules,
)


def to_rules(profile: Profile) -> Rules:
    """The rules of a checked profile (see ``shared.config.check``)."""
    return Rules(
        branch=profile.branch.id,
        services=tuple(Service(s.id, i, s.series) for i, s in enumerate(profile.services)),
        segments=tuple(Segment(s.id, i, s.series or "") for i, s in enumerate(profile.segments)),
        counters=tuple(_counter(profile, i, c) for i, c in enumerate(profile.counters)),
        discipline=to_discipline(profile),
        outcomes=tuple(o.id for o in profile.outcomes),
        pause_reasons=tuple(r.id for r in profile.pause_reasons),
        hours=day_hours(profile.hours),
        days={day.id: _day(profile, day) for day in profile.calendar.types},
        calendar=to_calendar(profile),
        serves_inside_at_closing=profile.serves_inside_at_closing,
        recalls_before_no_show=profile.calling.recalls_before_no_show,
        has_standby=profile.calling.has_standby,
        default_segment=default_segment(profile),
        visit=_visit(profile),
        appointments={a.service: _appointment(a) for a in profile.appointments},
        appointment_series=profile.appointment_series or "",
        incidents=tuple(
            IncidentKind(i.id, ClockRule(i.clock), i.gives_tickets) for i in profile.incidents
        ),
        triage=to_triage(profile),
        cases=_cases(profile.cases),
        certificates=tuple(
            CertificateKind(c.id, frozenset(c.services), c.warn_days * DAY_US)
            for c in profile.certificates
        ),
        courses=tuple(c.id for c in profile.training.courses),
        surveys={s.id: tuple(q.id for q in s.questions) for s in profile.surveys},
    )


def day_hours(hours: Hours) -> DayHours | None:
    """The hours in microseconds from midnight; None for a run without doors."""
    if hours.lasts_min is not None:
        return None
    return DayHours(clock_us(hours.opens), clock_us(hours.last_ticket), clock_us(hours.closes))


def clock_us(clock: str) -> int:
    """Microseconds from midnight of a clock time such as 09:30."""
    hour, minute = clock.split(":")
    return (int(hour) * 60 + int(minute)) * MINUTE_US


def default_segment(profile: Profile) -> str:
    """The segment of somebody who says nothing: the first ordinary one, else the first."""
    ordinary = [s.id for s in profile.segments if s.kind == "ordinary"]
    return ordinary[0] if ordinary else profile.segments[0].id


def _day(profile: Profile, day: DayType) -> DayRules:
    """What holds on days of this type."""
    return DayRules(
        discipline=to_discipline(profile, day.limit_factor),
        hours=day_hours(day.hours or profile.hours),
        is_closed=day.is_closed,
    )


def _counter(profile: Profile, index: int, counter: CounterTable) -> CounterSpec:
    services = [s.id for s in profile.services]
    segments = [s.id for s in profile.segments]
    over = counter.overflow
    return CounterSpec(
        id=counter.id,
        index=index,
        services_mask=mask(services, counter.services),
        segments_mask=mask(segments, counter.segments or tuple(segments)),
        preference=index if counter.preference is None else counter.preference,
        walk_us=round(counter.walk_s * 1_000_000),
        over_services_mask=mask(services, over.services or counter.services) if over else 0,
        over_segments_mask=mask(segments, over.segments or tuple(segments)) if over else 0,
        over_after_us=_us(over.after_min) if over else 0,
        speeds_milli=tuple(round(1000 * counter.speed.get(s, 1.0)) for s in services),
    )


def _visit(profile: Profile) -> VisitRules:
    visit = profile.visit
    credit = visit.transfer_credit_min
    return VisitRules(
        needs_max=visit.needs_max,
        items_max=visit.items_max,
        items_per_turn=visit.items_per_turn,
        refuses_second_ticket=visit.second_ticket == "refused",
        transfer_credit_us=None if credit is None else _us(credit),
        return_credit_us=_us(profile.calling.return_credit_min),
        returns_max=visit.returns_max,
        defers_max=visit.defers_max,
        defer_max_us=_us(visit.defer_max_min),
        release_us=_us(visit.release_after_min),
        pools=tuple(
            HoldPool(p.id, PoolReach(p.reach), None if p.limit_min is None else _us(p.limit_min))
            for p in visit.pools
        ),
        call_reasons=tuple(r.id for r in visit.call_reasons),
    )


def _appointment(table: AppointmentTable) -> AppointmentRules:
    return AppointmentRules(
        slot_us=_us(table.slot_min),
        capacity=table.capacity,
        from_us=clock_us(table.begins),
        to_us=clock_us(table.ends),
        early_us=_us(table.early_min),
        late_us=_us(table.late_min),
        no_show_us=_us(table.no_show_min),
        late_credit_us=_us(table.late_credit_min),
        ahead_days=table.ahead_days,
        lead_us=_us(table.lead_min),
    )


def _us(minutes: float) -> int:
    return round(minutes * MINUTE_US)


def _cases(table: CaseTable) -> CaseRules:
    return CaseRules(
        first_answer_us=round(table.first_answer_h * HOUR_US),
        follow_up_us=round(table.follow_up_min * MINUTE_US),
        solution_us=table.solution_days * DAY_US,
        complex_us=table.complex_days * DAY_US,
        special_us=table.special_days * DAY_US,
        reopen_us=table.reopen_days * DAY_US,
        low_mark=table.low_mark,
        categories=tuple(word.id for word in table.categories),
        root_causes=tuple(word.id for word in table.root_causes),
    )
