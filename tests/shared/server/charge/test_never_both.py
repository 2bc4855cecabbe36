"""Never are both servers in charge at one moment, whatever the network and the clocks do."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.server.charge.timing import ChargeTiming
from tests.shared.server.charge.world import BRANCH, STAND_IN, Fault, Plan, Rules, World


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    counters = draw(st.integers(1, 5))
    names = [BRANCH, STAND_IN, *(f"c{n}" for n in range(counters))]
    rates = {name: draw(st.integers(990, 1010)) for name in names}
    fault = st.builds(
        Fault,
        st.sampled_from(["freeze", "restart", "cut", "cut"]),
        st.sampled_from(names),
        st.sampled_from(names),
        st.integers(0, 110_000),
        st.integers(100, 70_000),
    )
    faults = draw(st.lists(fault, max_size=10))
    return Plan(counters, rates, faults, draw(st.integers(0, 2**32)))


def chance_plan(seed: int) -> Plan:
    """A plan by chance, with cuts that part the hall: these are what most rules are about."""
    chance = random.Random(seed)
    counters = chance.randint(1, 4)
    names = [f"c{n}" for n in range(counters)]
    faults = []
    for _ in range(chance.randint(1, 3)):
        at_ms, for_ms = chance.randint(0, 90_000), chance.randint(10_000, 60_000)
        far = chance.choice([BRANCH, STAND_IN])
        faults.append(Fault("cut", BRANCH, STAND_IN, at_ms, for_ms))
        cut_off = [name for name in names if chance.random() < 0.6]
        faults += [Fault("cut", far, name, at_ms, for_ms) for name in cut_off]
        if chance.random() < 0.5:
            who = chance.choice([BRANCH, STAND_IN, *names])
            kind = chance.choice(["freeze", "restart"])
            faults.append(Fault(kind, who, who, chance.randint(0, 110_000), for_ms))
    rates = {name: chance.randint(990, 1010) for name in [BRANCH, STAND_IN, *names]}
    return Plan(counters, rates, faults, seed)


def two_halls(seed: int) -> Plan:
    """The branch server is cut off; two counters close; these reach it later, not the other."""
    names = ["c0", "c1", "c2"]
    faults = [Fault("cut", BRANCH, STAND_IN, 20_000, 130_000)]
    faults += [Fault("cut", BRANCH, name, 20_000, 45_000) for name in names]
    faults += [Fault("cut", STAND_IN, name, 66_000, 84_000) for name in names[:2]]
    rates = dict.fromkeys([BRANCH, STAND_IN, *names], 1000)
    return Plan(3, rates, faults, seed, opened=((55_000, frozenset({"c2"})),))


def old_copy(seed: int) -> Plan:
    """The stand-in is cut off; two counters close; then these alone reach it, and not the other."""
    names = ["c0", "c1", "c2"]
    faults = [Fault("cut", BRANCH, STAND_IN, 12_000, 138_000)]
    faults += [Fault("cut", BRANCH, name, 50_000, 100_000) for name in names[:2]]
    rates = dict.fromkeys([BRANCH, STAND_IN, *names], 1000)
    return Plan(3, rates, faults, seed, opened=((30_000, frozenset({"c2"})),))


@settings(max_examples=100, deadline=None)
@given(plans())
def test_never_both(plan: Plan) -> None:
    assert World(plan).run().both_ms == []


@pytest.mark.parametrize("first", range(0, 120, 60))
def test_never_both_in_a_parted_hall(first: int) -> None:
    bad = [s for s in range(first, first + 60) if World(chance_plan(s)).run().both_ms]
    assert bad == []


MUTANTS = {
    "counters turn at once": Rules(switch_ms=2_500),
    "lease from the receipt": Rules(from_receipt=True),
    "no longer silence": Rules(timing=ChargeTiming(silence_ms=9_000), switch_ms=9_000),
    "only the log's end": Rules(is_joint=False),
    "a vote tells nothing": Rules(compares=False),
    "nobody tells the term": Rules(tells_term=False),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_weaker_rule_is_found_out(name: str) -> None:
    """The worlds above are bad enough to show it."""
    make = {"nobody tells the term": two_halls, "a vote tells nothing": old_copy}
    plan = make.get(name, chance_plan)
    assert any(World(plan(seed), MUTANTS[name]).run().both_ms for seed in range(300))


@pytest.mark.parametrize("make", [two_halls, old_copy])
def test_never_both_where_a_rule_is_needed(make: Callable[[int], Plan]) -> None:
    assert [seed for seed in range(20) if World(make(seed)).run().both_ms] == []


def test_a_stand_in_that_is_away_keeps_nobody_who_has_closed() -> None:
    """Two of three close while the stand-in is cut off; the third alone is enough."""
    world = World(old_copy(1)).run()
    assert world.held_ms[BRANCH] > 130_000


def test_a_dead_branch_server_is_stood_in_for() -> None:
    rates = dict.fromkeys((BRANCH, STAND_IN, "c0", "c1", "c2"), 1000)
    world = World(Plan(3, rates, [Fault("freeze", BRANCH, "", 30_000, 60_000)], 7)).run()
    assert world.held_ms[BRANCH] > 60_000
    assert world.held_ms[STAND_IN] > 25_000


def test_a_dead_stand_in_costs_nothing() -> None:
    rates = dict.fromkeys((BRANCH, STAND_IN, "c0", "c1", "c2"), 1000)
    world = World(Plan(3, rates, [Fault("freeze", STAND_IN, "", 10_000, 140_000)], 7)).run()
    assert world.held_ms[STAND_IN] == 0
    assert world.held_ms[BRANCH] > 135_000
