"""A finger for QML screens in tests: find items, press, click, read what a screen reader reads."""

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from shared.ui.grab import settle

EXPOSE_TIMEOUT_MS = 5000


def show(window: QQuickWindow) -> QQuickWindow:
    """Show a window and wait until it is really there."""
    window.show()
    assert QTest.qWaitForWindowExposed(window, EXPOSE_TIMEOUT_MS)
    settle()
    return window


def items(root: QQuickWindow | QQuickItem) -> Iterator[QQuickItem]:
    """Every item below, the delegates of a Repeater included (findChild does not see those)."""
    item = root.contentItem() if isinstance(root, QQuickWindow) else root
    yield item
    for child in item.childItems():
        yield from items(child)


def find(root: QQuickWindow | QQuickItem, name: str) -> QQuickItem:
    """The one visible item with this objectName."""
    found = [each for each in items(root) if each.objectName() == name and each.isVisible()]
    assert len(found) == 1, f"{len(found)} visible items are called {name}"
    return found[0]


def texts(root: QQuickWindow | QQuickItem) -> list[str]:
    """All texts that are visible, in the order of the tree."""
    return [
        str(each.property("text"))
        for each in items(root)
        if each.inherits("QQuickText") and each.isVisible() and each.property("text")
    ]


def centre(item: QQuickItem) -> QPoint:
    """The middle of an item in its window, where a finger would go."""
    middle = QPointF(item.width() / 2, item.height() / 2)
    return item.mapToScene(middle).toPoint()


def window_of(item: QQuickItem) -> QQuickWindow:
    """The window an item stands in.

    ``item.window()`` would make the item's wrapper the window's owner: when the wrapper of a
    Repeater delegate goes, PySide 6.11 then deletes the window with it.
    """
    top = item
    # The stubs forget that the topmost item has no parent.
    while (above := cast("QQuickItem | None", top.parentItem())) is not None:
        top = above
    for window in QGuiApplication.allWindows():
        if isinstance(window, QQuickWindow) and window.contentItem() == top:
            return window
    raise AssertionError(f"{item.objectName()} stands in no window")


def press(item: QQuickItem) -> None:
    """Put the finger down on an item, where the next picture will show it."""
    for each in items(window_of(item)):
        each.ensurePolished()  # rows and columns place what has just become visible
    QTest.mousePress(window_of(item), Qt.MouseButton.LeftButton, pos=centre(item))


def release(item: QQuickItem) -> None:
    """Lift the finger from an item."""
    QTest.mouseRelease(window_of(item), Qt.MouseButton.LeftButton, pos=centre(item))
    settle()


def click(item: QQuickItem) -> None:
    """Touch an item: down and up."""
    press(item)
    release(item)


def heard(item: QObject, signal: str) -> list[tuple[object, ...]]:
    """A list that grows with each emission of a signal of a QML item (its arguments)."""
    emissions: list[tuple[object, ...]] = []
    watch(item, signal, lambda *arguments: emissions.append(arguments))
    return emissions


def watch(item: QObject, signal: str, react: Callable[..., object]) -> None:
    """Call ``react`` at each emission of a signal that only QML declares."""
    getattr(item, signal).connect(react)


def ask(item: QObject, function: str, *arguments: object) -> object:
    """Call a function that only QML declares."""
    return getattr(item, function)(*arguments)


def accessible(item: QObject) -> QAccessibleInterface:
    """What a screen reader sees of an item."""
    found = QAccessible.queryAccessibleInterface(item)
    assert found is not None, f"{item.objectName()} is invisible to a screen reader"
    return found


def accessible_name(item: QObject) -> str:
    """The name that a screen reader speaks."""
    return accessible(item).text(QAccessible.Text.Name)
