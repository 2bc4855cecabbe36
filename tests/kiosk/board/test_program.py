"""The real board, off-screen: what it shows in both languages and schemes, flash, stale, silent."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.board.program import BoardProgram, create
from kiosk.board.voice.errors import ClipUnreadable
from kiosk.board.voice.joiner import read_pcm
from shared.client.program import Program
from shared.config.board_tables import QuietTable, VoiceTable
from shared.config.load import load_profile
from shared.protocol.incident import IncidentView
from shared.protocol.lobby import Call, LobbyView, SuspendedService
from shared.ui.app import quick_application
from shared.ui.grab import settle
from shared.ui.tokens import DARK, LIGHT
from tests.kiosk.board.stream import CALLED, event
from tests.support import view
from tests.support.fake_client import FakeClient
from tests.support.qml import find, items, show, texts

CALLS = tuple(
    view.call(number, counter, sequence=100 - index)
    for index, (number, counter) in enumerate(
        [("A021", "3"), ("B014", "5"), ("A020", "1"), ("P006", "2")]
    )
)
OptionsOpen = Callable[..., "Board"]


class Board:
    """A board with its fake client and a watch that the test moves."""

    def __init__(self, profile: str, calls: tuple[Call, ...], **options: str) -> None:
        self.now_s = 0.0
        self.client = FakeClient(
            load_profile(profile), view.lobby(waiting=view.twelve_waiting(), recent_calls=calls)
        )
        self.client.last_contact = view.NOW + timedelta(seconds=7)
        self.program = BoardProgram(
            self.client,
            {"fullscreen": "0", "audio": "silent", **options},
            monotonic_s=lambda: self.now_s,
            shortest_ms=0,
        )
        self.program.show()
        show(self.program.window)
        self.tick()

    def tick(self) -> None:
        """The board looks at the clock."""
        self.program.model.tick()
        settle()

    def text(self, name: str) -> str:
        """The text of an item."""
        return str(find(self.program.window, name).property("text"))

    def texts(self) -> list[str]:
        """All texts on the board."""
        return texts(self.program.window)

    def row(self, name: str) -> tuple[str, str]:
        """Number and counter of a row."""
        line = find(self.program.window, name)
        return str(line.property("number")), str(line.property("counter"))


@pytest.fixture
def open_board(qapp: QApplication) -> Iterator[OptionsOpen]:
    """Opens boards; at the end none may have had anything to complain about."""
    assert quick_application() is qapp
    opened: list[Board] = []

    def open_one(
        profile: str = "neighbourhood", calls: tuple[Call, ...] = CALLS, **options: str
    ) -> Board:
        opened.append(Board(profile, calls, **options))
        return opened[-1]

    yield open_one
    problems = [problem for board in opened for problem in board.program.engine.problems]
    for board in opened:
        board.program.close()
    assert problems == []


def painted_height(picture: QImage, ink: str, left: int, right: int, top: int, bottom: int) -> int:
    """From the first to the last line of a part of the picture that holds the ink's colour."""
    colour = QColor(ink)
    lines = [
        y
        for y in range(top, bottom)
        if any(picture.pixelColor(x, y) == colour for x in range(left, right, 3))
    ]
    return lines[-1] - lines[0] + 1


def test_the_board_shows_the_snapshot(open_board: OptionsOpen) -> None:
    board = open_board()
    rows = [board.row(name) for name in ("hero", "recent0", "recent1", "recent2")]
    assert rows == [("A021", "3"), ("B014", "5"), ("A020", "1"), ("P006", "2")]
    assert board.text("waitingTotal") == "12"
    assert [board.text(f"next{i}") for i in range(4)] == ["P003", "A021", "A022", "B008"]
    assert (board.text("clock"), board.text("lastContact")) == ("10:12", "10:12:07")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "zh",
            {
                "branch": "人民路支行 · Renmin Road branch",
                "footerText": "叫到请直接到窗口，2 分钟内有效 · Please come within 2 minutes",
                "silent": "无声 No sound",
            },
        ),
        (
            "en",
            {
                "branch": "Renmin Road branch · 人民路支行",
                "footerText": "Please come within 2 minutes · 叫到请直接到窗口，2 分钟内有效",
                "silent": "No sound 无声",
            },
        ),
    ],
)
def test_both_languages_stand_on_the_board(
    open_board: OptionsOpen, language: str, shown: dict[str, str]
) -> None:
    board = open_board(language=language)
    assert {name: board.text(name) for name in shown} == shown
    for words in ("号窗口", "Counter", "等候", "Waiting", "接下来", "Next", "存款取款"):
        assert words in board.texts()


@pytest.mark.parametrize("profile", ["neighbourhood", "city"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_is_cut(open_board: OptionsOpen, profile: str, language: str) -> None:
    """Neither a name, nor a counter of two digits, nor one that the profile has lost."""
    at = ("12", "vip", "advice-2", "28")
    calls = tuple(view.call(f"B{i}023", counter, sequence=9 - i) for i, counter in enumerate(at))
    board = open_board(profile, calls, language=language)
    cut = [
        str(item.property("text"))
        for item in items(board.program.window)
        if item.inherits("QQuickText") and item.isVisible() and item.property("truncated")
    ]
    assert cut == []


def test_a_place_with_a_name_stands_there_in_both_languages(open_board: OptionsOpen) -> None:
    board = open_board("city", (view.call("V003", "vip"),))
    assert [text for text in board.texts() if text in ("贵宾室", "VIP room", "vip")] == [
        "贵宾室",
        "VIP room",
    ]


def test_before_the_first_call_it_says_what_it_is_for(open_board: OptionsOpen) -> None:
    board = open_board(calls=())
    board.client.show(view.lobby())
    settle()
    shown = board.texts()
    for words in ("叫到的号码显示在这里", "Your number will appear here", "现在无人等候"):
        assert words in shown


def test_a_call_inverts_the_row_three_times_and_then_stands_still(
    open_board: OptionsOpen, qtbot: QtBot
) -> None:
    board = open_board()
    row = next(i for i in items(find(board.program.window, "hero")) if _is_call_row(i))
    seen: list[bool] = []
    row.invertedChanged.connect(lambda: seen.append(row.property("inverted")))  # type: ignore[attr-defined]  # made by QML
    board.client.push(event(101, CALLED, "B015", "4"))
    qtbot.waitUntil(lambda: seen == [False, True] * 3, timeout=5000)
    assert board.row("hero") == ("B015", "4")
    assert row.property("inverted") is True
    assert board.row("recent0") == ("A021", "3")


def _is_call_row(item: QQuickItem) -> bool:
    return item.metaObject().className().startswith("CallRow")


def test_the_footer_turns_amber_when_the_data_has_stopped(open_board: OptionsOpen) -> None:
    board = open_board()
    before = board.program.grab().pixelColor(1000, 1075).name()
    board.now_s = 5.0
    board.tick()
    assert board.text("footerText") == "以上为 10:12 的叫号 · Calls as of 10:12"
    assert texts(find(board.program.window, "listen")) == [
        "请听工作人员叫号",
        "Please listen to our staff",
    ]
    assert before == DARK.window.lower()
    assert board.program.grab().pixelColor(1000, 1075).name() == DARK.warning.lower()
    assert board.row("hero") == ("A021", "3")
    board.client.last_contact = view.NOW + timedelta(seconds=30)
    board.tick()
    assert board.program.grab().pixelColor(1000, 1075).name() == before


def test_without_any_contact_it_says_that_there_is_no_data(open_board: OptionsOpen) -> None:
    board = open_board()
    board.client.last_contact = None
    board.tick()
    board.now_s = 40.0
    board.tick()
    assert board.text("footerText") == (
        "暂无数据，请询问工作人员 · No data yet. Please ask our staff"
    )


@pytest.mark.parametrize(("scheme", "colours"), [("dark", DARK), ("light", LIGHT)])
def test_the_picture_and_its_digits_in_both_schemes(
    open_board: OptionsOpen, tmp_path: Path, scheme: str, colours: object
) -> None:
    """Digits of at least 150 px can be read at 10 m (TOKENS)."""
    ours = DARK if colours is DARK else LIGHT
    board = open_board(scheme=scheme)
    picture = board.program.grab()
    assert picture.save(str(tmp_path / f"{scheme}.png"))
    assert (picture.width(), picture.height()) == (1920, 1080)
    assert picture.pixelColor(20, 120).name() == ours.accent.lower()
    assert painted_height(picture, ours.on_accent, 56, 690, 100, 372) >= 190
    for top in (380, 584, 787):
        assert painted_height(picture, ours.text, 56, 690, top, top + 194) >= 150


def test_a_board_with_a_player_shows_no_mute_sign(
    open_board: OptionsOpen, tmp_path: Path, qtbot: QtBot
) -> None:
    """And what it speaks goes into the file: one call, as long as its clips."""
    day = tmp_path / "day.wav"
    board = open_board(audio=str(day))
    assert not any("无声" in text for text in board.texts())
    board.client.push(event(101, CALLED, "B015", "4"))
    qtbot.waitUntil(day.exists)
    assert len(read_pcm(day)) / 2 / 16_000 > 6.0


def test_a_bank_with_a_weak_accent_gets_the_products_own(
    open_board: OptionsOpen, caplog: pytest.LogCaptureFixture
) -> None:
    board = open_board()
    profile = board.client.profile
    assert profile is not None
    pale = profile.bank.model_copy(update={"accent": "#FFFFC0"})
    board.client.profileChanged.emit(profile.model_copy(update={"bank": pale}))
    [told] = [each for each in caplog.records if each.name == "shared.ui.surface"]
    assert "theme.accent_refused code=accent_too_weak" in told.getMessage()


def test_the_programs_factory(open_board: OptionsOpen, qapp: QApplication) -> None:
    """What the entry point promises to commands and to the demo."""
    program: Program = create(FakeClient(), {"fullscreen": "0", "audio": "silent"})
    assert program.name == "board"
    program.show()
    assert program.grab().size().width() == 1920
    program.close()
    program.close()


def test_own_recordings_in_a_wrong_format_are_refused_at_the_start(
    qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "chime.wav").write_text("no sound")
    with pytest.raises(ClipUnreadable):
        create(FakeClient(), {"clips": str(tmp_path)})


SYSTEM_DOWN = IncidentView(
    id="i", reason="system", services=("cash", "transfer"), since=view.NOW - timedelta(minutes=7)
)


def during(*services: str, reason: str = "system") -> LobbyView:
    """The hall while an incident suspends these services."""
    incident = SYSTEM_DOWN.model_copy(update={"services": services, "reason": reason})
    away = tuple(
        SuspendedService(service=each, reason=reason, since=incident.since) for each in services
    )
    return view.lobby(
        waiting=view.twelve_waiting(), recent_calls=CALLS, incidents=(incident,), suspended=away
    )


def test_an_incident_takes_the_board_and_calls_go_on(open_board: OptionsOpen, qtbot: QtBot) -> None:
    board = open_board()
    board.client.show(during("cash", "transfer", "account"))
    settle()
    assert board.text("newsAt") == "10:20"
    shown = board.texts()
    for words in (
        "核心系统故障，10:05 起部分业务暂停",
        "Banking system down since 10:05. Some services must wait",
        "您的号码保留，次序不变",
        "可以办：贷款理财、挂失补办、其他业务",
        "Not now: Cash in or out, Accounts and cards, Transfers",
        "最后叫号",
        "扫票上的码，在手机上看进展 · Scan your ticket to follow on your phone",
    ):
        assert words in shown
    assert board.row("lastCall") == ("A021", "3")
    board.client.push(event(101, CALLED, "C004", "2"))
    assert board.row("lastCall") == ("C004", "2")
    assert "正在叫号" in board.texts()


def test_a_single_service_away_leaves_the_calls(open_board: OptionsOpen) -> None:
    board = open_board(language="en")
    board.client.show(during("wealth"))
    settle()
    assert (board.text("bandNews"), board.row("hero")) == ("10:20", ("A021", "3"))
    assert "Not now: Loans, investments" in board.texts()


def test_what_people_have_to_do_stands_alone(open_board: OptionsOpen) -> None:
    board = open_board()
    everything = [service.id for service in load_profile("neighbourhood").services]
    board.client.show(during(*everything, reason="evacuation"))
    settle()
    shown = board.texts()
    assert {"请立即离开，听从工作人员指引", "Please leave now. Our staff show the way"} <= set(
        shown
    )
    assert not {"最后叫号", "暂不能办：全部业务"} & set(shown)
    assert board.text("footerText") == "请听工作人员叫号 · Please listen to our staff"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("profile", ["neighbourhood", "city"])
def test_no_text_is_cut_on_an_upright_panel(
    open_board: OptionsOpen, profile: str, language: str
) -> None:
    """In the usual state, during incidents, with a notice."""
    board = open_board(profile, language=language)
    board.program.window.resize(1080, 1920)
    services = [service.id for service in load_profile(profile).services]
    states = (
        view.lobby(waiting=view.twelve_waiting(), recent_calls=CALLS),
        during(*services),
        during(*services[:4]),
        during(services[0]),
        during(*services, reason="evacuation"),
    )
    for lobby in states:
        board.client.show(lobby)
        settle()
        cut = [
            str(item.property("text"))
            for item in items(board.program.window)
            if item.inherits("QQuickText") and item.isVisible() and item.property("truncated")
        ]
        assert cut == []
    assert board.program.model.property("portrait") is True


def test_a_board_that_hears_nothing_promises_no_news(open_board: OptionsOpen) -> None:
    board = open_board()
    board.client.show(during("cash", "transfer", "account"))
    board.now_s = 5.0
    board.tick()
    shown = board.texts()
    assert "10:20" not in shown
    assert {"请听工作人员叫号", "Please listen to our staff"} <= set(shown)
    assert board.text("footerText") == "以上为 10:12 的叫号 · Calls as of 10:12"


def test_in_quiet_hours_the_footer_says_so(open_board: OptionsOpen, tmp_path: Path) -> None:
    board = open_board(audio=str(tmp_path / "day.wav"))
    profile = board.client.profile
    assert profile is not None
    quiet = VoiceTable(quiet=(QuietTable(begins="10:00", ends="11:00"),))
    board.client.profile = profile.model_copy(update={"voice": quiet})
    board.client.profileChanged.emit(board.client.profile)
    board.tick()
    assert board.text("silent") == "静音时段 Quiet hour"
    board.client.push(event(101, CALLED, "B015", "4"))
    settle()
    assert board.row("hero") == ("B015", "4")
    assert not (tmp_path / "day.wav").exists()
