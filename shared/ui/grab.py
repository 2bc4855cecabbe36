"""A picture of a window as it stands now: for screenshots, the gallery and tests."""

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

EXPOSE_TIMEOUT_MS = 5000


def settle() -> None:
    """Let everything that is due now happen: bindings, layouts, posted events."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def grab_window(window: QQuickWindow) -> QImage:
    """Show the window if needed and give its picture; works off-screen."""
    window.show()
    deadline = QDeadlineTimer(EXPOSE_TIMEOUT_MS)
    while not window.isExposed() and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    settle()
    return window.grabWindow()
