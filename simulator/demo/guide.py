"""The demo's own small window: the last slip, the branch's time, its speed, who can sign in."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from shared.i18n import translate
from simulator.demo.branch import PIN, DemoBranch

SPEEDS = (1, 10, 60)
SLIP_WIDTH = 300
SLIP_HEIGHT = 560
LOOK_EVERY_MS = 300


class Guide(QWidget):
    """What stands beside the programs; closing it ends the demo."""

    def __init__(self, branch: DemoBranch, counter: str, speed: float) -> None:
        """A guide to this branch; our teller's window stands at the counter."""
        super().__init__()
        self.branch = branch
        self._shown: Path | None = None
        self.setWindowTitle(translate("Demo", "Branch Lobby: a demo day"))
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.time = QLabel()
        self.time.setObjectName("branchTime")
        self.slip = QLabel(translate("Demo", "Touch the kiosk: your slip comes out here."))
        self.slip.setObjectName("lastSlip")
        self.slip.setFixedSize(SLIP_WIDTH, SLIP_HEIGHT)
        self.slip.setWordWrap(True)
        self.slip.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        sign_in = QLabel(
            translate(
                "Demo",
                "Counter %1 is yours: staff number %2, PIN %3. The others are simulated.",
                counter,
                branch.staff_at(counter),
                PIN,
            )
        )
        sign_in.setWordWrap(True)
        column = QVBoxLayout(self)
        for part in (self.time, self._speed_row(speed), sign_in, self.slip):
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Show the branch's time, and the newest slip if it is another one."""
        self.time.setText(self.branch.now().strftime("%Y-%m-%d %H:%M"))
        slips = sorted(self.branch.slips.glob("slip-*.png"))
        if slips and slips[-1] != self._shown:
            self._shown = slips[-1]
            whole = QPixmap(str(self._shown))
            mode = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self.slip.setPixmap(whole.scaled(SLIP_WIDTH, SLIP_HEIGHT, mode, smooth))

    def _speed_row(self, speed: float) -> QHBoxLayout:
        """One button a speed; the one in force is down."""
        row = QHBoxLayout()
        self._speeds = QButtonGroup(self)
        for times in SPEEDS:
            button = QPushButton(translate("Demo", "%1 x", times))
            button.setObjectName(f"speed{times}")
            button.setCheckable(True)
            button.setChecked(times == round(speed))
            button.clicked.connect(lambda _down, rate=times: self.branch.set_rate(rate))
            self._speeds.addButton(button)
            row.addWidget(button)
        return row
