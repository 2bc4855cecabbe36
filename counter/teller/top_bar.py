"""The 48 px bar: which counter, who, what state; connection, pause, help, language, clock."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from counter.teller import keys, words
from counter.teller.scene import Phase, Scene
from shared.client.loyalty import STAND_IN
from shared.client.ports import LobbyClient
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Chip, Line, Mark, label
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

STATE_MARKS = {
    Phase.CLOSED: ("close", ""),
    Phase.FREE: ("schedule", "accent"),
    Phase.STANDBY: ("schedule", "accent"),
    Phase.CALLED: ("notifications", "accent"),
    Phase.SERVING: ("person", "positive"),
    Phase.PAUSED: ("pause", "warning"),
}
"""Icon and colour of each phase; the word beside them says the same."""


class TopBar(QFrame):
    """State at the left, what is not about this customer at the right."""

    narrow = Signal()
    pause = Signal()
    help = Signal()
    swap_language = Signal()
    leave = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "bar")
        self.counter = label("title")
        self.person = label()
        self.chip = Chip(look)
        self.chip.setObjectName("stateChip")
        self.services = Line("unit")
        self.connection = Connection(look)
        self._strip_key = KeyButton(look, "F11", "stripKey", "flat")
        self._pause_key = KeyButton(look, "F12", "pauseKey", "flat")
        self._help_key = KeyButton(look, "F1", "helpKey", "flat")
        self._language_key = KeyButton(look, "", "languageKey", "flat")
        self._leave_key = KeyButton(look, "Ctrl+Q", "leaveKey", "flat")
        self.clock = Clock()
        row = QHBoxLayout(self)
        row.setContentsMargins(DESK.margin, 0, DESK.margin, 0)
        row.setSpacing(12)
        for part in (self.counter, self.person, self.chip, self.services, self.connection):
            row.addWidget(part)
        row.setStretch(3, 1)
        row.addWidget(_rule(look))
        for key, pressed in (
            (self._strip_key, self.narrow),
            (self._pause_key, self.pause),
            (self._leave_key, self.leave),
            (self._help_key, self.help),
            (self._language_key, self.swap_language),
        ):
            row.addWidget(key)
            key.clicked.connect(pressed)
        row.addWidget(self.clock)

    @property
    def keys(self) -> list[KeyButton]:
        """The keys from left to right."""
        keys_ = (self._strip_key, self._pause_key, self._leave_key)
        return [*keys_, self._help_key, self._language_key]

    def show_scene(self, scene: Scene, name: str, language: str) -> None:
        """Counter, person, state, services, connection, keys."""
        self.counter.setText(words.counter_name(scene.profile, scene.counter, language))
        self.person.setText(name)
        symbol, token = STATE_MARKS[scene.phase]
        self.chip.show_as(state_word(scene.phase, language), symbol, token)
        self.services.show_as(words.service_list(scene.profile, scene.services, language))
        face = keys.pause_face(scene, language)
        self._pause_key.show_as(face.verb, is_enabled=face.is_enabled, reason=face.hint)
        self._strip_key.show_as(translate("Teller", "Strip", language=language))
        self._help_key.show_as(translate("Teller", "Help", language=language))
        leave = translate("Teller", "Close counter", language=language)
        refusal = "" if scene.is_online else keys.no_connection(language)
        self._leave_key.show_as(leave, is_enabled=scene.is_online, reason=refusal)
        self._language_key.show_as("English" if language == "zh" else "中文")

    def show_time(self, scene: Scene, client: LobbyClient, now: datetime, language: str) -> None:
        """The branch's clock, and who serves us since when, or for how long nobody has."""
        self.clock.show_time(now)
        away = words.timer(scene.heard_at, now)
        since = client.served_since
        is_stand_in = client.is_served and client.server_kind == STAND_IN and since is not None
        stand_in = words.clock(since, now) if is_stand_in and since is not None else ""
        if client.is_online and not client.is_served:
            away = ""  # somebody answers, and does not decide yet
        self.connection.show_as(client.is_served, away, language, stand_in)


class Connection(QWidget):
    """Icon and word: connected, or for how long not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._mark = Mark(look, "wifi", "positive", 16)
        self._word = QLabel()
        self.setObjectName("connection")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._word)

    @property
    def word(self) -> str:
        """What it says now."""
        return self._word.text()

    def show_as(self, is_online: bool, away: str, language: str, stand_in: str = "") -> None:
        """``away``: time since the last contact: 0:14; ``stand_in``: since when it leads."""
        token = "warning" if not is_online else "accent" if stand_in else "positive"
        self._mark.show_as("wifi" if is_online else "wifi_off", token)
        if stand_in:
            text = translate("Teller", "Stand-in since %1", stand_in, language=language)
        elif is_online:
            text = translate("Teller", "Connected", language=language)
        elif away:
            text = translate("Teller", "No connection %1", away, language=language)
        else:
            text = translate("Teller", "One moment", language=language)
        if text != self._word.text():
            self._word.setText(text)
        self._word.setStyleSheet(f"color: {self._look.colour(token).name()};")


class Clock(QWidget):
    """Hours and minutes large, seconds small: the branch's clock."""

    def __init__(self) -> None:
        super().__init__()
        self._minutes, self._seconds = label("heading"), label("unit")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self._minutes, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self._seconds, 0, Qt.AlignmentFlag.AlignBaseline)

    def show_time(self, now: datetime) -> None:
        """10:42 :18."""
        self._minutes.setText(now.strftime("%H:%M"))
        self._seconds.setText(now.strftime(":%S"))


def _rule(look: Look) -> QFrame:
    """A thin upright line between groups."""
    line = QFrame()
    line.setFixedSize(1, 24)
    line.setStyleSheet(f"background: {look.colours.outline};")
    return line


def state_word(phase: Phase, language: str) -> str:
    """The phase in a word or two."""
    if phase is Phase.FREE:
        return translate("Teller", "Free", language=language)
    if phase is Phase.STANDBY:
        return translate("Teller", "Standing by", language=language)
    if phase is Phase.CALLED:
        return translate("Teller", "Called", language=language)
    if phase is Phase.SERVING:
        return translate("Teller", "Serving", language=language)
    if phase is Phase.PAUSED:
        return translate("Teller", "Paused", language=language)
    return translate("Teller", "Closed", language=language)
