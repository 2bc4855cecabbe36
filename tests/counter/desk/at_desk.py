"""A desk window on a fake client, with somebody signed in."""

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.desk.program import create
from counter.desk.shell.window import DeskWindow
from shared.protocol.case import CaseList, CaseView
from shared.protocol.lobby import Session
from tests.support import view
from tests.support.fake_client import FakeClient

PIN = "2468"


def a_case(number: str = "2026-1", ago_h: float = 1.0, **more: Any) -> CaseView:
    """A complaint of the phone page, received so many hours ago."""
    came = view.NOW - timedelta(hours=ago_h)
    usual: dict[str, Any] = {
        "id": f"case-{number}",
        "number": number,
        "kind": "complaint",
        "channel": "phone_page",
        "state": "received",
        "received_at": came,
        "first_answer_by": came + timedelta(hours=24),
        "solve_by": came + timedelta(days=15),
    }
    return CaseView.model_validate({**usual, **more})


def the_cases(*cases: CaseView) -> CaseList:
    """An inbox with these, all open."""
    return CaseList(cases=cases, in_all=len(cases), open=len(cases), late=0, handled_share=0.5)


class AtDesk:
    """The window with somebody at its keyboard."""

    def __init__(self, qtbot: QtBot, role: str = "quality", language: str = "en") -> None:
        """Nobody has signed in yet; the inbox is empty."""
        self.qtbot = qtbot
        self.client = FakeClient()
        self.client.answers["GET cases"] = the_cases()
        self.be(role)
        self.program = create(self.client, {"language": language})
        self.program.show()
        qtbot.waitExposed(self.program.window)

    @property
    def window(self) -> DeskWindow:
        """As it is now: another language makes another one."""
        return self.program.window

    def be(self, role: str, expires_at: datetime = view.NOW + timedelta(hours=8)) -> None:
        """Who is going to sign in."""
        self.client.answers["sign_in"] = Session(
            token="secret", staff="q1", name="He Ping", role=role, expires_at=expires_at
        )

    def sign_in(self) -> None:
        """With the keyboard."""
        form = self.window.sign_in
        form.staff.clear()
        QTest.keyClicks(form.staff, "q1")
        QTest.keyClick(form.staff, Qt.Key.Key_Return)
        QTest.keyClicks(form.pin, PIN)
        QTest.keyClick(form.pin, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.program.desk.session is not None)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """A key, wherever the focus is."""
        target = QApplication.focusWidget()
        QTest.keyClick(self.window if target is None else target, key, modifiers)
