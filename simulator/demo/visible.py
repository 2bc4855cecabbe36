"""The demo with windows: walk up to the kiosk, sit down at counter 1, watch the rest."""

import signal
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from shared.config.rules import clock_us
from shared.ui.app import widget_application
from simulator.demo.branch import DemoBranch
from simulator.demo.crowd import Crowd
from simulator.demo.guide import LOOK_EVERY_MS, Guide
from simulator.demo.headless import DAY, EARLY, OUR_COUNTER, SEED, Say, fresh
from simulator.demo.process import Part
from simulator.demo.scene import RUN_RATE
from simulator.model.demand import draw_day
from simulator.model.plan import load_plan

#: From opening until this time the day runs fast, then at the chosen speed.
JOIN = "09:40"
KEEP = Qt.AspectRatioMode.KeepAspectRatio


@dataclass
class VisibleDay:
    """A day to take part in; it ends when the guide window is closed, or with Ctrl+C."""

    out: Path
    speed: float
    say: Say
    scenario: str = "payday"

    def play(self) -> None:
        """Open everything and wait for the end.

        Raises:
            DisplayMissing, DisplayLibrariesMissing: no window can open here.
            PartFailed: a program did not start.
        """
        app = widget_application("zh")
        plan = load_plan(self.scenario)
        fresh(self.out / "branch")
        branch = DemoBranch(self.out / "branch", plan.profile, plan.scenario.profile, DAY)
        crowd = None
        try:
            self.say("Opening the branch: database, staff, devices, printer, server")
            opening = branch.midnight + timedelta(microseconds=plan.opens_us)
            branch.open(opening - EARLY, 1.0)
            counters = [c.id for c in plan.profile.counters if c.id != OUR_COUNTER]
            crowd = Crowd(branch, plan, draw_day(plan, SEED, 0), counters)
            crowd.start()
            branch.set_rate(RUN_RATE)  # only now: signing everybody in takes seconds
            self.say("Opening the windows; close the guide window, or press Ctrl+C, to end")
            self._open_windows(branch)
            guide = Guide(branch, OUR_COUNTER, self.speed)
            guide.show()
            guide.move(guide.screen().availableGeometry().topRight() - guide.rect().topRight())
            arrival = QTimer(guide, interval=LOOK_EVERY_MS)
            arrival.timeout.connect(lambda: self._slow_down(branch, arrival))
            arrival.start()
            signal.signal(signal.SIGINT, lambda *_: app.quit())
            app.exec()
        finally:
            if crowd is not None:
                crowd.go_home()
            branch.close()

    def _open_windows(self, branch: DemoBranch) -> None:
        """Each program as a branch would start it, in a window."""
        places = arrange(QGuiApplication.primaryScreen().availableGeometry())
        more = {
            "kiosk": ["--printer", branch.printer],
            "board": [],
            "teller": ["--counter", OUR_COUNTER],
            "rating": ["--counter", OUR_COUNTER],
        }
        for name, words in more.items():
            common = ["--server", branch.server, "--geometry", places[name], *words]
            log = branch.folder / f"{name}.log"
            environment = {"LOBBY_KEY": branch.keys[name]}  # not on a command line others can read
            branch.parts[name] = Part([name, *common], log, environment)

    def _slow_down(self, branch: DemoBranch, timer: QTimer) -> None:
        if branch.clock.day_us() >= clock_us(JOIN):
            timer.stop()
            branch.set_rate(self.speed)


def arrange(room: QRect) -> dict[str, str]:
    """Places on a screen: the kiosk at the left, the board above, teller and pad below.

    Each keeps its proportions; on a small screen the pad lies over the teller's window.
    """
    kiosk = QRect(room.topLeft(), QSize(1080, 1920).scaled(room.size(), KEEP))
    rest = QRect(kiosk.right() + 8, room.top(), room.right() - kiosk.right() - 8, room.height())
    board = QRect(rest.topLeft(), QSize(1920, 1080).scaled(rest.size() * 0.45, KEEP))
    teller = QRect(QPoint(rest.left(), board.bottom() + 36), QSize(1366, 768))
    pad = QRect(board.topRight() + QPoint(8, 0), QSize(1280, 800).scaled(rest.size() * 0.3, KEEP))
    places = {"kiosk": kiosk, "board": board, "teller": teller, "rating": pad}
    return {name: geometry(place) for name, place in places.items()}


def geometry(place: QRect) -> str:
    """A rectangle as the option --geometry takes it."""
    return f"{place.width()}x{place.height()}{place.left():+d}{place.top():+d}"
