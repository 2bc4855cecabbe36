"""docs/policies.md says what was simulated, under the policies that ship now."""

import pytest

from simulator.experiment.load import offered_load
from simulator.experiment.variant import overloads, presets
from simulator.model.plan import load_plan
from tests.docs.policies import BLOCK, BLOCKS, PAGE, STUDIES, filled, study


def test_page_is_what_was_recorded() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == filled(written), "run: python3 dev.py docs"


def test_every_block_is_on_the_page() -> None:
    assert [found[2] for found in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))] == list(BLOCKS)


@pytest.mark.parametrize("name", STUDIES)
def test_it_was_recorded_under_the_policies_of_today(name: str) -> None:
    """The policies and the load: after a change, simulate again."""
    plan, told = load_plan(name), study(name)
    variants = (overloads if told["compared"] == "overload rule" else presets)(plan, ["all"])
    assert {v["name"]: v["policy_hash"] for v in told["variants"]} == {
        v.name: v.plan.policy_hash for v in variants
    }, "run: python -m tests.docs.policies, then python3 dev.py docs"
    assert told["offered_load_0_1"] == round(offered_load(plan).share_0_1, 4)
