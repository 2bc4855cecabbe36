"""What is out of the ordinary in customers' visits, drawn for many of them at once.

Whether something happens is drawn for everybody, whatever its share: more of it leaves all else as
it was. Each kind of act has a place of its own while it is drawn.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shared.rollout import columns as c
from simulator.model.act import FOR_GOOD
from simulator.model.class_lines import Lines, routed, times_by_class
from simulator.model.distribution import Microseconds, draw
from simulator.model.plan import Plan
from simulator.model.scenario_visits import (
    SENDS_MOST,
    Authorisation,
    FurtherNeeds,
    MissedCalls,
    PutAside,
    SentOn,
    Transactions,
    WrapUp,
)
from simulator.model.visit_streams import Draw, Source

MISSES_MOST: Final = 3
NEEDS_MOST: Final = 2  # besides the first


class Drawn(NamedTuple):
    """Service times until the first act, and the acts: int64, (customers,) and (customers, n, 4).

    Every customer of a plan has room for as many acts as its scenario allows.
    """

    service_us: Microseconds
    acts: Microseconds


class Crowd(NamedTuple):
    """The customers for whom is drawn, with their classes (rows of the policy), and the streams."""

    plan: Plan
    classes: Microseconds
    source: Source

    @property
    def slot(self) -> Microseconds:
        """Room for an act of each."""
        return np.zeros((len(self.classes), c.ACT_WIDTH), dtype=np.int64)

    def chance(self, what: Draw, times: int = 1) -> NDArray[np.float64]:
        """A number from 0 to 1 for each, so many times: (times, customers)."""
        return self.source(what).random((times, len(self.classes)))


def draw_visits(
    plan: Plan,
    classes: Microseconds,
    service_us: Microseconds,
    source: Source,
    *,
    is_booked: bool = False,
) -> Drawn:
    """The visits of customers of these classes.

    Who has an appointment has one need and one transaction.
    """
    asked = plan.scenario.visiting
    if asked is None:
        return Drawn(service_us, np.zeros((len(classes), 0, c.ACT_WIDTH), dtype=np.int64))
    crowd = Crowd(plan, classes, source)
    before = [_items(crowd, asked.transactions, is_booked)] if asked.transactions else []
    before += _misses(crowd, asked.missed_calls) if asked.missed_calls else []
    service_us, parts = _parts(crowd, asked.holds, asked.transfers, service_us)
    after = _needs(crowd, asked.further_needs, is_booked) if asked.further_needs else []
    after += [_authorise(crowd, asked.authorisations)] if asked.authorisations else []
    after += [_wrap_up(crowd, asked.wrap_up)] if asked.wrap_up else []
    return Drawn(service_us, _in_a_row([*before, *parts, *after], len(classes)))


def _in_a_row(slots: list[Microseconds], count: int) -> Microseconds:
    """The acts of each customer one after the other, without gaps."""
    acts = np.zeros((count, len(slots), c.ACT_WIDTH), dtype=np.int64)
    place = np.zeros(count, dtype=np.int64)
    for slot in slots:
        mine = np.flatnonzero(slot[:, c.Q_KIND])
        acts[mine, place[mine]] = slot[mine]
        place[mine] += 1
    return acts


def _items(crowd: Crowd, lines: tuple[Transactions, ...], is_booked: bool) -> Microseconds:
    """How many transactions, at most as many as the profile allows; one is nothing special."""
    slot, stream, most = crowd.slot, crowd.source(Draw.ITEMS), crowd.plan.rules.visit.items_max
    for line, mine in Lines(crowd.plan, lines).each(crowd.classes):
        number = np.minimum(stream.geometric(1 / line.mean, len(mine)), most)
        slot[mine, c.Q_WHAT] = np.where(is_booked, 1, number)
    slot[:, c.Q_KIND] = c.ACT_ITEMS
    return slot * (slot[:, c.Q_WHAT] > 1)[:, None]


def _misses(crowd: Crowd, lines: tuple[MissedCalls, ...]) -> list[Microseconds]:
    """Missed calls, one after the other until one is answered."""
    found = Lines(crowd.plan, lines)
    missed = crowd.chance(Draw.MISS, MISSES_MOST) < found.values(crowd.classes, "share")
    comes = crowd.chance(Draw.RETURN, MISSES_MOST) < found.values(crowd.classes, "returns")
    stream, slots = crowd.source(Draw.AWAY), []
    for number, misses in enumerate(np.logical_and.accumulate(missed)):
        slot = crowd.slot
        for line, mine in found.each(crowd.classes):
            slot[mine, c.Q_AWAY_US] = draw(line.away, len(mine), stream)
        slot[~comes[number], c.Q_AWAY_US] = FOR_GOOD
        slot[:, c.Q_KIND] = c.ACT_MISS
        slots.append(slot * misses[:, None])
    return slots


def _parts(
    crowd: Crowd,
    holds: tuple[PutAside, ...],
    transfers: tuple[SentOn, ...],
    service_us: Microseconds,
) -> tuple[Microseconds, list[Microseconds]]:
    """A hold, and sending on: each breaks off the last part of the service so far."""
    slots: list[Microseconds] = []
    if holds:
        service_us, slot = _hold(crowd, holds, service_us)
        slots.append(slot)
    if transfers:
        chances, places = (crowd.chance(w, SENDS_MOST) for w in (Draw.SEND, Draw.SEND_TO))
        done, times = crowd.chance(Draw.SEND_PART, SENDS_MOST), crowd.source(Draw.SEND_TIME)
        classes, goes_on = crowd.classes, np.ones(len(service_us), dtype=np.bool_)
        found = Lines(crowd.plan, transfers)
        for number in range(SENDS_MOST):
            goes_on = goes_on & (chances[number] < found.values(classes, "share"))
            part = _part(found, classes, done[number])
            service_us = _break_off(service_us, slots, goes_on, part)
            then = classes.copy()
            for line, mine in found.each(classes):
                then[mine] = routed(crowd.plan, line.to, classes[mine], places[number, mine])
            classes, slot = np.where(goes_on, then, classes), crowd.slot
            slot[:, c.Q_KIND], slot[:, c.Q_WHAT] = c.ACT_SEND, _services(crowd, classes)
            slot[:, c.Q_TIME_US] = times_by_class(crowd.plan, classes, goes_on, times)
            slots.append(slot * goes_on[:, None])
    return service_us, slots


def _hold(
    crowd: Crowd, lines: tuple[PutAside, ...], service_us: Microseconds
) -> tuple[Microseconds, Microseconds]:
    """Service times until then, and the hold."""
    found, slot = Lines(crowd.plan, lines), crowd.slot
    held = crowd.chance(Draw.HOLD)[0] < found.values(crowd.classes, "share")
    part = _part(found, crowd.classes, crowd.chance(Draw.HOLD_PART)[0])
    stream, pools = crowd.source(Draw.HOLD_AWAY), [p.id for p in crowd.plan.rules.visit.pools]
    for line, mine in found.each(crowd.classes):
        slot[mine, c.Q_WHAT] = pools.index(line.pool)
        slot[mine, c.Q_AWAY_US] = draw(line.away, len(mine), stream)
    first_us = np.rint(service_us * part).astype(np.int64)
    slot[:, c.Q_KIND], slot[:, c.Q_TIME_US] = c.ACT_HOLD, service_us - first_us
    return np.where(held, first_us, service_us), slot * held[:, None]


def _part(
    found: Lines[PutAside] | Lines[SentOn], classes: Microseconds, chance: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The share of the service that is done before it is broken off."""
    least = found.values(classes, "done_least_0_1")
    return np.asarray(least + chance * (found.values(classes, "done_most_0_1") - least))


def _break_off(
    service_us: Microseconds,
    slots: list[Microseconds],
    whose: NDArray[np.bool_],
    part: NDArray[np.float64],
) -> Microseconds:
    """Only this share of the last part so far is done; returns the service times until an act."""
    is_open = whose.copy()
    for slot in reversed(slots):
        mine = is_open & (slot[:, c.Q_KIND] != c.ACT_END)
        slot[mine, c.Q_TIME_US] = np.rint(slot[mine, c.Q_TIME_US] * part[mine])
        is_open &= ~mine
    return np.where(is_open, np.rint(service_us * part).astype(np.int64), service_us)


def _needs(crowd: Crowd, lines: tuple[FurtherNeeds, ...], is_booked: bool) -> list[Microseconds]:
    """Further needs; one that is drawn twice is one."""
    found, slots = Lines(crowd.plan, lines), []
    chances, places = (crowd.chance(w, NEEDS_MOST) for w in (Draw.NEED, Draw.NEED_WHAT))
    times = crowd.source(Draw.NEED_TIME)
    had = 1 << _services(crowd, crowd.classes)
    goes_on = np.full(len(had), not is_booked)
    for number in range(min(NEEDS_MOST, crowd.plan.rules.visit.needs_max - 1)):
        goes_on = goes_on & (chances[number] < found.values(crowd.classes, "share"))
        then, slot = crowd.classes.copy(), crowd.slot
        for line, mine in found.each(crowd.classes):
            classes = crowd.classes[mine]
            then[mine] = routed(crowd.plan, line.services, classes, places[number, mine])
        services = _services(crowd, then)
        goes_on = goes_on & (had >> services & 1 == 0)
        had |= np.where(goes_on, 1 << services, 0)
        slot[:, c.Q_KIND], slot[:, c.Q_WHAT] = c.ACT_NEED, services
        slot[:, c.Q_TIME_US] = times_by_class(crowd.plan, then, goes_on, times)
        slots.append(slot * goes_on[:, None])
    return slots


def _authorise(crowd: Crowd, lines: tuple[Authorisation, ...]) -> Microseconds:
    """A supervisor's authorisation."""
    found, slot, stream = Lines(crowd.plan, lines), crowd.slot, crowd.source(Draw.AUTHORISE_TIME)
    asks = crowd.chance(Draw.AUTHORISE)[0] < found.values(crowd.classes, "share")
    for line, mine in found.each(crowd.classes):
        slot[mine, c.Q_TIME_US] = draw(line.time, len(mine), stream)
    slot[:, c.Q_KIND] = c.ACT_AUTHORISE
    slot[~asks | (slot[:, c.Q_TIME_US] == 0)] = 0
    return slot


def _wrap_up(crowd: Crowd, lines: tuple[WrapUp, ...]) -> Microseconds:
    """The teller's work afterwards."""
    slot, stream = crowd.slot, crowd.source(Draw.WRAP_UP)
    for line, mine in Lines(crowd.plan, lines).each(crowd.classes):
        slot[mine, c.Q_TIME_US] = draw(line.time, len(mine), stream)
    slot[:, c.Q_KIND] = np.where(slot[:, c.Q_TIME_US] > 0, c.ACT_WRAP_UP, c.ACT_END)
    return slot


def _services(crowd: Crowd, classes: Microseconds) -> Microseconds:
    """The service of each class."""
    return classes // len(crowd.plan.rules.segments)
