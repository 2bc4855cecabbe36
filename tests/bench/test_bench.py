"""The table is made, from the real programs; no figure decides anything."""

import pytest
from rich.console import Console

from tests.bench.figure import Figure, milliseconds, table
from tests.bench.simulating import measure as measure_simulator


def printed(figures: list[Figure]) -> list[str]:
    console = Console(width=110)
    with console.capture() as captured:
        console.print(table(figures, "title"))
    return captured.get().splitlines()


def test_a_line_says_the_middle_the_slow_end_and_whether_the_aim_is_kept() -> None:
    kept = milliseconds("kept", [1_000_000, 2_000_000, 3_000_000], 2.0)
    missed = milliseconds("missed", [4_000_000], 2.0)
    assert kept.row()[:3] == ("kept", "3", "2 ms")
    assert (kept.row()[-2:], missed.row()[-2:]) == (("2 ms", "yes"), ("2 ms", "no"))
    assert Figure("none", "ms", ()).row()[-1] == "nothing was measured"
    assert len(printed([kept, missed])) == 7


def test_the_simulator_is_measured_against_the_yardstick() -> None:
    plain, ours, ratio = (figure.values[0] for figure in measure_simulator(0.0))
    assert ratio == pytest.approx(ours / plain)


@pytest.mark.end2end
@pytest.mark.slow
def test_every_figure_is_measured_on_the_real_programs(
    monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    from tests.bench.__main__ import Counts, measure

    monkeypatch.setenv("LOBBY_STATE_DIR", "")  # measure sets its own; put back afterwards
    figures = measure(Counts(taps=2, starts=1, calls=5, seconds=0.1))
    assert all(figure.values and min(figure.values) > 0 for figure in figures)
    assert len(figures) == 22
