"""Every interleaving up to a small bound; ``python3 dev.py torture`` goes on from here."""

from collections.abc import Callable

import pytest

from tests.shared.domain.exhaustive.explore import Leg, explore
from tests.shared.domain.exhaustive.wander import wander
from tests.shared.domain.exhaustive.world import CAPPED, GROWING, RATIO, WORLDS, World

LEGS = (
    *(Leg(world, tickets=6, depth=4) for world in WORLDS),
    Leg(CAPPED, tickets=3, specials=0),
    Leg(RATIO, tickets=2, specials=0),
    Leg(GROWING, tickets=2, specials=0),
    Leg(CAPPED, tickets=2, specials=1, depth=7),
)


@pytest.mark.parametrize("leg", LEGS, ids=lambda leg: f"{leg.world.name}-{leg.tickets}")
def test_every_guarantee_holds_in_every_interleaving(
    leg: Leg, record_property: Callable[[str, object], None]
) -> None:
    covered = explore(leg)
    record_property("printed", f"exhaustive: {covered.told()}")
    assert covered.violations == ()
    assert covered.is_closed or covered.complete == leg.depth
    assert covered.calls > 500


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_long_days_with_six_tickets(
    world: World, record_property: Callable[[str, object], None]
) -> None:
    walked = wander(world, tickets=6, length=60, seed=1, walks=40)
    record_property("printed", f"sampled: {walked.told()}")
    assert walked.violations == []
