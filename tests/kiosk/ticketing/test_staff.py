"""Staff at the kiosk: a held corner, number and PIN by touches, then the page for the machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ticketing.slip_printer import SlipPrinter
from shared.client.ending import ENDED, RESTARTED
from shared.client.ports import Failure
from shared.protocol.command import Unlock
from shared.protocol.printing import Reprint
from shared.ui.app import quick_application
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker, pass_seconds
from tests.support.qml import centre, click, find, press, release, texts

HOLD_S = 0.03
SMALL = (270, 480)


@pytest.fixture(scope="module")
def one(qapp: object) -> Iterator[Kiosk]:
    """One for all of them."""
    quick_application("zh")
    kiosk = Kiosk()
    kiosk.program.theme.set_reduced_motion(True)
    kiosk.window.resize(*SMALL)  # as good a place for fingers, and drawn sooner
    kiosk.flow.staff.hold_s = HOLD_S
    kiosk.flow.staff.changed.emit()
    yield kiosk
    kiosk.close()


@pytest.fixture
def kiosk(one: Kiosk) -> Kiosk:
    """On the start screen; nobody has done anything."""
    one.client.is_holding = False
    one.client.answers.clear()
    one.client.go(online=True)
    one.flow.wipe()
    one.client.calls.clear()
    return one


def hold(kiosk: Kiosk, qtbot: QtBot) -> None:
    """A finger in the corner, for long enough."""
    corner = find(kiosk.window, "staffCorner")
    press(corner)
    qtbot.waitUntil(lambda: kiosk.screen in {"staff_number", "staff_refused"})
    release(corner)


def get_in(kiosk: Kiosk, qtbot: QtBot) -> None:
    """The page for the machine, by the shortest way."""
    kiosk.flow.staff.open()
    for said in ("1001", "2468"):
        for digit in said:
            kiosk.flow.keypad.key(digit)
        kiosk.flow.keypad.ok()
    qtbot.waitUntil(lambda: kiosk.screen in {"staff", "staff_refused"})


def test_a_short_touch_of_the_corner_is_nothing(kiosk: Kiosk) -> None:
    click(find(kiosk.window, "staffCorner"))
    assert kiosk.screen == "start"


def test_number_and_pin_open_the_page_and_nothing_of_them_stays(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.flow.togglePriority()
    hold(kiosk, qtbot)
    for said in ("1001", "2468"):
        for digit in said:
            click(find(kiosk.window, f"key-{digit}"))
        click(find(kiosk.window, "okButton"))
    qtbot.waitUntil(lambda: kiosk.screen == "staff")
    assert kiosk.client.calls_of("unlock") == [(Unlock(staff="1001", pin="2468"),)]
    assert "服务人员：Lena" in texts(kiosk.window)
    assert (kiosk.flow.is_priority, kiosk.flow.keypad.property("cells")) == (False, [""] * 11)
    click(find(kiosk.window, "staffDoneButton"))
    assert (kiosk.screen, kiosk.flow.staff.who) == ("start", "")
    assert kiosk.client.calls_of("sign_out") == [()]


def test_no_digit_of_a_pin_is_ever_shown(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.flow.staff.open()
    for digit in "1001":
        kiosk.flow.keypad.key(digit)
    assert kiosk.flow.keypad.property("cells") == ["1", "0", "0", "1", ""]
    kiosk.flow.keypad.ok()
    assert kiosk.screen == "pin"
    for digit in "2468":
        kiosk.flow.keypad.key(digit)
        assert set(kiosk.flow.keypad.property("cells")) <= {"•", ""}
    assert kiosk.flow.keypad.property("isComplete")


def test_who_may_not_hears_why_and_the_kiosk_is_as_before(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.answers["unlock"] = Failure("role_forbidden", "", params=("teller", "lead"))
    get_in(kiosk, qtbot)
    assert kiosk.screen == "staff_refused"
    assert kiosk.flow.staff.refusal_words["en"].startswith("The role “teller” may not do this.")
    click(find(kiosk.window, "messageButton"))
    assert kiosk.screen == "start"


def test_without_a_server_nobody_gets_in_and_the_page_says_what_to_do(
    kiosk: Kiosk, qtbot: QtBot
) -> None:
    kiosk.client.go(online=False)
    hold(kiosk, qtbot)
    assert kiosk.client.calls_of("unlock") == []
    assert "nobody can be recognised" in kiosk.flow.staff.refusal_words["en"]


def test_whoever_walks_away_leaves_nothing_open(kiosk: Kiosk, qtbot: QtBot) -> None:
    get_in(kiosk, qtbot)
    pass_seconds(kiosk.flow.idle, 30)
    pass_seconds(kiosk.flow.warning, 20)
    assert (kiosk.screen, kiosk.client.calls_of("sign_out")) == ("start", [()])


def test_a_late_yes_lets_nobody_in(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.is_holding = True
    kiosk.flow.staff.open()
    kiosk.flow.keypad.key("7")
    kiosk.flow.keypad.ok()
    for digit in "2468":
        kiosk.flow.keypad.key(digit)
    kiosk.flow.keypad.ok()
    kiosk.flow.wipe()
    kiosk.client.is_holding = False
    kiosk.client.settle("unlock", None)
    assert kiosk.screen == "start"
    assert kiosk.client.calls_of("sign_out") == [()]


def test_out_of_order_holds_over_a_restart_and_staff_hear_of_it(
    make_kiosk: KioskMaker, qtbot: QtBot, tmp_path: Path
) -> None:
    kiosk = make_kiosk(offline=str(tmp_path))
    get_in(kiosk, qtbot)
    click(find(kiosk.window, "orderButton"))
    assert kiosk.client.problems() == ("out_of_order",)
    click(find(kiosk.window, "staffDoneButton"))
    assert kiosk.screen == "out_of_order"
    kiosk.flow.choose("cash")
    kiosk.program.scanner.scanned.emit("6222021234567890123")
    assert kiosk.client.calls_of("issue_ticket") + kiosk.client.calls_of("find_customer") == []
    click(find(kiosk.window, "helpButton"))
    qtbot.waitUntil(lambda: kiosk.flow.help_state == "coming")
    again = make_kiosk(offline=str(tmp_path))
    assert again.screen == "out_of_order"
    get_in(again, qtbot)
    click(find(again.window, "orderButton"))
    click(find(again.window, "staffDoneButton"))
    assert (again.screen, again.client.problems()) == ("start", ())
    assert list(tmp_path.glob("out_of_order*")) == []


def test_a_slip_is_printed_once_more(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.flow.choose("cash")
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    ticket, number = kiosk.flow.ticket_shown["id"], str(kiosk.flow.ticket_shown["number"])
    printer: SlipPrinter = kiosk.program.printer
    printer.began.emit(ticket, 1, number)
    printer.ended.emit(ticket, 1, "failed", "printer_paper_out")
    get_in(kiosk, qtbot)
    assert {number + "  10:12", "没有打出"} <= set(texts(kiosk.window))
    click(find(kiosk.window, f"again-{number}-1"))
    assert kiosk.client.calls_of("reprint") == [(ticket, Reprint())]
    qtbot.waitUntil(lambda: kiosk.flow.staff.note_words["en"] == f"Copy of {number}")


@pytest.mark.parametrize(("button", "code"), [("endButton", ENDED), ("restartButton", RESTARTED)])
def test_ending_takes_two_touches(kiosk: Kiosk, qtbot: QtBot, button: str, code: int) -> None:
    ended: list[int] = []
    kiosk.program.end_loop = ended.append
    get_in(kiosk, qtbot)
    click(find(kiosk.window, button))
    assert (kiosk.screen, kiosk.flow.staff.armed_for != "") == ("staff", True)
    click(find(kiosk.window, button))
    qtbot.waitUntil(lambda: ended == [code])
    assert kiosk.client.calls_of("sign_out") == [()]


def test_the_panel_shows_its_colours_and_every_field_is_wiped(kiosk: Kiosk, qtbot: QtBot) -> None:
    get_in(kiosk, qtbot)
    click(find(kiosk.window, "testButton"))
    area = find(kiosk.window, "panelArea")
    for _ in range(5):
        click(area)
    page = area.parentItem()
    assert (page.property("step"), page.property("fieldsLeft")) == (5, 60)
    corner = find(kiosk.window, "panelArea").mapToScene(area.boundingRect().topLeft())
    wide, high = area.width(), area.height()
    scale = (centre(area).y() - corner.y()) / (high / 2)
    for row in range(10):
        for column in range(6):
            place = corner.toPoint()
            place.setX(round(corner.x() + (column + 0.5) * wide / 6 * scale))
            place.setY(round(corner.y() + (row + 0.5) * high / 10 * scale))
            QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, pos=place)
    assert kiosk.screen == "staff"


def test_keys_are_nobodys_while_the_server_is_asked(kiosk: Kiosk) -> None:
    kiosk.client.is_holding = True
    kiosk.flow.staff.open()
    for said in ("1001", "24681"):
        for digit in said:
            kiosk.flow.keypad.key(digit)
        kiosk.flow.keypad.ok()
    kiosk.flow.keypad.key("1")
    assert set(kiosk.flow.keypad.property("cells")) == {""}
    kiosk.flow.wipe()


def test_a_slip_is_asked_for_once_however_often_it_is_touched(kiosk: Kiosk, qtbot: QtBot) -> None:
    get_in(kiosk, qtbot)
    kiosk.program.printer.began.emit("t-a031", 1, "A031")
    kiosk.client.is_holding = True
    for _ in range(2):
        kiosk.flow.staff.reprint("t-a031")
    assert kiosk.client.calls_of("reprint") == [("t-a031", Reprint())]
    kiosk.client.settle("reprint", None)
    kiosk.flow.staff.reprint("t-a031")
    assert len(kiosk.client.calls_of("reprint")) == 2
