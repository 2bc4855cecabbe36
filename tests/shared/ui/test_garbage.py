"""Cycles are collected in the GUI thread and nowhere else."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from shared.ui.garbage import GuiThreadCollector


class Knot(QObject):
    """A Qt object that holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_cycle_goes_in_the_gui_thread_although_another_thread_allocates(qtbot: QtBot) -> None:
    ended_in: list[str] = []
    parent = QObject()
    collector = GuiThreadCollector(parent)
    assert not gc.isenabled()
    knot = Knot()
    weakref.finalize(knot, lambda: ended_in.append(threading.current_thread().name))
    del knot
    busy = threading.Thread(target=lambda: [[] for _ in range(50_000)], name="busy")
    busy.start()
    busy.join()
    kept: list[list[int]] = [[] for _ in range(gc.get_threshold()[0] + 1)]
    collector.look()
    gc.collect()
    assert ended_in == [threading.main_thread().name]
    assert len(kept) > 0
