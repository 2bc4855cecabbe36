"""The table is made, from the real programs; no figure decides anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from kiosk.printing.virtual.server import VirtualPrinter
from tests.bench import calling, dispatching, leading, starting, tapping
from tests.bench.figure import Figure, milliseconds, table
from tests.bench.place import Place
from tests.bench.simulating import measure as measure_simulator
from tests.support.browser import need_chromium
from tests.support.server import running_server


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


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A city branch in this process: the same doors as the bench's own, much sooner open."""
    with running_server(tmp_path, "city") as server, VirtualPrinter() as printer:
        yield Place(
            server.base_url,
            printer.address,
            tmp_path,
            server.keys,
            server.client,
            lambda _counter: server.client("teller", "t1"),
            lambda _counter: "t1",
        )


def test_a_tap_is_measured_to_the_number_and_to_the_printer(place: Place, qapp: object) -> None:
    felt, shown, printed = tapping.measure(place, 1)
    assert (len(felt.values), len(shown.values), len(printed.values)) == (1, 1, 1)
    assert felt.values[0] > 0
    assert 0 < shown.values[0] < printed.values[0]


def test_a_key_is_measured_to_the_called_number(place: Place, qapp: object) -> None:
    felt, shown = calling.measure(place, 2)
    assert (len(felt.values), len(shown.values)) == (2, 2)
    assert 0 < felt.values[0] < shown.values[0]


@pytest.mark.slow
def test_the_lead_page_is_measured_in_a_browser(place: Place) -> None:
    need_chromium()
    weight, paint, news = leading.measure(place, 2)
    assert (len(weight.values), len(paint.values), len(news.values)) == (1, 2, 2)
    assert min(*paint.values, *news.values) > 0


@pytest.mark.end2end
def test_a_cold_start_is_measured_in_a_process_of_its_own(place: Place) -> None:
    assert starting.window(place, "rating") > 0


def test_a_call_is_measured_with_a_full_hall() -> None:
    figures = dispatching.measure(times=5)
    assert [len(figure.values) for figure in figures] == [5, 5, 5]
