"""The kiosk's screens as they are pass; a spoilt one is caught, whatever it was spoilt by."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from rich.console import Console

from kiosk.ticketing.panel import kiosk_panel
from kiosk.ticketing.program import KioskProgram
from kiosk.ticketing.selftest.client import StillClient, StillSpeaker
from kiosk.ticketing.selftest.command import SelfTestFailed, run_self_test
from kiosk.ticketing.selftest.judge import Mode, judge
from kiosk.ticketing.selftest.measure import measure
from kiosk.ticketing.selftest.report import show, to_json
from kiosk.ticketing.selftest.run import NEVER_MS, SelfTest, self_test
from kiosk.ticketing.selftest.screens import SCREENS, Stage
from shared.client.run import Connection
from shared.config.load import load_profile
from shared.config.profile import KioskTable, Profile
from shared.ui.app import quick_application
from shared.ui.engine import LobbyEngine
from tests.support.qml import find
from tests.support.qml import show as show_window

pytestmark = pytest.mark.usefixtures("qapp")
SPOILT = Path(__file__).parent / "spoilt"


@pytest.fixture(scope="module")
def city(qapp: object) -> SelfTest:
    """The self-test of the city branch: eight screens of six tiles, groups, long names."""
    return self_test(load_profile("city"))


def test_every_screen_keeps_every_limit(city: SelfTest) -> None:
    show(city, Console(width=120))
    assert city.faults == ()
    assert len(city.rows) == 4 * len(SCREENS)


def test_it_measures_something_on_every_screen(city: SelfTest) -> None:
    for row in city.rows:
        assert row.targets >= 1, row
        assert None not in {row.capital_mm, row.contrast}, row


def test_every_page_of_the_flow_is_opened(qtbot: QtBot) -> None:
    quick_application("zh")
    client = StillClient(load_profile("city"))
    program = KioskProgram(client, {}, second_ms=NEVER_MS, speaker=StillSpeaker())
    stage = Stage(program, client)
    opened = set()
    for opens in SCREENS.values():
        stage.reset()
        opens(stage)
        opened.add(program.flow.screen_name)
    pages = {*program.flow.pages, "away"}
    program.close()
    assert pages - opened == set(), "name these pages in kiosk.ticketing.selftest.screens"


def smaller(profile: Profile, **changes: float) -> Profile:
    """The same branch with another panel."""
    kiosk = profile.kiosk.model_copy(update=changes)
    return profile.model_copy(update={"kiosk": kiosk})


def test_a_panel_that_hangs_high_is_brought_within_reach() -> None:
    high = smaller(load_profile("city"), lower_edge_mm=900.0)
    names = ("start", "group", "ticket, no paper", "idle warning")
    found = self_test(high, {name: SCREENS[name] for name in names})
    assert found.faults == ()
    lowered = [row for row in found.rows if row.mode.is_lowered]
    assert [row.screen for row in lowered if row.mode.words == "zh normal lowered"] == [
        *("start", "start, part 2", "group", "group, part 2"),
        *("ticket, no paper", "idle warning"),
    ]
    assert max(row.high_mm or 0.0 for row in lowered) <= 1100.5
    assert max(row.high_mm or 0.0 for row in found.rows) > 1150.0


def test_a_panel_that_hangs_too_low_is_found() -> None:
    low = smaller(load_profile("neighbourhood"), lower_edge_mm=700.0)
    found = self_test(low, {"start": SCREENS["start"]})
    assert [fault for fault in found.faults if "mm above the floor" in fault] != []


def test_a_panel_that_is_too_small_for_the_screens_is_found() -> None:
    tablet = smaller(load_profile("neighbourhood"), panel_width_mm=135.0, panel_height_mm=240.0)
    found = self_test(tablet, {"start": SCREENS["start"]})
    assert not found.is_passed
    assert any("backButton" not in fault and "mm are needed" in fault for fault in found.faults)


def test_a_reader_who_stands_further_away_needs_larger_letters() -> None:
    far = smaller(load_profile("neighbourhood"), viewing_distance_mm=900.0)
    found = self_test(far, {"help": SCREENS["help"]})
    assert [fault for fault in found.faults if "capitals" in fault] != []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Small", "small is 19.8 x 39.7 mm, at least 20 mm are needed"),
        ("SmallTile", "tile-x is 99.2 x 24.8 mm, at least 25 mm are needed"),
        ("High", "high is at 1187 to 1227 mm above the floor, not 800 to 1100 mm"),
        ("Tiny", "“Tiny” has capitals of 3.6 mm, at least 4.8 mm are needed"),
        ("Pale", "“Pale” has a contrast of 2.32 (#aaaaaa on #ffffff), at least 4.5 is needed"),
        ("Faint", "“Faint” has a contrast of 2.61 (#a0a0a0 on #ffffff), at least 4.5 is needed"),
        ("Label", "label is labelled in capitals of 6.5 mm only"),
    ],
)
def test_a_spoilt_screen_is_caught(name: str, said: str, qtbot: QtBot) -> None:
    quick_application("zh")
    engine = LobbyEngine()
    engine.addImportPath(str(SPOILT.parent))
    window = engine.load("spoilt", name)
    show_window(window)
    row = judge(name, Mode("en"), measure(window), kiosk_panel(KioskTable()))
    engine.close()
    assert row.faults == (said,)


def test_what_moves_the_fixed_buttons_is_caught(qtbot: QtBot) -> None:
    def move(stage: Stage) -> None:
        find(stage.program.window, "bottomBar").setProperty("y", 1700)

    found = self_test(load_profile("neighbourhood"), {"start": SCREENS["start"], "moved": move})
    assert [each for each in found.faults if "languageButton has moved" in each] != []


@pytest.fixture
def only_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command measures the start screen only."""

    def measured(profile: Profile) -> SelfTest:
        return self_test(profile, {"start": SCREENS["start"]})

    monkeypatch.setattr("kiosk.ticketing.selftest.run.self_test", measured)


def test_the_command_prints_the_table_and_keeps_the_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], only_start: None
) -> None:
    kept = tmp_path / "found.json"
    run_self_test(Connection(), "neighbourhood", str(kept))
    assert "lower edge at 800 mm" in capsys.readouterr().out
    data = json.loads(kept.read_text(encoding="utf-8"))
    assert data["is_passed"] is True
    assert data["capital_mm"] == 7.33


def test_faults_are_a_failure_of_the_command(tmp_path: Path, only_start: None) -> None:
    far = smaller(load_profile("neighbourhood"), viewing_distance_mm=3000.0)
    path = tmp_path / "far.json"
    path.write_text(far.model_dump_json(), encoding="utf-8")
    with pytest.raises(SelfTestFailed):
        run_self_test(Connection(), str(path), "")


def test_the_data_has_a_row_for_each_screen_and_mode(city: SelfTest) -> None:
    rows = to_json(city)["screens"]
    assert isinstance(rows, list)
    assert {row["screen"] for row in rows} == set(SCREENS)
