"""The tables of a study in a terminal of the usual width."""

import io
import re

import pytest
from rich.console import Console

from simulator.experiment.replicate import replicate
from simulator.experiment.table import print_study
from simulator.model.plan import load_plan

WIDTH = 80
#: Few days: the intervals are wide, and so are the figures.
DAYS = 2


@pytest.fixture(scope="module", params=["neighbourhood", "city"])
def printed(request: pytest.FixtureRequest) -> list[str]:
    """What a study prints, line by line."""
    page = io.StringIO()
    print_study(Console(file=page, width=WIDTH), replicate(load_plan(request.param), DAYS, seed=1))
    return page.getvalue().splitlines()


def test_every_head_and_figure_is_whole(printed: list[str]) -> None:
    """Nothing is cut with an ellipsis; the units stand in the line under the heads."""
    heads = next(index for index, line in enumerate(printed) if "customers" in line)
    above, below = printed[heads : heads + 2]
    assert " ".join(above.split()) == "customers mean wait > 10 min > 20 min > 30 min left"
    assert " ".join(below.split()) == "waiting a day min % % % %"
    assert [line for line in printed if "…" in line or len(line) > WIDTH] == []


def test_an_unsure_figure_has_no_decimals(printed: list[str]) -> None:
    """From ±10 on; below, one."""
    everybody = next(line for line in printed if line.startswith("everybody")).split()
    assert re.fullmatch(r"\d+±\d\d+", everybody[1])
    assert [f for f in everybody[1:] if not re.fullmatch(r"\d+±\d\d+|\d+\.\d±\d\.\d", f)] == []
