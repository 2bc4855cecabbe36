"""Compiled and plain dispatch agree to the last bit, on random halls and at the bounds."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.dispatch import layout as col
from shared.dispatch import select
from shared.dispatch.reason import NAMES
from shared.rollout import compiled
from shared.rollout.compiled import Kernel, line, table
from shared.rollout.day import Ints
from tests.shared.dispatch.halls import NOW_US, Choice, Scene, choose, scenes

SPEEDS = (col.SPEED_MILLI_MIN, col.SPEED_MILLI_MAX)


@pytest.fixture(scope="module")
def kernel() -> Kernel:
    return compiled.kernel()


def arrays(scene: Scene) -> tuple[Ints, int, Ints, Ints, Ints, Ints, Ints]:
    """The scene as compiled code takes it, but for time and buffers."""
    return (
        table(scene.hall, col.TICKET_WIDTH),
        len(scene.hall),
        line(scene.counter),
        table(scene.policy, col.POLICY_WIDTH),
        line(scene.house),
        table(scene.ratios, col.RATIO_WIDTH),
        line(scene.state),
    )


def choose_compiled(kernel: Kernel, scene: Scene) -> Choice:
    claims, points = (np.zeros(len(scene.hall), dtype=np.int64) for _ in range(2))
    row, why, facts = kernel.next_ticket(*arrays(scene), scene.now_us, claims, points)
    return Choice(row, NAMES[why], list(claims), list(points), facts, {})


def assert_agree(kernel: Kernel, scene: Scene) -> None:
    plain, quick = choose(scene), choose_compiled(kernel, scene)
    assert quick == replace(plain, why_not={})
    if plain.row >= 0:
        state = list(scene.state)
        called = scene.hall[plain.row]
        select.advance(called, scene.house, scene.ratios, state, plain.facts)
        moved = line(scene.state)
        tickets, _, _, _, house, ratios, _ = arrays(scene)
        kernel.advance(tickets[plain.row], house, ratios, moved, plain.facts)
        assert list(moved) == state


@settings(max_examples=100)
@given(scene=scenes())
def test_random_halls(kernel: Kernel, scene: Scene) -> None:
    assert_agree(kernel, scene)


edge_us = st.sampled_from(
    [0, 1, NOW_US, NOW_US + 1, col.HORIZON_US - NOW_US, col.HORIZON_US - 1, col.HORIZON_US]
)
edge_mask = st.sampled_from([1, 1 << 31, 1 << 32, 1 << (col.MASK_BITS - 1)])


@st.composite
def at_the_bounds(draw: st.DrawFn) -> Scene:
    """The largest masks, bases, growths, weights, speeds and times that a profile may have."""
    last = col.MASK_BITS - 1
    everything = (1 << col.MASK_BITS) - 1
    policy = [
        [
            draw(st.sampled_from([0, col.COST_MILLI_MAX, col.BASE_MILLI_MAX])),
            draw(st.sampled_from([0, col.COST_GROWTH_MILLI_MAX, col.GROWTH_MILLI_MAX])),
            0,
            draw(st.sampled_from([-1, 0, col.HORIZON_US])),
            draw(st.sampled_from([-1, 0, 2**40])),
        ]
        for _ in range(3)
    ]
    for row in policy:
        is_cost = row[0] <= col.COST_MILLI_MAX and row[1] <= col.COST_GROWTH_MILLI_MAX
        row[2] = draw(st.sampled_from([0, 1, col.WEIGHT_MILLI_MAX])) if is_cost else 0
    hall = []
    for order in range(draw(st.integers(1, 5))):
        senior_us, due_us = draw(edge_us), draw(st.just(-1) | edge_us)
        service = draw(st.sampled_from([0, last]))
        hall.append(
            [
                draw(st.integers(0, 2)), service, draw(st.sampled_from([0, last])), senior_us,
                senior_us, draw(st.sampled_from([0, 2**40])), due_us, -1, -1, order, 0,
                1 << service,
            ]
        )  # fmt: skip
    mask = draw(st.just(everything) | edge_mask)
    counter = [0, -1, mask, everything, 0, everything, draw(edge_mask), draw(edge_us)]
    counter += [draw(st.sampled_from(SPEEDS)) for _ in range(col.MASK_BITS)]
    house = [draw(st.sampled_from([-1, 0, NOW_US])), draw(st.integers(0, 3)), 1000, 1, 2]
    ratios = [[0, everything, 1, 2**31], [0, everything, 1 << last, 2**31]]
    state = [0, draw(st.sampled_from([0, 2**31 - 1, 2**31])), 0]
    return Scene(hall, counter, policy, house, ratios, state, col.HORIZON_US)


@settings(max_examples=100)
@given(scene=at_the_bounds())
def test_at_the_bounds_of_the_integers(kernel: Kernel, scene: Scene) -> None:
    plain = choose(scene)
    assert all(-(2**63) <= points < 2**63 for points in plain.points)
    assert_agree(kernel, scene)
    wanted = scene.oracle.verdict()
    assert (plain.row, plain.reason) == (wanted.row, wanted.reason)


@settings(max_examples=25)
@given(scene=scenes(), shift=st.integers(0, 3))
def test_an_idle_counter_is_chosen_alike(kernel: Kernel, scene: Scene, shift: int) -> None:
    desks = [scene.counter, [*scene.counter[:4], shift, *scene.counter[5:]]]
    for ticket in scene.hall:
        plain = select.select_counter(ticket, desks, len(desks))
        rows = table(desks, len(scene.counter))
        assert kernel.select_counter(line(ticket), rows, len(desks)) == plain


def test_the_cache_is_named_after_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit anywhere in dispatch compiles anew, which Numba itself would not notice."""
    before = compiled.cache_folder()
    assert before.name == f"kernel-{compiled.sources_hash()}"
    copy = tmp_path / "select.py"
    copy.write_text(Path(select.__file__).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    monkeypatch.setattr(select, "__file__", str(copy))
    assert compiled.cache_folder() != before


def test_what_was_compiled_is_kept(kernel: Kernel) -> None:
    assert_agree(kernel, Scene([], [0] * 9, [[0] * 5], [-1, 0, 1, 1, 1], [], [0]))
    assert [path.name for path in compiled.cache_folder().rglob("*next_ticket*.nbi")] != []


def test_dispatch_stays_plain_python(kernel: Kernel) -> None:
    assert all(type(function).__name__ == "function" for function in compiled.dispatch_functions())
    assert kernel is compiled.kernel()
