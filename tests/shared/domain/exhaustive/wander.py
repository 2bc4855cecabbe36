"""Random walks through the same moves under the same watch, deeper than every interleaving goes.

No proof of anything: a sample of long days with a full hall.
"""

import random
import time
from dataclasses import dataclass, field

from tests.shared.domain.exhaustive.explore import step
from tests.shared.domain.exhaustive.moves import Move, moves
from tests.shared.domain.exhaustive.packing import empty_hall, unpack
from tests.shared.domain.exhaustive.watch import Violation
from tests.shared.domain.exhaustive.world import World


@dataclass
class Walked:
    """What was seen on the way."""

    world: World
    tickets: int
    length: int
    walks: int = 0
    states: set[bytes] = field(default_factory=set)
    transitions: int = 0
    calls: int = 0
    violations: list[str] = field(default_factory=list)

    def told(self) -> str:
        """One line."""
        return (
            f"{self.world.name}: {self.walks:,} random walks of {self.length} moves, up to "
            f"{self.tickets} tickets: {len(self.states):,} states, {self.transitions:,} "
            f"transitions, {self.calls:,} calls checked, {len(self.violations)} violations"
        )


def wander(
    world: World, tickets: int, length: int, seed: int, walks: int, limit_s: float = 3600.0
) -> Walked:
    """So many walks from the empty hall, or as many as the time allows."""
    draw, walked = random.Random(seed), Walked(world, tickets, length)
    until_s = time.monotonic() + limit_s
    while walked.walks < walks and time.monotonic() < until_s:
        walked.walks += 1
        state = empty_hall(world)
        for _ in range(length):
            branch, elapsed = unpack(world, state)
            possible = list(moves(world, branch, elapsed, tickets))
            move = draw.choices(possible, [weight(move) for move in possible])[0]
            walked.transitions += 1
            try:
                state, calls = step(world, state, move)
            except Violation as broken:
                walked.violations.append(f"{move} after {state.hex()}: {broken.args}")
                break
            walked.calls += calls
            walked.states.add(state)
    return walked


def weight(move: Move) -> int:
    """A hall that fills: arrivals often, what is special seldom."""
    return 1 if move.is_special else 4 if move.ticket else 3
