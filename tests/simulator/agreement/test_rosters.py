"""The random rosters are possible ones: what both engines may take for granted."""

from collections import defaultdict

from simulator.model.shift import in_turn
from tests.simulator.agreement.branches import random_case

#: Once made a person who was to open a counter while pausing at another.
ONCE_WRONG = 700103


def test_nobody_follows_on_a_pause() -> None:
    """At a counter, or of a person, only the last shift may end with one."""
    for seed in (ONCE_WRONG, *range(300)):
        turns = defaultdict(list)
        for shift in in_turn(random_case(seed, most=0).shifts):
            turns["counter", shift.counter].append(shift)
            turns["person", shift.staff].append(shift)
        for place, shifts in turns.items():
            assert not any(each.stints[-1].pause_reason for each in shifts[:-1]), (seed, place)
