"""The displays measured: high enough on the panel they hang on, and a small panel is caught."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.board.selftest import Measured, table
from kiosk.board.selftest_command import DisplaysFailed, run_self_test
from kiosk.board.selftest_run import measure_board, self_test
from kiosk.board.selftest_scenes import hall
from shared.client.run import Connection
from shared.config.load import SHIPPED, load_profile
from shared.config.profile import Profile
from shared.ui.app import quick_application

ACROSS, UPRIGHT = (1064.0, 598.0), (598.0, 1064.0)


def branch(counters: int, panel: tuple[float, float] = ACROSS, distance_m: float = 10.0) -> Profile:
    """The neighbourhood branch with so many counters and such a board."""
    profile = load_profile("neighbourhood")
    one = profile.counters[0]
    table = profile.board.model_copy(
        update={
            "panel_width_mm": panel[0],
            "panel_height_mm": panel[1],
            "viewing_distance_m": distance_m,
        }
    )
    named = tuple(one.model_copy(update={"id": str(n)}) for n in range(1, counters + 1))
    return profile.model_copy(update={"counters": named, "board": table})


@pytest.mark.parametrize("panel", [ACROSS, UPRIGHT], ids=["across", "upright"])
@pytest.mark.parametrize("counters", [1, 4, 6, 9, 12])
def test_every_number_can_be_read_from_the_last_seat(
    qapp: QApplication, counters: int, panel: tuple[float, float]
) -> None:
    """A 48 inch board, ten metres."""
    assert quick_application() is qapp
    profile = branch(counters, panel)
    found = measure_board(f"{counters} counters", profile, hall(profile))
    assert [row for row in found.rows if not row.is_met] == []
    assert (found.pale, found.complaints) == ((), ())
    kinds = ["calledDigits"] if counters == 1 else ["calledDigits", "earlierDigits"]
    assert [row.what for row in found.rows] == kinds


@pytest.mark.parametrize("name", SHIPPED)
def test_the_displays_of_a_shipped_branch(qapp: QApplication, name: str) -> None:
    found = self_test(load_profile(name))
    assert (found.faults, found.pale, found.complaints) == (0, (), ())


def test_a_panel_that_is_too_small_for_the_hall_is_caught(qapp: QApplication) -> None:
    profile = branch(4, (600.0, 337.0), distance_m=10.0)
    called, _ = measure_board("small", profile, hall(profile)).rows
    assert (called.is_met, round(called.height_mm), round(called.needed_mm)) == (False, 61, 64)
    assert 9.0 < called.reach_m < 9.6


def test_the_table_says_it_in_figures() -> None:
    row = Measured("board calls", "calledDigits", 107.6, 10.0, 22.0)
    low = Measured("board calls", "earlierDigits", 40.0, 10.0, 16.0)
    assert table((row, low)).splitlines() == [
        "screen       digits   mm     needed  arcmin  from m  read to  0.7° to",
        "board calls  called   107.6  64.0    37.0    10      16.8     8.8      ok",
        "board calls  earlier  40.0   46.5    13.8    10      8.6      3.3      TOO LOW",
    ]


def test_the_command_ends_with_the_number_of_faults(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "kiosk.board.selftest_command.load_profile",
        lambda _name: branch(4, (600.0, 337.0)),
    )
    with pytest.raises(DisplaysFailed) as caught:
        run_self_test(Connection(), "small")
    printed = capsys.readouterr().out
    assert printed.count("TOO LOW") == int(caught.value.params[0]) > 0
