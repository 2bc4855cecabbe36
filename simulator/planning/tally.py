"""What many days came to, by half-hour and group: small enough to keep for every plan tried."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.metrics.visit import HALF_HOUR_US, SECOND_US
from shared.rollout import columns as c
from shared.rollout import many
from shared.rollout.day import Ints
from shared.rollout.run import Sums
from simulator.experiment.first_wait import first_wait

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Grid:
    """The half-hours of a day that are looked at, and the group of each class.

    ``first`` is the first half-hour (0 begins at midnight), ``count`` how many there are: who comes
    before or after is counted in the first or the last. ``group`` (classes,) is a group's number
    for each class (service index x number of segments + segment index), ``names`` the groups.
    """

    first: int
    count: int
    segments: int
    group: Whole
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums of shape (days, half-hours, groups); ``within`` and ``counted`` (..., limits).

    Half-hours are those of the ticket. ``wait_s`` sums the waits for the first call of whoever was
    ``called``; ``within`` who was called within a limit, ``counted`` who is counted for it (the
    rule of ``shared.metrics.waiting``: whoever left after it had passed counts as over it).
    ``serving_s`` and ``open_s`` have the shape (days, counters), ``ends_s`` (days,) is the time of
    the last event, seconds from midnight.
    """

    grid: Grid
    limits_s: tuple[float, ...]
    arrived: Whole
    called: Whole
    left: Whole
    wait_s: Real
    within: Whole
    counted: Whole
    serving_s: Real
    open_s: Real
    ends_s: Real

    @property
    def days(self) -> int:
        """How many days there are."""
        return len(self.arrived)

    def share_within(self, limit: int) -> Real:
        """Share called within a limit: (half-hours, groups); NaN where nobody came.

        A ratio of sums over days: each customer weighs the same.
        """
        with np.errstate(invalid="ignore"):
            share = self.within[..., limit].sum(axis=0) / self.counted[..., limit].sum(axis=0)
        return np.asarray(share, dtype=np.float64)

    def mean_wait_s(self) -> float:
        """Mean wait of everybody who was called, seconds; NaN when nobody was."""
        called = int(self.called.sum())
        return float(self.wait_s.sum()) / called if called else float("nan")

    def left_a_day(self) -> float:
        """How many leave without being served on a mean day."""
        return float(self.left.sum()) / self.days


def tally(people: Ints, first: Ints, sums: Sums, grid: Grid, limits_us: Sequence[int]) -> Tally:
    """The sums of days lived with their outcomes kept (``live_many(keeps_outcomes=True)``)."""
    days, out = len(first) - 1, sums.out
    is_in = out[:, c.O_STATE] > c.TURNED_AWAY
    chosen = slice(None) if is_in.all() else np.flatnonzero(is_in)

    def what(column: int) -> Whole:
        return out[chosen, column]

    def who(column: int) -> Whole:
        return people[chosen, column]

    day = np.repeat(np.arange(days), np.diff(first))[chosen]
    ticket_us = np.ascontiguousarray(what(c.O_TICKET_US))
    half_hour = np.clip(ticket_us // HALF_HOUR_US - grid.first, 0, grid.count - 1)
    place = day * grid.count + half_hour
    if len(grid.names) > 1:
        group = grid.group[who(c.P_SERVICE) * grid.segments + who(c.P_SEGMENT)]
        place = place * len(grid.names) + group
    shape = (days, grid.count, len(grid.names))
    cells = int(np.prod(shape))

    def count(those: NDArray[np.bool_]) -> Whole:
        return np.bincount(place[those], minlength=cells).reshape(shape)

    is_called, _, _, wait_us, counted_us = first_wait(
        ticket_us,
        what(c.O_CALLED_US),
        what(c.O_ENDED_US),
        what(c.O_KEPT),
        who(c.P_BOOKED_US),
        what(c.O_STOOD_US),
    )
    within = [is_called & (counted_us <= limit) for limit in limits_us]
    counted = [is_called | (counted_us > limit) for limit in limits_us]
    wait_s = np.where(is_called, wait_us, 0) / SECOND_US
    return Tally(
        grid=grid,
        limits_s=tuple(limit / SECOND_US for limit in limits_us),
        arrived=np.bincount(place, minlength=cells).reshape(shape),
        called=count(is_called),
        left=count((what(c.O_STATE) == c.LEFT) | (what(c.O_STATE) == c.BALKED)),
        wait_s=np.bincount(place, wait_s, cells).astype(np.float64).reshape(shape),
        within=_by_limit(within, count, shape),
        counted=_by_limit(counted, count, shape),
        serving_s=sums.desks[:, :, 0] / SECOND_US,
        open_s=sums.desks[:, :, 1] / SECOND_US,
        ends_s=sums.days[:, many.T_LAST_US] / SECOND_US,
    )


def whole_days(sums: Sums, grid: Grid, limits_us: Sequence[int]) -> Tally:
    """The same sums of whole days and of everybody together, which the kernel makes itself.

    Quicker than ``tally``: days are lived without keeping outcomes. ``grid`` has one cell.
    """
    figures = sums.figures.sum(axis=1)[:, None, None, :]
    limits = figures[..., many.F_LIMITS :]
    return Tally(
        grid=grid,
        limits_s=tuple(limit / SECOND_US for limit in limits_us),
        arrived=figures[..., many.F_ARRIVED],
        called=figures[..., many.F_CALLED],
        left=figures[..., many.F_LEFT],
        wait_s=figures[..., many.F_WAIT_US] / SECOND_US,
        within=limits[..., 0::2],
        counted=limits[..., 1::2],
        serving_s=sums.desks[:, :, 0] / SECOND_US,
        open_s=sums.desks[:, :, 1] / SECOND_US,
        ends_s=sums.days[:, many.T_LAST_US] / SECOND_US,
    )


def by_service(sums: Sums, segments: int) -> tuple[Whole, Whole]:
    """Who was called within each limit and who counts for it: (days, services, limits), twice.

    ``segments`` is how many there are. The kernel makes these sums itself.
    """
    days, classes, _ = sums.figures.shape
    limits = sums.figures[..., many.F_LIMITS :]
    found = limits.reshape(days, classes // segments, segments, -1).sum(axis=2)
    return found[..., 0::2], found[..., 1::2]


def joined(parts: Sequence[Tally]) -> Tally:
    """The days of several tallies one after another."""
    first = parts[0]
    columns = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in Tally.__dataclass_fields__
        if name not in ("grid", "limits_s")
    }
    return Tally(first.grid, first.limits_s, **columns)


def _by_limit(
    masks: Sequence[NDArray[np.bool_]],
    count: Callable[[NDArray[np.bool_]], Whole],
    shape: tuple[int, ...],
) -> Whole:
    if not masks:
        return np.zeros((*shape, 0), dtype=np.int64)
    return np.stack([count(mask) for mask in masks], axis=-1)
