"""Every interleaving, as far as the time goes: the exhaustive check of the rules of the lobby.

The same check as in ``tests.shared.domain.exhaustive``, with larger bounds, in as many processes
as there are cores. A leg ends when no state is new, at its depth, or when its time is over; what
is printed is the depth to which every interleaving was played. Random walks go on from there.
"""

import os
import time

from rich.console import Console
from rich.table import Table

from tests.shared.domain.exhaustive.explore import Covered, Leg, explore
from tests.shared.domain.exhaustive.wander import Walked, wander
from tests.shared.domain.exhaustive.world import CAPPED, GROWING, RATIO, WORLDS

#: Full halls to start from: six wait already, and everything may happen next.
HALLS = 50

#: What is explored, and its share of the time; what one does not need the later ones have.
LEGS = (
    (Leg(RATIO, tickets=3, specials=0), 4),
    (Leg(GROWING, tickets=3, specials=0), 3),
    (Leg(CAPPED, tickets=4, specials=0), 5),
    (Leg(CAPPED, tickets=2, specials=1), 10),
    *((Leg(world, tickets=6, depth=3, halls=HALLS), 10) for world in WORLDS),
    *((Leg(world, tickets=6), 10) for world in WORLDS),
    (Leg(CAPPED, tickets=6, specials=0), 10),
)
WALKS_SHARE = 1
WALK_LENGTH = 80


def check_states(console: Console, seconds: float, seed: int) -> bool:
    """Explore for about so long and print the table; whether nothing was violated."""
    began = time.monotonic()
    cores = os.cpu_count() or 1
    console.print(f"Every interleaving, for about {seconds:g} s on {cores} cores …")
    covered: list[Covered] = []
    walked: list[Walked] = []
    shares = [share for _, share in LEGS] + [WALKS_SHARE] * len(WORLDS)
    for number, (leg, share) in enumerate(LEGS):
        left_s = seconds - (time.monotonic() - began)
        covered.append(explore(leg, left_s * share / sum(shares[number:]), cores))
    for number, world in enumerate(WORLDS):
        left_s = seconds - (time.monotonic() - began)
        walked.append(
            wander(world, 6, WALK_LENGTH, seed, 1_000_000, left_s / (len(WORLDS) - number))
        )
    console.print(_table(covered, walked))
    broken = [line for found in covered for line in found.violations]
    broken += [line for sample in walked for line in sample.violations]
    for line in broken:
        console.print(line, markup=False)
    states = sum(found.states for found in covered)
    calls = sum(found.calls for found in covered) + sum(sample.calls for sample in walked)
    took_s = time.monotonic() - began
    console.print(
        f"{states:,} states, {sum(f.transitions for f in covered):,} transitions, {calls:,} calls "
        f"checked, {len(broken)} violations, {took_s:.0f} s"
    )
    return not broken


def _table(covered: list[Covered], walked: list[Walked]) -> Table:
    made = Table(title="Every interleaving of a small branch", title_justify="left")
    made.add_column("branch")
    for heading in ("tickets", "special", "complete", "states", "transitions", "calls", "violated"):
        made.add_column(heading, justify="right")
    for found in covered:
        leg = found.leg
        made.add_row(
            leg.world.name,
            str(leg.tickets),
            "any" if leg.specials is None else str(leg.specials),
            found.reach() + (f" from {leg.halls} full halls" if leg.halls else ""),
            *_figures(found.states, found.transitions, found.calls, len(found.violations)),
        )
    for sample in walked:
        made.add_row(
            sample.world.name,
            str(sample.tickets),
            "any",
            f"sample: {sample.walks:,} walks",
            *_figures(len(sample.states), sample.transitions, sample.calls, len(sample.violations)),
        )
    return made


def _figures(*figures: int) -> tuple[str, ...]:
    return tuple(f"{figure:,}" for figure in figures)
