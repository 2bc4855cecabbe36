"""docs/calibration.md shows how often intervals held the truth when measured: often enough."""

from math import sqrt

from tests.docs.coverage import BLOCKS, PAGE, REPETITIONS, recorded
from tests.docs.policies import BLOCK, filled
from tests.simulator.loop import PATIENCE
from tests.torture.honesty import STANDARD_ERRORS, STATED


def test_page_is_what_was_measured() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == filled(written, BLOCKS), "run: python3 dev.py docs"
    assert [found[2] for found in BLOCK.finditer(written)] == list(BLOCKS)


def test_every_kind_of_interval_holds_the_truth_as_often_as_it_says() -> None:
    assert list(recorded()) == list(PATIENCE)
    slack = STANDARD_ERRORS * sqrt(STATED * (1 - STATED) / REPETITIONS)
    for family, kinds in recorded().items():
        for kind, (made, held) in kinds.items():
            assert abs(held / made - STATED) <= slack, (family, kind)
