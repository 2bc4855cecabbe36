from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from counter.teller.scene import Scene, scene_of
from counter.teller.waiting_model import Column, WaitingModel
from shared.config.load import load_profile
from shared.protocol.lobby import LobbyView
from tests.counter.teller import scenes
from tests.support import view


def scene(lobby: LobbyView) -> Scene:
    profile = load_profile("neighbourhood")
    counter = lobby.counters[1]
    return scene_of(counter, lobby, counter_id="3", pending=None, is_online=True, profile=profile)


def column(model: WaitingModel, which: Column) -> list[object]:
    return [model.index(row, which).data() for row in range(model.rowCount())]


def test_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = WaitingModel()
    model.show_scene(scene(scenes.lobby()), view.NOW, "en")
    # It goes on listening to what comes.
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]  # pytest-qt
    model.show_scene(scene(scenes.lobby()), view.NOW + timedelta(minutes=1), "en")
    model.show_scene(scene(scenes.nobody()), view.NOW, "en")
    model.show_scene(scene(scenes.lobby()), view.NOW, "zh")


def test_call_order_then_divider_then_the_others() -> None:
    model = WaitingModel()
    model.show_scene(scene(scenes.lobby()), view.NOW, "en")
    assert column(model, Column.NUMBER) == [
        "P003", "A021", "A022", "B008", "A023", "A024", "B009", "A025", "A026", "B010", "A028",
        "", "C004",
    ]  # fmt: skip
    assert column(model, Column.ORDER)[:3] == ["", "2", "3"]
    assert column(model, Column.ORDER)[-2:] == ["Not at this counter (skill or reserved)", "–"]
    assert [row.is_next for row in model.rows][:2] == [True, False]
    assert not model.flags(model.index(11, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_cells_in_words_and_whole_minutes() -> None:
    model = WaitingModel()
    model.show_scene(scene(scenes.lobby()), view.NOW, "en")
    assert model.rows[0].texts == ("", "P003", "Cash in or out", "Priority", "24", "0")
    assert model.rows[0].kind == "priority"
    assert [row.is_long for row in model.rows][:4] == [True, True, True, False]


def test_time_alone_changes_cells_and_keeps_rows(qtbot: QtBot) -> None:
    model = WaitingModel()
    model.show_scene(scene(scenes.lobby()), view.NOW, "en")
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(1))
    with qtbot.waitSignal(model.dataChanged):
        model.show_scene(scene(scenes.lobby()), view.NOW + timedelta(minutes=1), "en")
    assert (column(model, Column.WAITED)[0], resets) == ("25", [])


def test_the_same_moment_announces_nothing() -> None:
    model = WaitingModel()
    model.show_scene(scene(scenes.lobby()), view.NOW, "en")
    told: list[object] = []
    model.dataChanged.connect(lambda *_: told.append(1))
    model.modelReset.connect(lambda: told.append(1))
    model.show_scene(scene(scenes.lobby()), view.NOW, "en")
    assert told == []


def test_heads_follow_the_language() -> None:
    model = WaitingModel()
    model.show_scene(scene(scenes.lobby()), view.NOW, "zh")
    heads = [model.headerData(c, Qt.Orientation.Horizontal) for c in Column]
    assert heads == ["#", "票号", "业务", "客户", "已等 分", "被越过"]
    assert model.rows[0].texts[Column.SEGMENT] == "优先照顾"
