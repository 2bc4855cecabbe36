"""docs/simulation.md shows the reference cases as they were measured, all of them, all held."""

from tests.docs.cases import BLOCKS, PAGE, recorded
from tests.docs.policies import BLOCK, filled
from tests.simulator.cases.known import CASES


def test_page_is_what_was_measured() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == filled(written, BLOCKS), "run: python3 dev.py docs"
    assert [found[2] for found in BLOCK.finditer(written)] == list(BLOCKS)


def test_every_figure_of_every_case_was_measured_and_held() -> None:
    told = [(line["case"], line["figure"]) for line in recorded()]
    known = [(case.title, figure.name) for case in CASES for figure in case.figures]
    assert told == known, "run: python -m tests.docs.cases, then python3 dev.py docs"
    assert all(line["is_near"] and line["engine"] == "compiled" for line in recorded())
