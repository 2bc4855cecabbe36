"""Every window of the counter by keyboard and screen reader: Tab goes round, all has a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from counter.desk.inbox.page import InboxPage
from counter.desk.pages import PAGES
from tests.counter.desk.at_desk import AtDesk, a_case, the_cases
from tests.counter.desk.test_inbox import a_story
from tests.counter.teller.at_keyboard import Teller

KINDS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
STEPS_MAX = 80


def wanted(window: QWidget) -> set[QWidget]:
    """Everything that can be pressed, chosen or typed into now."""
    found = (each for kind in KINDS for each in window.findChildren(kind))
    return {
        each
        for each in found
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def round_trip(window: QWidget) -> list[QWidget]:
    """What Tab visits, until it is where it began."""
    visited: list[QWidget] = []
    for _ in range(STEPS_MAX):
        here = window.focusWidget()
        if here in visited:
            break
        visited.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return visited


def spoken(widget: QWidget) -> str:
    """What a screen reader says of it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def check(window: QWidget) -> None:
    """Tab reaches all of them, and each is called something."""
    visited = round_trip(window)
    assert {each.objectName() for each in wanted(window) - set(visited)} == set()
    assert [each.objectName() for each in visited if not spoken(each)] == []


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[AtDesk]:
    made = AtDesk(qtbot, "manager")
    yield made
    made.program.close()


def test_the_sign_in_form_of_the_desk(at: AtDesk) -> None:
    at.window.sign_in.begin()
    check(at.window)


@pytest.mark.parametrize("name", [spec.name for spec in PAGES if "manager" in spec.roles])
def test_every_page_of_the_desk(at: AtDesk, name: str) -> None:
    at.sign_in()
    page = at.window.show_named(name)
    assert page is not None
    page.setFocus()
    check(at.window)


def test_a_case_with_all_its_keys(at: AtDesk) -> None:
    mine = a_case("2026-1", state="investigating")
    steps = ("propose", "note", "assign", "hand-over", "close", "classify", "extend", "merge")
    at.client.answers["GET cases"] = the_cases(mine)
    at.client.answers["GET cases/case-2026-1"] = a_story(mine, *steps)
    at.sign_in()
    page = at.window.show_named("inbox")
    assert isinstance(page, InboxPage)
    page.inbox.choose("case-2026-1")
    at.qtbot.waitUntil(lambda: page.work.story is not None)
    page.view.setFocus()
    check(at.window)


def test_the_tellers_desk_and_its_sign_in(qtbot: QtBot) -> None:
    teller = Teller(qtbot)
    teller.program.window.sign_in.begin()
    check(teller.program.window)
    teller.sign_in()
    check(teller.program.window)
    teller.program.close()
