"""The bar at the top: the branch, who is here, contact, and what belongs to the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.desk.shell.session import Desk
from shared.i18n import current_language, translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Chip, Line, label
from shared.ui.palette import set_role
from shared.ui.tokens import DESK


class DeskBar(QFrame):
    """48 px: title and branch left, the person, keys and the clock right."""

    helpAsked = Signal()
    languageAsked = Signal()
    schemeAsked = Signal()
    leaveAsked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "bar")
        title = label("title", translate("Desk", "Desk"))
        self.branch = Line("unit")
        self.person = label()
        self.contact = Chip(look)
        self.contact.setObjectName("contact")
        self.clock = label("heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(DESK.margin, 0, DESK.margin, 0)
        row.setSpacing(12)
        row.addWidget(title)
        row.addWidget(self.branch, 1)
        row.addWidget(self.person)
        row.addWidget(self.contact)
        self.keys = self._keys(look)
        for key in self.keys:
            row.addWidget(key)
        row.addWidget(self.clock)

    def _keys(self, look: Look) -> list[KeyButton]:
        is_light = look.scheme == "light"
        scheme = translate("Desk", "Dark") if is_light else translate("Desk", "Light")
        other = "English" if current_language() == "zh" else "中文"
        made = []
        for name, key_name, words, asked in (
            ("help", "F1", translate("Desk", "Help"), self.helpAsked),
            ("swapScheme", "", scheme, self.schemeAsked),
            ("swapLanguage", "", other, self.languageAsked),
            ("signOut", "Ctrl+Q", translate("Desk", "Sign out"), self.leaveAsked),
        ):
            key = KeyButton(look, key_name, name, "flat")
            key.show_as(words)
            key.clicked.connect(asked)
            made.append(key)
        return made

    def show_desk(self, desk: Desk) -> None:
        """Branch, person, contact."""
        profile, language = desk.client.profile, current_language()
        self.branch.show_as(profile.branch.name.of(language) if profile else "")
        self.person.setText(desk.session.name if desk.session else "")
        if desk.client.is_served:
            self.contact.show_as(translate("Desk", "Connected"), "wifi", "positive")
        else:
            self.contact.show_as(translate("Desk", "No connection"), "wifi_off", "warning")
        self.show_time(desk)

    def show_time(self, desk: Desk) -> None:
        """The branch's clock."""
        self.clock.setText(desk.now().strftime("%H:%M"))
