"""Random things that befall the house: incidents, services switched off at a counter."""

import random

from shared.domain.rules import Rules
from shared.rollout.columns import FAR
from simulator.model.act import PHASE, Act, ActKind, Acts
from simulator.model.customer import Customer
from simulator.model.happening import Happening, Outage, SwitchedOff, happenings
from simulator.model.kiosks import KioskTime
from simulator.model.rooms import RoomPool


def random_happenings(draw: random.Random, rules: Rules, unit_us: int) -> tuple[Happening, ...]:
    """None on every other day, else a few; some overlap, some never end."""
    if draw.random() < 0.5:
        return ()
    latest = rules.hours.closes_us // unit_us if rules.hours else 480

    def time_us() -> int:
        return draw.randrange(latest + 1) * unit_us + draw.choice((0, 0, 1))

    outages = []
    for _ in range(draw.choice((0, 1, 2, 4))):
        from_us = time_us()
        to_us = from_us + draw.choice((0, 1, 20, 90)) * unit_us
        reason = draw.choice(("system", "slow"))
        ends = draw.random() < 0.9
        outages.append(Outage(from_us, to_us if ends else None, _some(draw, rules), reason))
    off = []
    for _ in range(draw.choice((0, 1, 3))):
        counter, from_us = draw.choice(rules.counters), time_us()
        to_us = from_us + draw.choice((1, 60, 200)) * unit_us
        off.append(SwitchedOff(counter.id, from_us, to_us, _some(draw, rules)))
    return happenings(outages, off)


def random_kiosks(draw: random.Random, kiosks: int, length_us: int) -> tuple[KioskTime, ...]:
    """On every third day kiosks that are away for a while, or a lead who helps there."""
    found = []
    for _ in range(draw.choice((0, 0, 1, 3)) if kiosks else 0):
        from_us = int(draw.random() * length_us)
        to_us = from_us + int(draw.choice((0, 0.1, 0.4)) * draw.random() * length_us)
        quicker = draw.random() < 0.4
        kiosk = -1 if quicker else draw.randrange(kiosks)
        found.append(KioskTime(kiosk, from_us, to_us, draw.choice((800, 1300, 3000))))
    if kiosks > 1 and draw.random() < 0.3:  # the last one is a lead who goes and does not return
        found.append(KioskTime(kiosks - 1, length_us // 2, FAR))
    return tuple(found)


def random_rooms(draw: random.Random, rules: Rules) -> tuple[RoomPool, ...]:
    """On every third day pools of a few rooms, no service in two of them."""
    services = [service.id for service in rules.services]
    draw.shuffle(services)
    found = []
    for _ in range(draw.choice((0, 0, 1, 2))):
        count = draw.randrange(1, 3)
        mine, services = services[:count], services[count:]
        if mine:
            found.append(RoomPool(draw.choice((1, 1, 2)), tuple(mine)))
    return tuple(found)


def with_authorisations(
    draw: random.Random, customers: tuple[Customer, ...]
) -> tuple[Customer, ...]:
    """On every other day some of those with acts need a supervisor at the end."""
    share = draw.choice((0, 0.3, 0.9))
    if not share or not any(customer.acts for customer in customers):
        return customers
    return tuple(
        customer._replace(acts=authorised(draw, customer)) if draw.random() < share else customer
        for customer in customers
    )


def authorised(draw: random.Random, customer: Customer) -> Acts:
    """The acts of this customer with an authorisation in its place."""
    time_us = draw.choice((0, 1, int(customer.service_us * draw.random())))
    acts = (*customer.acts, Act(ActKind.AUTHORISE, time_us=time_us))
    return tuple(sorted(acts, key=lambda act: PHASE[act.kind]))


def _some(draw: random.Random, rules: Rules) -> tuple[str, ...]:
    services = [service.id for service in rules.services]
    return tuple(draw.sample(services, draw.randrange(1, len(services) + 1)))
