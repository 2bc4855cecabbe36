"""Equal bytes mean an equal future: the canonical form loses nothing that matters."""

import random
from dataclasses import replace

import pytest

from tests.shared.domain.exhaustive.explore import step
from tests.shared.domain.exhaustive.moves import moves
from tests.shared.domain.exhaustive.packing import empty_hall, pack, unpack
from tests.shared.domain.exhaustive.wander import weight
from tests.shared.domain.exhaustive.world import CAPPED, NOW_US, RATIO, World

LONG = 200


def exact(world: World) -> World:
    """The same branch with waits and overtakes as they are."""
    return replace(world, name="exact", clip_ticks=None, horizon_ticks=LONG, caps=200)


def canonical(world: World, state: bytes, *, is_calm: bool) -> bytes:
    """An exact state in the world's canonical form."""
    branch, _ = unpack(world, state)
    return pack(world, branch, NOW_US, 0, is_calm)


def successors(world: World, packed: bytes, *, is_calm: bool) -> dict[bytes, str]:
    """Where every move leads, without what is special when nothing special may follow."""
    branch, elapsed = unpack(world, packed)
    possible = [m for m in moves(world, branch, elapsed, 99) if not (is_calm and m.is_special)]
    return {step(world, packed, move, is_calm=is_calm)[0]: str(move) for move in possible}


@pytest.mark.parametrize("is_calm", [False, True], ids=["anything", "calm"])
@pytest.mark.parametrize("world", [CAPPED, RATIO], ids=lambda world: world.name)
def test_the_canonical_state_has_the_same_future(world: World, is_calm: bool) -> None:
    """From states of random days: canonical, then a move, is a move, then canonical."""
    draw, wide = random.Random(world.name), exact(world)
    for _ in range(4):
        state = empty_hall(wide)
        for _ in range(30):
            small = canonical(world, state, is_calm=is_calm)
            reached = successors(wide, state, is_calm=is_calm)
            there = {canonical(world, s, is_calm=is_calm): m for s, m in reached.items()}
            here = successors(world, small, is_calm=is_calm)
            assert {k: here.get(k) for k in here.keys() ^ there.keys()} == {}
            branch, elapsed = unpack(wide, state)
            possible = list(moves(wide, branch, elapsed, 5))
            move = draw.choices(possible, [weight(m) for m in possible])[0]
            state, _ = step(wide, state, move)
