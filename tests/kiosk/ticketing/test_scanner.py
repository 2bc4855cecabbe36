"""A reader that types: fast lines are taken, whatever a person types is left alone."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from kiosk.ticketing.scanner import GAP_S, Scanner
from shared.protocol.command import IssueTicket
from shared.protocol.customer import CustomerView, FindCustomer
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker
from tests.support import view
from tests.support.fake_door import CODE
from tests.support.qml import click, find, texts

CARD = "6222021234567890123"


class Typing:
    """Keys at times that the test says."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.scanner = Scanner(lambda: self.now_s)
        self.heard: list[str] = []
        self.scanner.scanned.connect(self.heard.append)

    def type(self, text: str, gap_s: float = 0.002) -> list[bool]:
        """Which keys were taken away from the window; a newline is Enter."""
        taken = []
        for character in text:
            self.now_s += gap_s
            key = Qt.Key.Key_Return if character == "\n" else Qt.Key.Key_A
            press = QKeyEvent(
                QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character.strip("\n")
            )
            taken.append(self.scanner.eventFilter(self.scanner, press))
        return taken


def test_a_fast_line_is_read(qtbot: QtBot) -> None:
    typing = Typing()
    assert all(typing.type(f"{CARD}\n"))
    assert typing.heard == [CARD]


def test_a_person_is_too_slow_and_keeps_enter(qtbot: QtBot) -> None:
    typing = Typing()
    assert typing.type("12345\n", gap_s=GAP_S * 2)[-1] is False
    assert typing.type(" \n") == [False, False]
    assert typing.heard == []


def test_what_is_too_long_or_too_short_is_nothing(qtbot: QtBot) -> None:
    typing = Typing()
    typing.type("123\n")
    typing.type("9" * 200 + "\n")
    assert [len(each) for each in typing.heard] == [71]  # what came after the longest line
    typing.heard.clear()
    typing.type("12345")
    typing.scanner.forget()
    typing.type("\n")
    assert typing.heard == []


def scan(kiosk: Kiosk, text: str) -> None:
    """The reader types into the window."""
    for character in text:
        send(kiosk, Qt.Key.Key_A, character)
    send(kiosk, Qt.Key.Key_Return, "\r")


def send(kiosk: Kiosk, key: Qt.Key, text: str) -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QCoreApplication.sendEvent(kiosk.window, press)


def test_a_card_brings_its_segment_to_the_ticket_and_no_word_of_it(
    kiosk: Kiosk, qtbot: QtBot
) -> None:
    kiosk.client.answers["find_customer"] = CustomerView(
        is_known=True, segment="key", customer_ref="c-17"
    )
    scan(kiosk, CARD)
    qtbot.waitUntil(lambda: kiosk.flow.known_segment == "key")
    assert kiosk.client.calls_of("find_customer") == [(FindCustomer(reference=CARD),)]
    assert texts(find(kiosk.window, "knownNotice"))[0] == "已识别，请选业务"
    click(find(kiosk.window, "tile-cash"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert kiosk.client.calls_of("issue_ticket") == [
        (IssueTicket(service="cash", segment="key", language="zh_CN", customer_ref="c-17"),)
    ]
    click(find(kiosk.window, "doneButton"))
    assert (kiosk.flow.known_segment, kiosk.flow.known_ref) == ("", "")


def test_whoever_is_unknown_is_an_ordinary_customer(kiosk: Kiosk, qtbot: QtBot) -> None:
    scan(kiosk, CARD)
    qtbot.waitUntil(lambda: kiosk.client.calls_of("find_customer") != [])
    qtbot.waitUntil(lambda: kiosk.flow.asking_for == "")
    assert kiosk.flow.property("isKnown") is False
    assert kiosk.screen == "start"


@pytest.mark.parametrize("read", [CODE, f"https://bank.example.com/book?code={CODE}", CODE.lower()])
def test_a_code_checks_in_from_any_page(make_kiosk: KioskMaker, qtbot: QtBot, read: str) -> None:
    kiosk = make_kiosk()
    kiosk.client.appointments[CODE] = view.appointment(at=view.NOW)
    click(find(kiosk.window, "tile-group:4"))
    scan(kiosk, read)
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert texts(find(kiosk.window, "number"))[-1] == "Y001"


def test_addresses_are_no_customers(kiosk: Kiosk) -> None:
    scan(kiosk, "https://example.com/t/abcdef0123456789")
    assert kiosk.client.calls_of("find_customer") == []


def test_a_scan_after_a_ticket_is_the_next_customer(kiosk: Kiosk, qtbot: QtBot) -> None:
    click(find(kiosk.window, "tile-cash"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    scan(kiosk, CARD)
    assert kiosk.screen == "start"


def test_where_the_branch_asks_the_number_can_be_skipped(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    kiosk = make_kiosk()
    profile = kiosk.client.profile
    assert profile is not None
    table = profile.kiosk.model_copy(update={"asks_number": True})
    kiosk.client.profile = profile.model_copy(update={"kiosk": table})
    kiosk.client.profileChanged.emit(kiosk.client.profile)
    click(find(kiosk.window, "tile-cash"))
    assert kiosk.screen == "telephone"
    click(find(kiosk.window, "skipButton"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    click(find(kiosk.window, "doneButton"))
    kiosk.client.answers["find_customer"] = CustomerView(
        is_known=True, segment="key", customer_ref="c-17"
    )
    click(find(kiosk.window, "tile-cash"))
    for digit in "13800132626":
        click(find(kiosk.window, f"key-{digit}"))
    click(find(kiosk.window, "okButton"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    wishes = [command for (command,) in kiosk.client.calls_of("issue_ticket")]
    assert [w.segment for w in wishes if isinstance(w, IssueTicket)] == [None, "key"]
