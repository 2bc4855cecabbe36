"""What is not known of those who are inside, drawn for many runs: services, what is left, patience.

Draws are given what has been seen: a service that has lasted ten minutes lasts longer than that.
"""

from typing import NamedTuple

import numpy as np
from numpy.random import Generator

from shared.dispatch.layout import C_SPEED
from shared.domain.branch import Branch
from shared.domain.ticket import AT_COUNTER, Ticket
from shared.rollout import columns as c
from shared.rollout.day import Ints
from shared.rollout.snapshot import Snapshot
from shared.rollout.windows.demand import Demand
from shared.rollout.windows.pools import drawn_from, left_of


class Inside(NamedTuple):
    """Rows of the known customers (run, customer, column), and when present services end."""

    people: Ints
    ends_us: Ints


def draw_inside(
    branch: Branch, taken: Snapshot, demand: Demand, now_us: int, runs: int, stream: Generator
) -> Inside:
    """Draws for everybody of the snapshot; ``now_us`` counts from midnight."""
    people = np.repeat(taken.people[None], runs, axis=0)
    desks = taken.start.desks
    ends_us = np.full((runs, len(desks)), c.FAR, dtype=np.int64)
    for place, name in enumerate(taken.known):
        ticket = branch.tickets[name]
        key = (int(people[0, place, c.P_SERVICE]), int(people[0, place, c.P_SEGMENT]))
        if ticket.state in AT_COUNTER:
            desk = branch.rules.counter_index[ticket.counter]
            rest_us = _rest_us(branch, taken, demand, ticket, desk, now_us, runs, stream)
            ends_us[:, desk] = now_us + rest_us
        people[:, place, c.P_SERVICE_US] = drawn_from(demand.service[key], runs, stream)
        _set_needs(people[:, place], demand, key, runs, stream)
        patience = demand.patience[key]
        if patience is not None and ticket.called_us is None:
            waited_us = max(0, now_us - branch.since_midnight(ticket.arrived_us))
            people[:, place, c.P_PATIENCE_US] = left_of(patience, waited_us, runs, stream)
    return Inside(people, ends_us)


def _rest_us(
    branch: Branch,
    taken: Snapshot,
    demand: Demand,
    ticket: Ticket,
    desk: int,
    now_us: int,
    runs: int,
    stream: Generator,
) -> Ints:
    """How much longer this customer is at the counter: the walk, and what is left of the service.

    Nobody tells when a called customer has come: after the usual walk.
    """
    counter = branch.counters[ticket.counter]
    service = branch.rules.service_index[ticket.service]
    key = (service, branch.rules.segment_index[ticket.segment])
    speed = counter.row[C_SPEED + service] * int(taken.start.desks[desk, c.D_SPEED_MILLI]) / 1e6
    assert ticket.called_us is not None
    begun_us = branch.since_midnight(ticket.called_us) + counter.spec.walk_us
    if ticket.started_us is not None:
        begun_us = branch.since_midnight(ticket.started_us)
    age_us = max(0, now_us - begun_us)
    left_us = left_of(demand.service[key], int(age_us * speed), runs, stream) / speed
    return max(0, begun_us - now_us) + left_us.astype(np.int64)


def _set_needs(
    rows: Ints, demand: Demand, key: tuple[int, int], runs: int, stream: Generator
) -> None:
    """The times of further needs; ``rows`` are one customer's in all runs."""
    for place in range(c.PERSON_WIDTH, rows.shape[1], c.ACT_WIDTH):
        if rows[0, place + c.Q_KIND] == c.ACT_NEED:
            need = (int(rows[0, place + c.Q_WHAT]), key[1])
            rows[:, place + c.Q_TIME_US] = drawn_from(demand.service[need], runs, stream)
