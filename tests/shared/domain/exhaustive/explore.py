"""Breadth first through every interleaving, each state once."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any

from tests.shared.domain.exhaustive.moves import Move, moves, play
from tests.shared.domain.exhaustive.packing import empty_hall, pack, unpack
from tests.shared.domain.exhaustive.watch import Violation, Watch
from tests.shared.domain.exhaustive.world import World

ANY = 255  # so many specials are as many as one likes
PART = 500  # states that a process takes at a time


@dataclass(frozen=True)
class Leg:
    """One exploration: how many tickets at once, how many moves, how many of them special.

    ``depth`` None goes on until no state is new: then every sequence of any length is covered.
    ``specials`` None allows any number of holds, transfers, no-shows, reclassifications and
    services switched off; a number allows so many on one path. The start is the empty hall, or so
    many different full ``halls``, drawn from those that random days lead to.
    """

    world: World
    tickets: int
    depth: int | None = None
    specials: int | None = None
    halls: int = 0


@dataclass
class Covered:
    """What was gone through. ``complete`` is the depth to which every interleaving was played."""

    leg: Leg
    states: int = 1
    transitions: int = 0
    calls: int = 0
    complete: int = 0
    is_closed: bool = False
    took_s: float = 0.0
    violations: tuple[str, ...] = ()

    def add(self, found: "Found") -> None:
        """Count what a part of a layer led to."""
        self.transitions += found.transitions
        self.calls += found.calls
        self.violations += tuple(found.violations)

    def reach(self) -> str:
        """How far every interleaving was played."""
        if not self.is_closed:
            return f"all of {self.complete} moves"
        if self.leg.world.clip_ticks is None:
            return f"any moves in {self.leg.world.horizon_ticks} ticks"
        return "any number of moves"

    def told(self) -> str:
        """One line."""
        leg = self.leg
        some = "" if leg.specials is None else f", at most {leg.specials} special"
        some += f", from {leg.halls} full halls" if leg.halls else ""
        return (
            f"{leg.world.name}: up to {leg.tickets} tickets, {self.reach()}{some}: "
            f"{self.states:,} states, {self.transitions:,} transitions, "
            f"{self.calls:,} calls checked, {len(self.violations)} violations, {self.took_s:.0f} s"
        )


def explore(
    leg: Leg, limit_s: float = 3600.0, processes: int = 1, most_violations: int = 5
) -> Covered:
    """Play every move in every state that can be reached, until the leg or the time is over."""
    began = time.monotonic()
    covered = Covered(leg)
    budget = ANY if leg.specials is None else leg.specials
    starts = full_halls(leg.world, leg.tickets, leg.halls) if leg.halls else [empty_hall(leg.world)]
    layer = [bytes([budget]) + start for start in starts]
    seen = set(layer)
    with _workers(processes) as each:
        while layer and (leg.depth is None or covered.complete < leg.depth):
            coming: list[bytes] = []
            parts = [(leg, layer[at : at + PART]) for at in range(0, len(layer), PART)]
            for found in each(_successors, parts):
                covered.add(found)
                fresh = found.reached - seen
                seen |= fresh
                coming += fresh
                covered.took_s = time.monotonic() - began
                covered.states = len(seen)
                if covered.took_s > limit_s or len(covered.violations) >= most_violations:
                    return covered
            covered.complete += 1
            layer = coming
    covered.is_closed = not layer
    return covered


def full_halls(world: World, tickets: int, count: int) -> list[bytes]:
    """Different halls with so many tickets waiting, after random arrivals, calls and ticks."""
    draw, found = random.Random(tickets), set[bytes]()
    state = empty_hall(world)
    while len(found) < count:
        branch, elapsed = unpack(world, state)
        if len(branch.waiting) == tickets:
            found.add(state)
            state = empty_hall(world)
            continue
        usual = [m for m in moves(world, branch, elapsed, tickets + 2) if not m.is_special]
        weights = [8 if m.ticket else 1 for m in usual]
        state, _ = step(world, state, draw.choices(usual, weights)[0])
    return sorted(found)


@contextmanager
def _workers(processes: int) -> Iterator[Any]:
    """``map`` here, or in so many processes of its own."""
    if processes == 1:
        yield map
        return
    with get_context("spawn").Pool(processes) as pool:
        yield pool.imap_unordered


@dataclass
class Found:
    """What a part of a layer led to."""

    reached: set[bytes] = field(default_factory=set)
    transitions: int = 0
    calls: int = 0
    violations: list[str] = field(default_factory=list)


def _successors(part: tuple[Leg, list[bytes]]) -> Found:
    """The states after each move in each of these states, all of them watched."""
    leg, states = part
    found = Found()
    for state in states:
        _play_all(leg, state[0], state[1:], found)
    return found


def _play_all(leg: Leg, budget: int, packed: bytes, found: Found) -> None:
    """Every move in one state."""
    branch, elapsed = unpack(leg.world, packed)
    for move in list(moves(leg.world, branch, elapsed, leg.tickets)):
        if move.is_special and not budget:
            continue
        left = budget - (move.is_special and budget != ANY)
        found.transitions += 1
        try:
            after, calls = step(leg.world, packed, move, is_calm=left == 0)
        except Violation as broken:
            found.violations.append(f"{move} after {packed.hex()}: {broken.args}")
            continue
        found.calls += calls
        found.reached.add(bytes([left]) + after)


def step(world: World, packed: bytes, move: Move, *, is_calm: bool = False) -> tuple[bytes, int]:
    """One move from a packed state: the state after it, and how many calls were checked."""
    branch, elapsed = unpack(world, packed)
    watch = Watch(world, branch)
    now_us = play(branch, move, watch.execute)
    watch.check(now_us)
    elapsed += world.clip_ticks is None and move.name == "clock"
    return pack(world, branch, now_us, elapsed, is_calm), watch.calls
