"""Random branches with their days: skills, policies up to their bounds, shifts, appointments.

Everything comes from one seed. Times are of two kinds: those of a branch, and a few microseconds,
where nearly everything falls into the same moment.
"""

import random
from dataclasses import dataclass

from shared.dispatch import layout as col
from shared.domain.counter import CounterSpec
from shared.domain.rules import (
    AppointmentRules,
    DayHours,
    Discipline,
    IncidentKind,
    Rules,
    Segment,
    Service,
)
from shared.rollout.floor import PLAIN, Floor
from simulator.model.customer import NEVER, PATIENT, WALK_IN, Customer, in_order
from simulator.model.happening import Happening
from simulator.model.kiosks import KioskTime
from simulator.model.rooms import RoomPool
from simulator.model.shift import Shift
from tests.simulator.agreement.floors import random_floor, with_choices
from tests.simulator.agreement.houses import (
    random_happenings,
    random_kiosks,
    random_rooms,
    with_authorisations,
)
from tests.simulator.agreement.rosters import random_shifts
from tests.simulator.agreement.visits import on_the_way, random_acts, random_visit_rules, wrap_up

DAY = "2026-01-05"
MINUTE_US = col.MINUTE_US


@dataclass(frozen=True)
class Case:
    """A branch with one day's customers."""

    seed: int
    rules: Rules
    shifts: tuple[Shift, ...]
    kiosks: int
    customers: tuple[Customer, ...]
    floor: Floor = PLAIN
    recall_us: int = 0
    happenings: tuple[Happening, ...] = ()
    kiosk_plan: tuple[KioskTime, ...] = ()
    supervisors: int = 1
    rooms: tuple[RoomPool, ...] = ()


def random_case(seed: int, most: int = 120) -> Case:
    """The branch and day of this seed, with at most so many customers."""
    draw = random.Random(seed)
    unit_us = draw.choice((1, 1, MINUTE_US, MINUTE_US, MINUTE_US))
    rules = _rules(draw, unit_us)
    kiosks = draw.choice((0, 1, 1, 2, 3))
    shifts = random_shifts(draw, rules, unit_us)
    people = _people(draw, rules, most)
    hall = random.Random(-1 - seed)  # of its own, so that what was there stays as it was
    floor = random_floor(hall, rules, _length_us(rules))
    people = with_choices(hall, people, _length_us(rules))
    recall_us = draw.choice((0, 1, 30)) * unit_us // 30
    if draw.random() < 0.6:
        people = tuple(_with_acts(draw, rules, customer) for customer in people)
    house = random.Random(f"house {seed}")
    happenings = random_happenings(house, rules, unit_us)
    plan = random_kiosks(house, kiosks, _length_us(rules))
    people = with_authorisations(house, people)
    rooms = random_rooms(random.Random(f"rooms {seed}"), rules)
    what = (floor, recall_us, happenings, plan, house.choice((1, 1, 2)), rooms)
    return Case(seed, rules, shifts, kiosks, people, *what)


def _with_acts(draw: random.Random, rules: Rules, customer: Customer) -> Customer:
    """Half of them have a visit out of the ordinary; appointments only on the way."""
    if draw.random() < 0.5:
        return customer
    service, segment = rules.service(customer.service), rules.segment(customer.segment)
    most_us = customer.service_us
    if customer.booked_us == WALK_IN:
        return customer._replace(acts=random_acts(draw, rules, service, segment, most_us))
    offered = [s.id for s in rules.services if rules.is_offered(s, segment)]
    way = on_the_way(draw, rules, offered, most_us)
    return customer._replace(acts=(*way, *wrap_up(draw, most_us)))


def _length_us(rules: Rules) -> int:
    return rules.hours.closes_us if rules.hours else 480 * MINUTE_US


def _rules(draw: random.Random, unit_us: int) -> Rules:
    services, segments = draw.choice((1, 2, 3, 5)), draw.choice((1, 2, 3, 4))
    hours = None
    if draw.random() < 0.75:
        opens_us = draw.choice((0, 30, 60)) * unit_us
        last_us = opens_us + draw.choice((60, 200, 420)) * unit_us
        hours = DayHours(opens_us, last_us, last_us + draw.choice((0, 5, 30)) * unit_us)
    booked = [s for s in range(services) if draw.random() < 0.4]
    return Rules(
        branch="random",
        services=tuple(Service(f"s{i}", i, "A") for i in range(services)),
        segments=tuple(Segment(f"g{i}", i) for i in range(segments)),
        counters=_counters(draw, services, segments, unit_us),
        discipline=_discipline(draw, services, segments, unit_us),
        hours=hours,
        pause_reasons=("break", "lunch"),
        incidents=(IncidentKind("system"), IncidentKind("slow", gives_tickets=True)),
        serves_inside_at_closing=draw.random() < 0.7,
        recalls_before_no_show=draw.choice((0, 1, 2)),
        visit=random_visit_rules(draw, unit_us),
        appointments={f"s{i}": _appointments(draw, unit_us) for i in booked},
    )


def _mask(draw: random.Random, bits: int) -> int:
    return draw.choice(((1 << bits) - 1, draw.randrange(1, 1 << bits)))


def _counters(
    draw: random.Random, services: int, segments: int, unit_us: int
) -> tuple[CounterSpec, ...]:
    found = []
    count = draw.choice((1, 2, 3, 4, 6, 9))
    for index in range(count):
        helps = draw.random() < 0.5
        found.append(
            CounterSpec(
                id=str(index + 1),
                index=index,
                services_mask=_mask(draw, services),
                segments_mask=_mask(draw, segments),
                preference=draw.randrange(3),
                walk_us=draw.choice((0, unit_us // 3, unit_us)),
                over_services_mask=_mask(draw, services) if helps else 0,
                over_segments_mask=_mask(draw, segments) if helps else 0,
                over_after_us=draw.choice((0, 1, 5, 15)) * unit_us if helps else 0,
                speeds_milli=_speeds(draw, services),
            )
        )
    return tuple(found)


def _speeds(draw: random.Random, services: int) -> tuple[int, ...]:
    if draw.random() < 0.5:
        return ()
    speeds = (col.SPEED_MILLI_MIN, 900, 1000, 1217, col.SPEED_MILLI_MAX)
    return tuple(draw.choice(speeds) for _ in range(services))


def _discipline(draw: random.Random, services: int, segments: int, unit_us: int) -> Discipline:
    is_weighted, at_bounds = draw.random() < 0.3, draw.random() < 0.3
    guarantees = draw.random() < 0.6
    policy = tuple(
        _class(draw, unit_us, is_weighted=is_weighted, at_bounds=at_bounds, guarantees=guarantees)
        for _ in range(services * segments)
    )
    house = (
        draw.choice((col.NOBODY, 0, 5 * unit_us)),
        draw.randrange(4),
        draw.choice((1, 300, 700, 1000)),
        draw.choice((1, 2, 4)),
        draw.choice((2, 3, 5)),
    )
    return Discipline(policy, house, _ratios(draw, services, segments), "random", "random")


def _class(
    draw: random.Random, unit_us: int, *, is_weighted: bool, at_bounds: bool, guarantees: bool
) -> tuple[int, ...]:
    base_most = col.COST_MILLI_MAX if is_weighted else col.BASE_MILLI_MAX
    growth_most = col.COST_GROWTH_MILLI_MAX if is_weighted else col.GROWTH_MILLI_MAX
    base, growth = draw.choice((0, 1000, 30_000)), draw.choice((0, 0, 500, 1000, 4000))
    if at_bounds:
        base, growth = draw.choice((0, base_most)), draw.choice((0, growth_most))
    weight = draw.choice((1, 200, col.WEIGHT_MILLI_MAX)) if is_weighted else 0
    max_wait_us = draw.choice((-1, 0, 3 * unit_us, 20 * unit_us)) if guarantees else -1
    cap = draw.choice((-1, 0, 1, 3)) if guarantees else -1
    return base, growth, weight, max_wait_us, cap


def _ratios(draw: random.Random, services: int, segments: int) -> tuple[tuple[int, ...], ...]:
    rules = draw.choice((0, 0, 1, 2, col.RATIO_RULES_MAX))
    return tuple(
        (rule, _mask(draw, services), _mask(draw, segments), draw.choice((1, 2, 5)))
        for rule in range(rules)
        for _ in range(draw.choice((1, 2, 3)))
    )


def _appointments(draw: random.Random, unit_us: int) -> AppointmentRules:
    return AppointmentRules(
        slot_us=max(15 * unit_us, 1),
        capacity=2,
        from_us=0,
        to_us=500 * unit_us,
        early_us=draw.choice((0, 15)) * unit_us,
        late_us=draw.choice((0, 5)) * unit_us,
        no_show_us=draw.choice((5, 15)) * unit_us,
        late_credit_us=draw.choice((0, 10)) * unit_us,
    )


def _people(draw: random.Random, rules: Rules, most: int) -> tuple[Customer, ...]:
    length_us = _length_us(rules)
    offered = [
        (service, segment)
        for service in rules.services
        for segment in rules.segments
        if rules.is_offered(service, segment)
    ]
    busy = draw.choice((0.4, 0.8, 1.0, 1.6))  # of the load that all counters together can carry
    count = draw.randrange(most + 1)
    service_us = busy * length_us * len(rules.counters) / max(count, 1)
    found = []
    for _ in range(count):
        service, segment = draw.choice(offered)
        booked_us = WALK_IN
        arrival_us = int(draw.random() * length_us * 1.02)
        if service.id in rules.appointments and draw.random() < 0.6:
            booked_us = arrival_us
            late_us = draw.gauss(-0.01, 0.02) * length_us
            arrival_us = max(0, booked_us + int(late_us))
            if draw.random() < 0.15:
                arrival_us = NEVER
        patience = draw.choice((None, 0.0, 0.02, 0.1, 0.1, 0.3))
        patience_us = PATIENT if patience is None else int(patience * length_us * draw.random())
        kiosk_us = int(draw.choice((0, 0.5, 1)) * draw.random() * length_us / max(count, 1))
        took_us = int(draw.choice((0.2, 1, 1, 1.5)) * service_us * draw.random())
        found.append(
            Customer(service.id, segment.id, arrival_us, kiosk_us, took_us, patience_us, booked_us)
        )
    return tuple(in_order(found))
