"""Who has an appointment: drawn from the slots that the profile offers on the day."""

from dataclasses import replace

import numpy as np

from shared.dispatch.layout import MINUTE_US
from shared.domain.branch import Branch
from shared.domain.rules import Rules
from shared.domain.slots import slots
from simulator.model.act_rows import from_rows
from simulator.model.class_time import kiosk_time, patience, service_time
from simulator.model.customer import NEVER, PATIENT, Customer
from simulator.model.distribution import Microseconds, draw
from simulator.model.draws import Purpose, stream
from simulator.model.in_hall import completed, walking_columns
from simulator.model.plan import Plan
from simulator.model.scenario import Booked
from simulator.model.visit_draws import draw_visits
from simulator.model.visit_streams import Source, streams_once, visit_streams

#: Drawing so much for every place, taken or not, leaves the others as they are when ``filled``
#: changes.
Draws = dict[Purpose, np.random.Generator]


def draw_booked(plan: Plan, seed: int, day: int) -> list[Customer]:
    """The customers with an appointment on one day, by line of the scenario, slot and place.

    Whoever does not come is among them (arrival ``NEVER``): the place is taken all the same.
    Several lines of one service share its places: the first takes its part, the next of the rest.
    """
    if not plan.scenario.appointments:
        return []
    draws = {purpose: stream(seed, day, purpose) for purpose in Purpose}
    visits = streams_once(visit_streams(seed, day, Purpose.BOOKED_VISIT))
    left = {line.service: places(plan, line.service) for line in plan.scenario.appointments}
    found: list[Customer] = []
    for line in plan.scenario.appointments:
        times_us = left[line.service]
        is_taken = draws[Purpose.BOOKED].random(len(times_us)) < line.filled
        found += [
            c
            for c, taken in zip(_line(plan, line, times_us, draws, visits), is_taken, strict=True)
            if taken
        ]
        left[line.service] = times_us[~is_taken]
    return found


def places(plan: Plan, service: str) -> Microseconds:
    """The booked time of every place of a service on the plan's day, microseconds from midnight."""
    return places_on(plan.rules, service, plan.day)


def places_on(rules: Rules, service: str, day: str) -> Microseconds:
    """The booked time of every place of a service on this date (ISO), as ``places``.

    How short before one may book does not matter here: these were booked days before.
    """
    offered = dict(rules.appointments)
    offered[service] = replace(offered[service], lead_us=0)
    branch = Branch(replace(rules, appointments=offered))
    found = slots(branch, 0, service=service, day=day, midnight_us=0)
    return np.array([slot.due_us for slot in found for _ in range(slot.free)], dtype=np.int64)


def _line(
    plan: Plan, line: Booked, times_us: Microseconds, draws: Draws, visits: Source
) -> list[Customer]:
    """A customer for every one of these places."""
    count = len(times_us)
    late_min = draws[Purpose.LATENESS].normal(line.lateness_mean_min, line.lateness_sd_min, count)
    arrival_us = np.maximum(times_us + np.rint(late_min * MINUTE_US).astype(np.int64), 0)
    arrival_us[draws[Purpose.NO_SHOW].random(count) < line.no_show_share] = NEVER
    stays = patience(plan, line.service, line.segment)
    patience_us = np.full(count, PATIENT, dtype=np.int64)
    if stays is not None:
        patience_us = draw(stays, count, draws[Purpose.BOOKED_PATIENCE])
    kiosk = kiosk_time(plan, line.service, line.segment)
    service = service_time(plan, line.service, line.segment)
    service_us = draw(service, count, draws[Purpose.BOOKED_SERVICE])
    rules = plan.rules
    number = rules.class_of(rules.service(line.service), rules.segment(line.segment))
    classes = np.full(count, number, dtype=np.int64)
    service_us, acts = draw_visits(plan, classes, service_us, visits, is_booked=True)
    columns = {
        "arrival_us": arrival_us,
        "kiosk_us": draw(kiosk, count, draws[Purpose.BOOKED_KIOSK]),
        "service_us": service_us,
        "patience_us": patience_us,
        "booked_us": times_us,
    }
    mine, everyone = [(line.service, line.segment)], np.zeros(count, dtype=np.int64)
    columns |= walking_columns(plan, mine, everyone, draws.__getitem__, Purpose.BOOKED_WALKING)
    rows = zip(*(column.tolist() for column in completed(columns, count)), strict=True)
    return [
        Customer(line.service, line.segment, *drawn)._replace(acts=mine)
        for mine, drawn in zip(from_rows(rules, acts), rows, strict=True)
    ]
